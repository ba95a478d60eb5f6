import { mayRunMeeting, maySeeMeetings } from '@bangvang/core/meetings/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { type Act, record } from '../../audit/record.ts'
import type { Db, Tx } from '../../db.ts'
import { ProblemError } from '../../http/problem.ts'
import * as store from './store.ts'

export type Loaded = { meeting: store.MeetingRow; season: store.Season }

async function loaded(db: Db, actor: Actor, meeting: store.MeetingRow | null): Promise<Loaded> {
  const season = meeting === null ? null : await store.findSeason(db, meeting.seasonId)
  if (meeting === null || season === null || !maySeeMeetings(actor, season.id))
    throw new ProblemError('not-found')
  return { meeting, season }
}

/** A meeting the actor may see; any other is not there. */
export async function loadMeeting(db: Db, actor: Actor, meetingId: string): Promise<Loaded> {
  return loaded(db, actor, await store.findMeeting(db, meetingId))
}

/** The same, held, in a season that still takes acts. */
export async function lockMeeting(tx: Tx, actor: Actor, meetingId: string): Promise<Loaded> {
  const found = await loaded(tx, actor, await store.lockMeeting(tx, meetingId))
  if (found.season.phase === 'archived') throw new ProblemError('season-closed')
  return found
}

/** The same, by one who runs the meeting. */
export async function lockToRun(tx: Tx, actor: Actor, meetingId: string): Promise<Loaded> {
  const found = await lockMeeting(tx, actor, meetingId)
  if (!mayRunMeeting(actor, found.meeting)) throw new ProblemError('not-meeting-officer')
  return found
}

/** The same, of a meeting that is planned or running. */
export async function lockToChange(tx: Tx, actor: Actor, meetingId: string): Promise<Loaded> {
  const found = await lockToRun(tx, actor, meetingId)
  if (found.meeting.status === 'closed') throw new ProblemError('meeting-state')
  return found
}

type Told = Pick<Act, 'what' | 'before' | 'after'>

/** Notes an act about the meeting in its season's journal. */
export function note(
  tx: Tx,
  { actor, now, meeting }: { actor: Actor; now: Date; meeting: Pick<store.MeetingRow, 'id' | 'seasonId'> },
  told: Told,
): Promise<void> {
  const { id, seasonId } = meeting
  return record(tx, { actor, now, seasonId, about: { kind: 'meeting', id }, ...told })
}
