import { type LawFacts, type LawState, lawInForce } from './law.ts'
import { type Replacing, replacementOf } from './replacement.ts'

/** What is wrong with naming a law: its state on the day, and what stands in its place. */
export type BasisWarning = { lawId: string; state: LawState | 'missing'; replacedBy: Replacing[] }

/**
 * Of the laws named as a basis, those that do not stand as they are on a day (ISO date), in the order named: not yet or no longer in
 * force, replaced wholly or in part, from when not known, or not on the shelf (issue 3, point 3). Laws in a circle replace nothing.
 */
export function basisWarnings(
  basisIds: readonly string[],
  laws: readonly LawFacts[],
  day: string,
): BasisWarning[] {
  const byId = new Map(laws.map((law) => [law.id, law]))
  return basisIds.flatMap((lawId) => {
    const law = byId.get(lawId)
    const state = law === undefined ? ('missing' as const) : lawInForce(law, day)
    const found = replacementOf(lawId, laws, day)
    const replacedBy = found.ok ? found.by : []
    return state === 'inForce' && replacedBy.length === 0 ? [] : [{ lawId, state, replacedBy }]
  })
}
