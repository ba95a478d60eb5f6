import type { Answer } from '../assessments/answer.ts'
import { type CarryRefusal, carryOver, isReplaced } from './carry-over.ts'
import type { CriteriaComparison } from './compare.ts'

/** What a unit has stored for a criterion: null, where there is but a note or a file. */
export type StoredAnswer = { code: string; answer: Answer | null }
/** What becomes of a unit's stored answers, by their codes before, in the order given. */
export type CarriedUnit = {
  kept: string[]
  moved: { from: string; to: string }[]
  setAside: { code: string; why: CarryRefusal }[]
}

/**
 * A unit's stored answers under corrected criteria: those that stand as they did, those that stand under a new code, and
 * those that fit no longer, with why (issue 3, point 2: a correction carries its answers over where they still fit).
 */
export function carryUnit(
  { criteria, after: document }: CriteriaComparison,
  stored: readonly StoredAnswer[],
): CarriedUnit {
  const pairs = new Map(criteria.map((pair) => [pair.before.code, pair]))
  const result: CarriedUnit = { kept: [], moved: [], setAside: [] }
  for (const { code, answer } of stored) {
    const pair = pairs.get(code)
    const why = pair === undefined ? 'criterion-removed' : refusalOf(answer, { ...pair, document })
    const to = pair?.after.code ?? code
    if (why !== null) result.setAside.push({ code, why })
    else if (to === code) result.kept.push(code)
    else result.moved.push({ from: code, to })
  }
  return result
}

function refusalOf(answer: Answer | null, pair: Parameters<typeof carryOver>[1]): CarryRefusal | null {
  if (answer === null)
    return isReplaced(pair.before.title.vi, pair.after.title.vi) ? 'criterion-replaced' : null
  const carried = carryOver(answer, pair)
  return carried.fits ? null : carried.why
}
