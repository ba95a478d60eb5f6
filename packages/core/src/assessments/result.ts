export type CriterionStatus = 'overridden' | 'missing' | 'notApplicable' | 'pending' | 'scored'

/** `measure` has 6 digits after the point, or is null; `points` and `bonus` have the document's `decimals`. */
export type CriterionResult = {
  status: CriterionStatus
  measure: string | null
  points: string
  bonus: string
}

export type SectionResult = { points: string; max: string }

/** One unit's points (scoring.md "Points", "Vectors"); amounts are decimal strings with the document's `decimals`. */
export type UnitResult = {
  unit: string
  criteria: Record<string, CriterionResult>
  sections: Record<string, SectionResult>
  scored: string
  bonus: string
  penalty: string
  total: string
  grade: string | null
  ranked: boolean
  awardable: boolean
  onHold: boolean
}
