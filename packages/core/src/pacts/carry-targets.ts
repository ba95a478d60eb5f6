import { carryOver } from '../criteria/carry-over.ts'
import type { CriteriaComparison } from '../criteria/compare.ts'
import type { RegisteredTarget } from './registration.ts'

/**
 * The registered targets under criteria that were corrected since they were signed: each under its criterion's present
 * code, in the order given; one whose criterion takes no such target any more registers nothing (issue 3, point 2).
 */
export function carryTargets(
  { criteria, after: document }: CriteriaComparison,
  targets: readonly RegisteredTarget[],
): RegisteredTarget[] {
  const pairs = new Map(criteria.map((pair) => [pair.before.code, pair]))
  return targets.flatMap((registered) => {
    const pair = pairs.get(registered.criterionCode)
    const answer = { target: registered.target, actual: '0' }
    if (pair === undefined || !carryOver(answer, { ...pair, document }).fits) return []
    return [{ ...registered, criterionCode: pair.after.code }]
  })
}
