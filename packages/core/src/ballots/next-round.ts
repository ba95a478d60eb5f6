import type { Question } from './question.ts'
import type { NextStep, TallyResult } from './tally.ts'

/** The question of the next round, where the rules call for one; null: they do not (tally.md "The decision", 4). */
export function nextRound(question: Question, result: TallyResult): Question | null {
  const { next } = result
  if (next === null || next.kind !== 'secondRound' || question.kind === 'yesNo') return null
  const again = { ...question, options: next.options, seats: next.seats }
  if (again.kind === 'approve') return again
  // Who could mark no more than there were seats can mark no more than there are left.
  const most =
    question.kind === 'choose' && question.maxChoices <= question.seats ? next.seats : again.maxChoices
  return { ...again, maxChoices: Math.min(most, again.options.length) }
}

/** What the chair may decide: from these options, so many seats; null: nothing is left to the chair. */
export function leftToChair(result: TallyResult): NextStep | null {
  return result.next?.kind === 'chairDecides' ? result.next : null
}

/** Whether a choice of the chair fits: only those options, each once, no more than the seats. Leaving seats empty is a decision too. */
export function fitsDecision({ options, seats }: NextStep, chosen: readonly string[]): boolean {
  return (
    chosen.length <= seats &&
    new Set(chosen).size === chosen.length &&
    chosen.every((option) => options.includes(option))
  )
}
