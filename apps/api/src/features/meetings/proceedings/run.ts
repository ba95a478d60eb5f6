import { randomUUID } from 'node:crypto'
import { proceedings } from '@bangvang/contract/proceedings'
import { mayRunMeeting, memberUnitOf } from '@bangvang/core/meetings/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { inTransaction, type Tx } from '../../../db.ts'
import type { Call } from '../../../http/mount.ts'
import { ProblemError, refusals } from '../../../http/problem.ts'
import * as agenda from '../agenda-store.ts'
import { type Loaded, lockMeeting, lockToRun, note } from '../load.ts'
import * as store from '../proceedings-store.ts'
import { hasOpenBallot, listMembers } from '../store.ts'
import { proceedingsView } from './view.ts'

export async function showProceedings({ params, actor, now, deps }: Call<typeof proceedings.show>) {
  return proceedingsView(deps.database.prisma, { actor, now }, params.meetingId)
}

/** What is said and asked belongs to a meeting that runs. */
export function refuseUnlessRunning({ meeting }: Loaded): void {
  if (meeting.status !== 'running') throw new ProblemError('meeting-state')
}

/** Refuses a unit that is no member of the season. */
export async function refuseStrangeUnit(
  tx: Tx,
  { season }: Loaded,
  { unitId, pointer }: { unitId: string | null; pointer: string },
): Promise<void> {
  if (unitId === null || (await listMembers(tx, season)).some(({ id }) => id === unitId)) return
  throw new ProblemError('unknown-unit', { errors: [{ pointer, code: 'unknown-unit' }] })
}

/** Refuses an item of another meeting's agenda. */
export async function refuseStrangeItem(tx: Tx, { meeting }: Loaded, itemId: string | null): Promise<void> {
  if (itemId === null || (await agenda.findItem(tx, meeting.id, itemId)) !== null) return
  throw new ProblemError('unknown-item', { errors: [{ pointer: '#/itemId', code: 'unknown-item' }] })
}

const refuseCurrent = refusals(proceedings.setCurrent)

/** Goes to an item, or to none; a vote under way keeps the meeting where it is. */
export async function setCurrent({ params, body, actor, now, deps }: Call<typeof proceedings.setCurrent>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockToRun(tx, actor, params.meetingId)
    const { meeting } = found
    refuseUnlessRunning(found)
    const item = body.itemId === null ? null : await agenda.findItem(tx, meeting.id, body.itemId)
    if (body.itemId !== null && item === null) throw refuseCurrent('not-found')
    if (await hasOpenBallot(tx, meeting.id)) throw refuseCurrent('ballot-open')
    const from = meeting.currentItemId
    if (from !== body.itemId) await agenda.moveCurrent(tx, meeting.id, { from, to: body.itemId, at: now })
    await note(
      tx,
      { actor, now, meeting },
      {
        what: 'item-opened',
        before: { itemId: from },
        after: { itemId: body.itemId, title: item?.title ?? null },
      },
    )
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

type Speaker = { name: string; unitId: string | null }

/** Who speaks: the actor, or whom chair and secretary name. */
export async function speakerOf(
  tx: Tx,
  found: Loaded & { actor: Actor },
  named: Speaker | null,
): Promise<Speaker> {
  const { actor, meeting } = found
  if (named === null)
    return {
      name: actor.name,
      unitId: memberUnitOf(actor, meeting.seasonId) ?? actor.mandate?.unitId ?? null,
    }
  if (!mayRunMeeting(actor, meeting)) throw new ProblemError('not-meeting-officer')
  await refuseStrangeUnit(tx, found, { unitId: named.unitId, pointer: '#/speaker/unitId' })
  return named
}

const refuseAsk = refusals(proceedings.askToSpeak)

/** A request to speak on the current item; who has asked and not spoken yet is on the list already. */
export async function askToSpeak({ params, body, actor, now, deps }: Call<typeof proceedings.askToSpeak>) {
  return inTransaction(deps.database, async (tx) => {
    const found = { ...(await lockMeeting(tx, actor, params.meetingId)), actor }
    const { meeting } = found
    refuseUnlessRunning(found)
    const speaker = await speakerOf(tx, found, body.speaker)
    const waiting = (await store.listSpeeches(tx, meeting.id)).filter(({ state }) => state === 'asked')
    if (waiting.some(({ name, unitId }) => name === speaker.name && unitId === speaker.unitId))
      throw refuseAsk('already-asked')
    const mandateId = body.speaker === null ? (actor.mandate?.id ?? null) : null
    const speech = { id: randomUUID(), itemId: meeting.currentItemId, ...speaker }
    await store.addSpeech(tx, { ...speech, meetingId: meeting.id, mandateId, askedAt: now })
    await note(tx, { actor, now, meeting }, { what: 'speech-asked', after: speech })
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

const refuseCall = refusals(proceedings.callSpeaker)

/** Gives the floor, for so many minutes; whoever had it has finished. */
export async function callSpeaker({ params, body, actor, now, deps }: Call<typeof proceedings.callSpeaker>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockToRun(tx, actor, params.meetingId)
    const { meeting } = found
    refuseUnlessRunning(found)
    const speech = await store.findSpeech(tx, meeting.id, params.speechId)
    if (speech === null) throw refuseCall('not-found')
    await store.endSpeaking(tx, meeting.id, now)
    const to = { state: 'speaking', calledAt: now, minutes: body.minutes } as const
    if (!(await store.moveSpeech(tx, { id: speech.id, from: 'asked' }, to))) throw refuseCall('speech-state')
    const { id, name, unitId } = speech
    await note(
      tx,
      { actor, now, meeting },
      { what: 'speech-called', after: { id, name, unitId, minutes: body.minutes } },
    )
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}

const refuseEnd = refusals(proceedings.endSpeech)

/** The floor is given back, or a request taken back: by its speaker, or by chair and secretary. */
export async function endSpeech({ params, actor, now, deps }: Call<typeof proceedings.endSpeech>) {
  return inTransaction(deps.database, async (tx) => {
    const found = await lockMeeting(tx, actor, params.meetingId)
    const { meeting } = found
    refuseUnlessRunning(found)
    const speech = await store.findSpeech(tx, meeting.id, params.speechId)
    const isOwn = speech?.mandateId != null && speech.mandateId === actor.mandate?.id
    if (speech === null || !(isOwn || mayRunMeeting(actor, meeting))) throw refuseEnd('not-found')
    const from = speech.state
    const state = from === 'asked' ? 'withdrawn' : 'done'
    const isOver = from !== 'asked' && from !== 'speaking'
    if (isOver || !(await store.moveSpeech(tx, { id: speech.id, from }, { state, endedAt: now })))
      throw refuseEnd('speech-state')
    const { id, name, unitId } = speech
    await note(
      tx,
      { actor, now, meeting },
      { what: `speech-${state}`, before: { state: from }, after: { id, name, unitId } },
    )
    return proceedingsView(tx, { actor, now }, meeting.id)
  })
}
