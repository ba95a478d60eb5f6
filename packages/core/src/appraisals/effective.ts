import type { Answer, Submission } from '../assessments/answer.ts'

/** What the appraisers decided on one cell: the self answer stands, another answer counts, or points are set. */
export type AppraisalDecision =
  | { kind: 'kept' }
  | { kind: 'corrected'; answer: Answer }
  | { kind: 'overridden'; points: string; bonus?: string }

export type UnitLayers = {
  unit: string
  /** The latest self-assessment, by criterion code. */
  selfAnswers: Readonly<Record<string, Answer>>
  /** The latest decision of the appraisers, by criterion code. */
  decisions: Readonly<Record<string, AppraisalDecision>>
  /** The codes of the gates that apply. */
  gates: readonly string[]
}

/** What counts of a unit's layers: the latest in the order self, appraised (domain.md "Scores are kept in layers"). */
export declare function effectiveSubmission(layers: UnitLayers): Submission
