export type CriteriaFaultCode =
  | 'wrong_shape'
  | 'unknown_value'
  | 'bad_code'
  | 'duplicate_code'
  | 'duplicate_option'
  | 'not_a_decimal'
  | 'not_an_integer'
  | 'negative'
  | 'not_positive'
  | 'too_precise'
  | 'out_of_range'
  | 'same_ends'
  | 'wrong_side'
  | 'not_sorted'
  | 'empty'
  | 'rule_missing'
  | 'rule_forbidden'
  | 'bonus_forbidden'
  | 'not_applicable_forbidden'
  | 'unknown_section'
  | 'unknown_criterion'
  | 'unknown_grade'
  | 'duplicate_tie_breaker'
  | 'sum_mismatch'

/** `path` counts from 0, `sections.0.criteria.1.rule.per`; '' is the document itself. */
export type CriteriaFault = { path: string; code: CriteriaFaultCode }

/** Every fault of a criteria document at once, one a path, sorted by path; [] means it is a CriteriaDocument (scoring.md). */
export declare function checkCriteria(document: unknown): CriteriaFault[]
