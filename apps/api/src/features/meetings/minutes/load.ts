import { isEditable } from '@bangvang/core/meetings/minutes'
import { minutesWords } from '@bangvang/core/meetings/minutes-words'
import type { Actor } from '@bangvang/core/people/actor'
import { type Act, record } from '../../../audit/record.ts'
import type { Tx } from '../../../db.ts'
import { ProblemError } from '../../../http/problem.ts'
import { type MinutesText, saveMinutesDraft } from '../../../minutes-draft.ts'
import { type Loaded, lockToRun } from '../load.ts'
import * as store from './store.ts'

export type Held = Loaded & { minutes: store.MinutesRow }

/** The minutes of a meeting, held, by one who runs it; not there before they are written. */
export async function lockMinutes(tx: Tx, actor: Actor, meetingId: string): Promise<Held> {
  const found = await lockToRun(tx, actor, meetingId)
  const minutes = await store.findMinutes(tx, meetingId)
  if (minutes === null) throw new ProblemError('not-found')
  return { ...found, minutes }
}

/** The same, with words that may still change. */
export async function lockToEdit(tx: Tx, actor: Actor, meetingId: string): Promise<Held> {
  const held = await lockMinutes(tx, actor, meetingId)
  if (!isEditable(held.minutes.status)) throw new ProblemError('minutes-state')
  return held
}

/** The minutes as a text to consult on, as they stand now. */
export async function textOf(tx: Tx, { meeting, season }: Loaded): Promise<MinutesText> {
  const row = await store.findMinutes(tx, meeting.id)
  const paragraphs = (row?.paragraphs ?? []).map(({ id, text }) => ({ id, text }))
  return { season, title: minutesWords.title(meeting.title), paragraphs }
}

type By = { actor: Actor; now: Date }

/** Where the minutes are consulted on, their draft says what they say. */
export async function keepDraft(tx: Tx, by: By, held: Held): Promise<void> {
  const { draftId } = held.minutes
  if (draftId !== null) await saveMinutesDraft(tx, by, { ...(await textOf(tx, held)), draftId })
}

/** Notes an act about the minutes in their season's journal. */
export function note(
  tx: Tx,
  { actor, now, meeting }: By & Pick<Loaded, 'meeting'>,
  told: Pick<Act, 'what' | 'before' | 'after'>,
): Promise<void> {
  const about = { kind: 'minutes', id: meeting.id }
  return record(tx, { actor, now, seasonId: meeting.seasonId, about, ...told })
}
