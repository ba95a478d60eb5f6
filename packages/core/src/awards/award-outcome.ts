import type { Question } from '../ballots/question.ts'
import type { TallyResult } from '../ballots/tally.ts'

/** A vote as far as an award rests on it: its rounds in order, and what the chair decided where it was left to them. */
export type AwardBallot = {
  status: 'prepared' | 'open' | 'closed' | 'cancelled'
  rounds: readonly { question: Question; result: TallyResult | null }[]
  /** Null while the chair has decided nothing. */
  decided: readonly string[] | null
}
export type AwardVerdict = 'passed' | 'notPassed' | 'undecided'

/** What a vote says of one unit's award; `undecided` while it runs, without a quorum, or where a round or the chair is still to decide. */
export function awardVerdict({ status, rounds, decided }: AwardBallot, option: string): AwardVerdict {
  if (status !== 'closed') return 'undecided'
  const results = rounds.flatMap(({ result }) => (result === null ? [] : [result]))
  const last = results.at(-1)
  if (last === undefined || last.outcome === 'noQuorum') return 'undecided'
  if (last.passed !== null) return last.passed ? 'passed' : 'notPassed'
  if (results.some(({ elected }) => elected.includes(option)) || decided?.includes(option)) return 'passed'
  return decided === null && last.next?.options.includes(option) ? 'undecided' : 'notPassed'
}

export const awardStatuses = ['proposed', 'passed', 'notPassed', 'withdrawn'] as const
export type AwardStatus = (typeof awardStatuses)[number]

export type OutcomeRefusal =
  | { reason: 'award-decided' }
  | { reason: 'award-undecided' }
  | { reason: 'award-contradicts' }
  | { reason: 'award-note-missing' }
  | { reason: 'award-quota' }

export type OutcomeFacts = {
  status: AwardStatus
  /** What its vote says; null where it has none in the product. */
  verdict: AwardVerdict | null
  passed: boolean
  /** Where the vote stands that was held elsewhere, or anything else to be said. */
  note: string
  /** How many units hold the award already, and may. */
  held: number
  quota: number
}

/** The chair records the outcome: what the vote says and nothing else, or a vote held elsewhere with where it stands (domain.md "Awards"). */
export function recordAwardOutcome(
  facts: OutcomeFacts,
): { ok: true } | { ok: false; refusal: OutcomeRefusal } {
  const refuse = (reason: OutcomeRefusal['reason']) => ({ ok: false, refusal: { reason } }) as const
  const { status, verdict, passed, note, held, quota } = facts
  if (status !== 'proposed') return refuse('award-decided')
  if (verdict === 'undecided') return refuse('award-undecided')
  if (verdict !== null && (verdict === 'passed') !== passed) return refuse('award-contradicts')
  if (verdict === null && note.trim() === '') return refuse('award-note-missing')
  if (passed && held >= quota) return refuse('award-quota')
  return { ok: true }
}
