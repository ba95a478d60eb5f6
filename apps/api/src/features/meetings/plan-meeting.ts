import { randomUUID } from 'node:crypto'
import { type MeetingView, meetings } from '@bangvang/contract/meetings'
import { mayPrepareMeetings } from '@bangvang/core/meetings/policy'
import { meetingTemplates } from '@bangvang/core/meetings/templates'
import type { Role } from '@bangvang/core/people/actor'
import { inTransaction, type Tx } from '../../db.ts'
import { forgetFile } from '../../files/keep-file.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as agenda from './agenda-store.ts'
import { lockToChange, lockToRun, note } from './load.ts'
import { meetingView } from './meeting-view.ts'
import * as store from './store.ts'

type Planned = Call<typeof meetings.create>['body']
type Facts = Pick<Planned, 'title' | 'startsAt' | 'endsAt' | 'place' | 'onlineLink' | 'quorumRule'>

const chairs: readonly Role[] = ['chair', 'viceChair']
const secretaries: readonly Role[] = ['secretary', 'viceChair']

/** Who chairs and who keeps the minutes, by mandates of the season that may; their names are kept as they are today. */
async function officersOf(
  tx: Tx,
  seasonId: string,
  wanted: Pick<Planned, 'chairMandateId' | 'secretaryMandateId'>,
) {
  const chair = await store.findMandate(tx, seasonId, wanted.chairMandateId)
  const secretary = await store.findMandate(tx, seasonId, wanted.secretaryMandateId)
  const isChair = chair !== null && chairs.includes(chair.role)
  const isSecretary =
    secretary !== null && secretaries.includes(secretary.role) && secretary.mandateId !== chair?.mandateId
  const errors = [
    ...(isChair ? [] : [{ pointer: '#/chairMandateId', code: 'unknown-mandate' }]),
    ...(isSecretary ? [] : [{ pointer: '#/secretaryMandateId', code: 'unknown-mandate' }]),
  ]
  if (!isChair || !isSecretary) throw refuse('unknown-mandate', { errors })
  return {
    chairMandateId: chair.mandateId,
    chairName: chair.name,
    chairUnitId: chair.unitId,
    secretaryMandateId: secretary.mandateId,
    secretaryName: secretary.name,
  }
}

const factsOf = ({ title, startsAt, endsAt, place, onlineLink, quorumRule }: Facts) => ({
  title,
  startsAt,
  endsAt,
  place,
  onlineLink,
  quorumShare: quorumRule.share,
  quorumTest: quorumRule.test,
  quorumBasis: quorumRule.legalBasis,
})

type NewItem = { title: string; kind: MeetingView['agenda'][number]['kind']; minutes: number | null }

async function itemsOf(tx: Tx, { agenda: from, kind }: Planned, clusterId: string): Promise<NewItem[]> {
  switch (from.from) {
    case 'nothing':
      return []
    case 'template':
      return meetingTemplates[kind].items.map((item) => ({ ...item, title: item.title.vi }))
    case 'meeting': {
      const meeting = await store.findMeeting(tx, from.meetingId)
      const season = meeting === null ? null : await store.findSeason(tx, meeting.seasonId)
      if (season === null || season.clusterId !== clusterId) throw refuse('not-found')
      return agenda.listItems(tx, from.meetingId)
    }
  }
}

const refuse = refusals(meetings.create)

/** A meeting is planned, with an agenda of its kind's template, of an earlier meeting of the cluster, or none. */
export async function createMeeting({ body, actor, now, deps }: Call<typeof meetings.create>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await store.findSeason(tx, body.seasonId)
    if (season === null || !mayPrepareMeetings(actor, season.id)) throw refuse('not-found')
    if (season.phase === 'archived') throw refuse('season-closed')
    const officers = await officersOf(tx, season.id, body)
    const items = await itemsOf(tx, body, season.clusterId)
    const meeting = { id: randomUUID(), seasonId: season.id, kind: body.kind, ...factsOf(body), ...officers }
    await store.createMeeting(
      tx,
      { ...meeting, createdAt: now },
      items.map(({ title, kind, minutes }, index) => ({
        id: randomUUID(),
        meetingId: meeting.id,
        position: index + 1,
        title,
        kind,
        minutes,
      })),
    )
    await note(
      tx,
      { actor, now, meeting },
      { what: 'meeting-planned', after: { ...factsOf(body), kind: body.kind, items: items.length } },
    )
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

const refuseChange = refusals(meetings.change)

export async function changeMeeting({ params, body, actor, now, deps }: Call<typeof meetings.change>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, season } = await lockToChange(tx, actor, params.meetingId)
    const change = { ...factsOf(body), ...(await officersOf(tx, season.id, body)) }
    if (!(await store.saveMeeting(tx, { id: meeting.id, version: body.version }, change)))
      throw refuseChange('meeting-changed', { current: await currentOf(tx, { actor, now }, meeting.id) })
    const before = Object.fromEntries(
      Object.keys(change).map((key) => [key, meeting[key as keyof typeof meeting]]),
    )
    await note(tx, { actor, now, meeting }, { what: 'meeting-changed', before, after: change })
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

/** What stands now, for whoever lost a race: as it goes over the wire. */
export async function currentOf(
  tx: Tx,
  reader: Pick<Call<typeof meetings.show>, 'actor' | 'now'>,
  meetingId: string,
): Promise<unknown> {
  return JSON.parse(JSON.stringify(await meetingView(tx, reader, meetingId)))
}

const refuseRemove = refusals(meetings.remove)

/** A planned meeting on which nothing was said or voted is taken off, with its files. */
export async function removeMeeting({ params, actor, now, deps }: Call<typeof meetings.remove>) {
  const files = await inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockToRun(tx, actor, params.meetingId)
    if (await agenda.isInUse(tx, meeting.id, null)) throw refuseRemove('item-in-use')
    const whole = await store.findWhole(tx, meeting.id)
    if (!(await store.removeMeeting(tx, meeting.id))) throw refuseRemove('meeting-state')
    const { title, startsAt } = meeting
    await note(tx, { actor, now, meeting }, { what: 'meeting-removed', before: { title, startsAt } })
    return whole?.files ?? []
  })
  for (const { sha256 } of files) await forgetFile(deps, sha256)
  return undefined
}
