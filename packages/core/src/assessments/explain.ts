import type { CriteriaDocument, Criterion, Text } from '../criteria/document.ts'
import type { Answer, Override } from './answer.ts'
import type { CriterionResult } from './result.ts'

/** How one criterion's points came about, a sentence a step in both languages; null where a step does not apply. */
export type Explanation = {
  /** What stands before all else: overridden, missing, not applicable, pending; null where plainly scored. */
  status: Text | null
  measure: Text | null
  rule: Text | null
  calculation: Text | null
  rounding: Text | null
  bonus: Text | null
}

export type ExplainedCriterion = {
  criterionCode: string
  answer: Answer | undefined
  override: Override | undefined
  result: CriterionResult
  /** The unit's place in a rank measure, where known. */
  place?: number
}

/** The trace in words of one criterion's points: measure, rule, calculation, rounding, bonus (scoring.md). */
export declare function explainCriterion(
  document: CriteriaDocument,
  explained: ExplainedCriterion,
): Explanation

/** The rule in words, or null where the measure has none (points are the option's, or given). */
export declare function describeRule(criterion: Criterion): Text | null

/** One point of a rule's curve, decimal strings. */
export type CurvePoint = { m: string; points: string }

/**
 * The corners of a numeric rule's curve, by m ascending, for drawing straight lines between them; a jump is two points with
 * the same m. [] where the rule does not make points from a number.
 */
export declare function ruleCurve(criterion: Criterion): CurvePoint[]
