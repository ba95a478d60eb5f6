import { ballotStatuses, voteSources } from '@bangvang/core/ballots/ballot'
import type { Ballot, Question } from '@bangvang/core/ballots/question'
import type { TallyResult } from '@bangvang/core/ballots/tally'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { QuorumView } from './meetings.ts'
import { Code, Instant, Reason, SeasonId, Uuid, Words } from './wire.ts'

/** Checked by core's `checkQuestion`, which names every fault; here only that it is an object. */
export const QuestionShape = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Question, Question>
/** Checked by core's `checkTurnout`; here only the outline of a yes, a list of marks, or a yes or no by option. */
export const ChoiceShape = z.union([
  z.enum(['yes', 'no', 'abstain']),
  z.array(z.string().max(300)).max(200),
  z.record(z.string().max(300), z.enum(['yes', 'no'])),
]) satisfies z.ZodType<Ballot>

const Count = z.number().int()
const NextStep = z.object({
  kind: z.enum(['secondRound', 'chairDecides']),
  options: z.array(z.string()),
  seats: Count,
})
/** What core's `tally` decided, and by which rule. */
export const ResultView = z.object({
  counts: z.object({
    members: Count,
    present: Count,
    written: Count,
    cast: Count,
    invalid: Count,
    valid: Count,
    blank: Count,
    expressed: Count,
  }),
  options: z.array(
    z.object({ option: z.string(), votes: Count, against: Count, abstained: Count, passes: z.boolean() }),
  ),
  passed: z.boolean().nullable(),
  outcome: z.enum(['decided', 'notEnough', 'tie', 'noQuorum']),
  elected: z.array(z.string()),
  tied: z.array(z.string()),
  seatsLeft: Count,
  next: NextStep.nullable(),
}) satisfies z.ZodType<TallyResult>

export const VoteView = z.object({
  unitId: Code,
  unitName: z.string(),
  source: z.enum(voteSources),
  /** Null: invalid, or hidden while the round is open; see `isHidden`. */
  choice: ChoiceShape.nullable(),
  isInvalid: z.boolean(),
  /** While the round is open only that a unit has voted is told, and to the unit its own vote. */
  isHidden: z.boolean(),
  byName: z.string(),
  at: Instant,
  paperNumber: z.string().nullable(),
  fileId: Uuid.nullable(),
})
export const RoundView = z.object({
  round: Count,
  question: QuestionShape,
  status: z.enum(['prepared', 'open', 'closed', 'cancelled']),
  openedAt: Instant.nullable(),
  /** Until when the chair gives time; nothing closes by itself. */
  endsAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** Whether there are enough for this question: now, or when it was closed. */
  quorum: QuorumView,
  votes: z.array(VoteView),
  /** Units that are there and have not voted. */
  waiting: z.array(z.object({ unitId: Code, unitName: z.string() })),
  /** Null until closed. */
  result: ResultView.nullable(),
})
export type RoundView = z.infer<typeof RoundView>
export const BallotView = z.object({
  id: Uuid,
  meetingId: Uuid,
  seasonId: SeasonId,
  itemId: Uuid,
  kind: z.literal('open'),
  title: z.string(),
  /** The preset of core it was made from; null: none. */
  preset: z.string().nullable(),
  legalBasis: z.string(),
  /** Whether votes and counts are shown while it is open, as hands are. */
  showsVotes: z.boolean(),
  status: z.enum(ballotStatuses),
  version: z.number().int(),
  /** The first first; the last is the present one. */
  rounds: z.array(RoundView).min(1),
  /** Everyone elected in all rounds, and by the chair's decision. */
  elected: z.array(z.string()),
  chairDecision: z
    .object({ options: z.array(z.string()), reason: z.string(), byName: z.string(), at: Instant })
    .nullable(),
  cancelled: z.object({ reason: z.string(), byName: z.string(), at: Instant }).nullable(),
  may: z.object({
    run: z.boolean(),
    decide: z.boolean(),
    /** The unit the reader may vote for now; null: none. */
    voteFor: Code.nullable(),
  }),
})
export type BallotView = z.infer<typeof BallotView>

const keepers = ['chair', 'viceChair', 'secretary'] as const
const params = z.object({ ballotId: Uuid })
const Asked = z.object({
  title: Reason(1000),
  preset: z.string().max(40).nullable(),
  legalBasis: Words(1000),
  showsVotes: z.boolean(),
  question: QuestionShape,
})
const refusals = ['not-found', 'not-meeting-officer', 'season-closed', 'ballot-state'] as const

export const ballots = {
  list: endpoint({
    method: 'GET',
    path: '/api/ballots',
    summary: 'The open votes of a meeting, in the order they were prepared',
    access: 'signed-in',
    query: z.object({ meetingId: Uuid }),
    status: 200,
    response: z.object({ items: z.array(BallotView), now: Instant }),
    problems: ['not-found'],
  }),
  show: endpoint({
    method: 'GET',
    path: '/api/ballots/:ballotId',
    summary: 'One vote with its rounds',
    access: 'signed-in',
    params,
    status: 200,
    response: BallotView,
    problems: ['not-found'],
  }),
  prepare: endpoint({
    method: 'POST',
    path: '/api/ballots',
    summary: 'Prepare an open vote on an item of the agenda',
    access: keepers,
    body: Asked.extend({ meetingId: Uuid, itemId: Uuid }),
    status: 201,
    response: BallotView,
    problems: ['not-found', 'not-meeting-officer', 'season-closed', 'meeting-state', 'question-invalid'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/ballots/:ballotId',
    summary: 'Change a vote that is not open yet, where it is as the writer saw it',
    access: keepers,
    params,
    body: Asked.extend({ version: z.number().int().min(1) }),
    status: 200,
    response: BallotView,
    problems: [...refusals, 'question-invalid', 'ballot-changed'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/ballots/:ballotId',
    summary: 'Remove a vote that was never open and has no written opinion',
    access: keepers,
    params,
    status: 204,
    response: null,
    problems: [...refusals],
  }),
  open: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/open',
    summary: 'Open the vote, where enough are there; minutes is the time given, or none',
    access: keepers,
    params,
    body: z.object({ minutes: z.number().int().min(1).max(600).nullable() }),
    status: 200,
    response: BallotView,
    problems: [...refusals, 'meeting-state', 'no-quorum'],
  }),
  extend: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/extend',
    summary: 'Give more time',
    access: keepers,
    params,
    body: z.object({ minutes: z.number().int().min(1).max(600) }),
    status: 200,
    response: BallotView,
    problems: [...refusals],
  }),
  cast: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/votes',
    summary: "A unit's one vote, on one's own device",
    access: ['delegate', 'leader'],
    params,
    /** The round as the voter saw it. */
    body: z.object({ round: z.number().int().min(1), choice: ChoiceShape }),
    status: 201,
    response: BallotView,
    problems: [
      'not-found',
      'season-closed',
      'ballot-state',
      'already-voted',
      'unit-not-present',
      'vote-invalid',
    ],
  }),
  enter: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/entries',
    summary:
      'The secretary enters the votes of a show of hands or of paper, all or none; choice null is invalid',
    access: keepers,
    params,
    body: z.object({
      round: z.number().int().min(1),
      votes: z
        .array(z.object({ unitId: Code, choice: ChoiceShape.nullable() }))
        .min(1)
        .max(1000),
    }),
    status: 201,
    response: BallotView,
    problems: [...refusals, 'unknown-unit', 'already-voted', 'unit-not-present', 'vote-invalid'],
  }),
  enterOpinion: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/opinions',
    summary: 'The written opinion of an absent member, by the number of its paper',
    access: keepers,
    params,
    body: z.object({
      round: z.number().int().min(1),
      unitId: Code,
      choice: ChoiceShape.nullable(),
      paperNumber: Reason(100),
      fileId: Uuid.nullable(),
    }),
    status: 201,
    response: BallotView,
    problems: [...refusals, 'unknown-unit', 'unknown-file', 'already-voted', 'unit-present', 'vote-invalid'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/close',
    summary: 'Close the vote: it is counted once, and the rule that decided is kept',
    access: keepers,
    params,
    body: z.object({ round: z.number().int().min(1) }),
    status: 200,
    response: BallotView,
    problems: [...refusals],
  }),
  nextRound: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/rounds',
    summary: 'Prepare a second round among those that may still win',
    access: keepers,
    params,
    body: z.object({ round: z.number().int().min(1) }),
    status: 201,
    response: BallotView,
    problems: [...refusals, 'no-next-round'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/decision',
    summary: 'The chair decides where the rules leave it to them, with a reason',
    access: ['chair', 'viceChair'],
    params,
    body: z.object({ options: z.array(z.string().max(300)).max(200), reason: Reason() }),
    status: 201,
    response: BallotView,
    problems: [...refusals, 'chair-does-not-decide', 'vote-invalid'],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/ballots/:ballotId/cancel',
    summary: 'Give up a vote that is not closed, with a reason; what was voted stays on record',
    access: keepers,
    params,
    body: z.object({ reason: Reason() }),
    status: 200,
    response: BallotView,
    problems: [...refusals],
  }),
}
