import { randomUUID } from 'node:crypto'
import { minutes } from '@bangvang/contract/minutes'
import { isEditable, minutesContent, unsignedParts } from '@bangvang/core/meetings/minutes'
import { actsAsChair, signsAs } from '@bangvang/core/meetings/policy'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { sha256 } from '../../../audit/record.ts'
import { inTransaction, type Tx } from '../../../db.ts'
import { keepFiles, takeFile } from '../../../files/keep-file.ts'
import type { Call } from '../../../http/mount.ts'
import { refusals } from '../../../http/problem.ts'
import { adoptMinutesDraft, unansweredOnMinutes } from '../../../minutes-draft.ts'
import { type Held, lockMinutes, note } from './load.ts'
import * as store from './store.ts'
import { minutesView } from './view.ts'

const refuseApprove = refusals(minutes.approve)

async function refuseUnanswered(tx: Tx, { meeting, minutes: { draftId } }: Held): Promise<void> {
  if (draftId === null) return
  const open = await unansweredOnMinutes(tx, { draftId, seasonId: meeting.seasonId })
  if (open.length > 0)
    throw refuseApprove('comments-unanswered', {
      errors: open.map((id) => ({ pointer: `#/comments/${id}`, code: 'unanswered' })),
    })
}

type Approve = Call<typeof minutes.approve>

const currentOf = async (tx: Tx, actor: Approve['actor'], meetingId: string): Promise<unknown> =>
  JSON.parse(JSON.stringify(await minutesView(tx, actor, meetingId)))

/** The chair approves exactly what was seen, every comment on it answered; from then on the words stand. */
export async function approveMinutes({ params, body, actor, now, deps }: Approve) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockMinutes(tx, actor, params.meetingId)
    const { meeting, minutes: row } = held
    if (!actsAsChair(actor, meeting)) throw refuseApprove('not-meeting-officer')
    if (!isEditable(row.status)) throw refuseApprove('minutes-state')
    if (body.ballotId !== null && !(await store.hasPassed(tx, meeting.seasonId, body.ballotId)))
      throw refuseApprove('ballot-state')
    await refuseUnanswered(tx, held)
    const hash = sha256(canonicalJson(minutesContent(meeting.id, row.title, row.paragraphs)))
    const approval = { sha256: hash, approvedBy: actor.name, approvedAt: now, approvedBallot: body.ballotId }
    if (!(await store.saveApproval(tx, { meetingId: meeting.id, revision: body.revision }, approval)))
      throw refuseApprove('minutes-changed', { current: await currentOf(tx, actor, meeting.id) })
    if (row.draftId !== null) {
      const day = dayInVietnam(meeting.startedAt ?? meeting.startsAt)
      const adopted = { draftId: row.draftId, number: `BB-${day}`, on: dayInVietnam(now), sha256: hash }
      await adoptMinutesDraft(tx, { actor, now }, adopted)
    }
    await note(tx, { actor, now, meeting }, { what: 'minutes-approved', after: { ...body, sha256: hash } })
    return minutesView(tx, actor, meeting.id)
  })
}

const refuseSign = refusals(minutes.sign)

/** The hash that stands to be signed: of the minutes (0) as approved, or of an addendum. */
function standing({ minutes: row }: Held, addendum: number): string {
  if (addendum === 0) {
    if (row.sha256 === null) throw refuseSign('minutes-state')
    return row.sha256
  }
  const found = row.addenda.find(({ number }) => number === addendum)
  if (found === undefined) throw refuseSign('not-found')
  return found.sha256
}

/** Chair and secretary each sign the hash of what they saw; with both signatures the minutes are locked. */
export async function signMinutes({ params, body, actor, now, deps }: Call<typeof minutes.sign>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockMinutes(tx, actor, params.meetingId)
    const { meeting, minutes: row } = held
    const part = signsAs(actor, meeting)
    if (part === null) throw refuseSign('not-meeting-officer')
    if (standing(held, body.addendum) !== body.sha256) throw refuseSign('minutes-changed')
    const signed = row.signatures.filter(({ addendum }) => addendum === body.addendum)
    if (!unsignedParts(signed).includes(part)) throw refuseSign('already-signed')
    const byMandateId = actor.mandate?.id ?? ''
    const signature = { meetingId: meeting.id, ...body, part, byName: actor.name, byMandateId, at: now }
    if (!(await store.saveSignature(tx, signature))) throw refuseSign('already-signed')
    const isWhole = unsignedParts([...signed, { part }]).length === 0
    if (body.addendum === 0 && isWhole) await store.lockMinutes(tx, meeting.id, now)
    await note(tx, { actor, now, meeting }, { what: 'minutes-signed', after: { ...body, part, isWhole } })
    return minutesView(tx, actor, meeting.id)
  })
}

const refuseUpload = refusals(minutes.uploadSigned)
const isApproved = ({ minutes: { status } }: Held) => status === 'approved' || status === 'locked'

/** A PDF signed elsewhere is kept as it came, with its hash, and never removed. */
export async function uploadSigned({ params, actor, now, deps, request }: Call<typeof minutes.uploadSigned>) {
  const lock = async (tx: Tx) => {
    const held = await lockMinutes(tx, actor, params.meetingId)
    if (!isApproved(held)) throw refuseUpload('minutes-state')
    return held
  }
  // Before the bytes are read: minutes that are not approved take none.
  await inTransaction(deps.database, lock)
  const kinds = { only: ['application/pdf'], refusal: 'not-pdf' } as const
  const { file: taken, arrival } = await takeFile(deps, request, kinds)
  return keepFiles(deps, [arrival], async (tx) => {
    const { meeting } = await lock(tx)
    const file = { id: randomUUID(), ...taken, uploadedAt: now, uploadedBy: actor.name }
    await store.addSignedFile(tx, { ...file, meetingId: meeting.id })
    const { id, name, sha256: hash, size } = file
    await note(
      tx,
      { actor, now, meeting },
      { what: 'signed-file-kept', after: { id, name, sha256: hash, size } },
    )
    return minutesView(tx, actor, meeting.id)
  })
}

const refuseAddendum = refusals(minutes.addAddendum)

/** Locked minutes are corrected by a numbered addendum alone, with its reason; it is signed as they were. */
export async function addAddendum({ params, body, actor, now, deps }: Call<typeof minutes.addAddendum>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, minutes: row } = await lockMinutes(tx, actor, params.meetingId)
    if (row.status !== 'locked' || row.sha256 === null) throw refuseAddendum('minutes-state')
    const number = row.addenda.length + 1
    const content = { meetingId: meeting.id, minutesSha256: row.sha256, number, ...body }
    const hash = sha256(canonicalJson(content))
    const by = { byName: actor.name, byMandateId: actor.mandate?.id ?? '', at: now }
    await store.addAddendum(tx, { meetingId: meeting.id, number, ...body, ...by, sha256: hash })
    await note(
      tx,
      { actor, now, meeting },
      { what: 'addendum-added', after: { number, ...body, sha256: hash } },
    )
    return minutesView(tx, actor, meeting.id)
  })
}
