import type { BallotView } from '@bangvang/contract/ballots'
import type { FieldError } from '@bangvang/contract/problem'
import type { Ballot, Question } from '@bangvang/core/ballots/question'
import { checkQuestion, checkTurnout } from '@bangvang/core/ballots/tally'
import { mayRunMeeting, maySeeMeetings } from '@bangvang/core/meetings/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { type Act, record } from '../../audit/record.ts'
import { type BallotRow, ballotView, findBallot, findHall, type Hall } from '../../ballot-view.ts'
import type { Db, Tx } from '../../db.ts'
import { ProblemError } from '../../http/problem.ts'
import * as store from './store.ts'

/** The hall of a meeting the actor may see; any other is not there. */
export async function loadHall(db: Db, actor: Actor, meetingId: string): Promise<Hall> {
  const hall = await findHall(db, meetingId)
  if (hall === null || !maySeeMeetings(actor, hall.meeting.seasonId)) throw new ProblemError('not-found')
  return hall
}

/** The same, with the meeting held, by one who runs it in a season that still takes acts. */
export async function lockHall(tx: Tx, actor: Actor, meetingId: string): Promise<Hall> {
  await store.lockMeeting(tx, meetingId)
  const hall = await loadHall(tx, actor, meetingId)
  if (!mayRunMeeting(actor, hall.meeting)) throw new ProblemError('not-meeting-officer')
  if (hall.isArchived) throw new ProblemError('season-closed')
  return hall
}

export type Held = { hall: Hall; row: BallotRow; round: BallotRow['rounds'][number] }

/** A vote the actor may run, held with its meeting; `round` is its present one. */
export async function lockToRun(tx: Tx, actor: Actor, ballotId: string): Promise<Held> {
  const meetingId = await store.meetingOf(tx, ballotId)
  if (meetingId === null) throw new ProblemError('not-found')
  const hall = await lockHall(tx, actor, meetingId)
  await store.lockBallot(tx, ballotId)
  const row = await findBallot(tx, ballotId)
  const round = row?.rounds.at(-1)
  if (row === null || round === undefined) throw new ProblemError('not-found')
  return { hall, row, round }
}

/** A vote as the actor sees it now. */
export async function viewOf(db: Db, actor: Actor, ballotId: string): Promise<BallotView> {
  const row = await findBallot(db, ballotId)
  if (row === null) throw new ProblemError('not-found')
  return ballotView({ row, hall: await loadHall(db, actor, row.meetingId), actor })
}

/** What stands now, for whoever lost a race: as it goes over the wire. */
export async function currentOf(db: Db, actor: Actor, ballotId: string): Promise<unknown> {
  return JSON.parse(JSON.stringify(await viewOf(db, actor, ballotId)))
}

const mostOptions = 200
const longestOption = 300

/** Refuses a question with a fault, each at its place (tally.md "The question"). */
export function refuseFaulty(question: unknown): asserts question is Question {
  const errors: FieldError[] = checkQuestion(question).map(({ path, code }) => ({
    pointer: `#/question${path === '' ? '' : `/${path.replaceAll('.', '/')}`}`,
    code,
  }))
  const { options = [] } = question as { options?: unknown }
  const isLong = Array.isArray(options) && options.some((option) => String(option).length > longestOption)
  if (isLong || (Array.isArray(options) && options.length > mostOptions))
    errors.push({ pointer: '#/question/options', code: 'out_of_range' })
  if (errors.length > 0) throw new ProblemError('question-invalid', { errors })
}

/** Refuses a vote that does not fit its question; null is an invalid one, which fits any. */
export function refuseUnfit(question: Question, choice: Ballot | null, pointer: string): void {
  if (choice === null) return
  const turnout = { members: 1, present: 1, written: 0, invalid: 0, ballots: [choice], round: 1 }
  const [fault] = checkTurnout(question, turnout)
  if (fault !== undefined) throw new ProblemError('vote-invalid', { errors: [{ pointer, code: fault.code }] })
}

type Told = Pick<Act, 'what' | 'before' | 'after'>

/** Notes an act about the vote in its season's journal; never how a unit voted. */
export function note(
  tx: Tx,
  { actor, now, row }: { actor: Actor; now: Date; row: Pick<BallotRow, 'id' | 'seasonId'> },
  told: Told,
): Promise<void> {
  return record(tx, { actor, now, seasonId: row.seasonId, about: { kind: 'ballot', id: row.id }, ...told })
}
