import { meetings } from '@bangvang/contract/meetings'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { inTransaction } from '../../db.ts'
import { disposition } from '../../http/disposition.ts'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { loadMeeting, lockToChange, note } from './load.ts'
import { meetingView } from './meeting-view.ts'
import { currentOf } from './plan-meeting.ts'
import * as store from './store.ts'

const refuse = refusals(meetings.invite)

/** Sets who is invited: mandates of the season, and reviewers. */
export async function invite({ params, body, actor, now, deps }: Call<typeof meetings.invite>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, season } = await lockToChange(tx, actor, params.meetingId)
    const mandateIds = [...new Set(body.mandateIds)]
    const known = new Set(
      (await store.listInvitable(tx, season.id, new Date(0))).map(({ mandateId }) => mandateId),
    )
    const errors = mandateIds.flatMap((id, index) =>
      known.has(id) ? [] : [{ pointer: `#/mandateIds/${index}`, code: 'unknown-mandate' }],
    )
    if (errors.length > 0) throw refuse('unknown-mandate', { errors })
    if (!(await store.saveMeeting(tx, { id: meeting.id, version: body.version }, {})))
      throw refuse('meeting-changed', { current: await currentOf(tx, { actor, now }, meeting.id) })
    await store.saveInvitations(tx, meeting.id, mandateIds)
    await note(tx, { actor, now, meeting }, { what: 'meeting-invited', after: { mandateIds } })
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

const refuseGuests = refusals(meetings.setGuests)

/** Guests and reviewers are noted by name and counted apart: none of them is in any quorum. */
export async function setGuests({ params, body, actor, now, deps }: Call<typeof meetings.setGuests>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockToChange(tx, actor, params.meetingId)
    const { guests, version } = body
    if (!(await store.saveMeeting(tx, { id: meeting.id, version }, { guests })))
      throw refuseGuests('meeting-changed', { current: await currentOf(tx, { actor, now }, meeting.id) })
    await note(
      tx,
      { actor, now, meeting },
      { what: 'guests-set', before: { guests: meeting.guests }, after: { guests } },
    )
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

/** The invitation for a calendar, to the one who asks for it: nobody else's address is in it but its sender's, the secretary's. */
export async function sendCalendar({
  params,
  actor,
  signed,
  deps,
  reply,
}: Call<typeof meetings.calendar>): Promise<typeof sent> {
  const db = deps.database.prisma
  const { meeting } = await loadMeeting(db, actor, params.meetingId)
  const calendar = ical({ prodId: '//Bảng Vàng//Họp//VI', method: ICalCalendarMethod.REQUEST })
  const { person } = signed
  const email = await store.findEmail(db, meeting.secretaryMandateId)
  calendar.createEvent({
    id: meeting.id,
    sequence: meeting.version,
    stamp: meeting.createdAt,
    start: meeting.startsAt,
    ...(meeting.endsAt === null ? {} : { end: meeting.endsAt }),
    summary: meeting.title,
    location: meeting.place,
    ...(meeting.onlineLink === '' ? {} : { url: meeting.onlineLink }),
    ...(email === null ? {} : { organizer: { name: meeting.secretaryName, email } }),
    attendees: [{ name: person.name, email: person.email, rsvp: true }],
  })
  reply
    .header('content-type', 'text/calendar; charset=utf-8; method=REQUEST')
    .header('content-disposition', disposition('attachment', `${meeting.title}.ics`))
    .header('cache-control', 'no-store')
    .send(calendar.toString())
  return sent
}
