/** What can be wrong with a criteria document, in the order in which one of several at a path is named (scoring.md). */
export const CRITERIA_FAULT_CODES = [
  'wrong_shape',
  'unknown_value',
  'bad_code',
  'duplicate_code',
  'duplicate_option',
  'not_a_decimal',
  'not_an_integer',
  'negative',
  'not_positive',
  'too_precise',
  'out_of_range',
  'same_ends',
  'wrong_side',
  'not_sorted',
  'empty',
  'rule_missing',
  'rule_forbidden',
  'bonus_forbidden',
  'not_applicable_forbidden',
  'unknown_section',
  'unknown_criterion',
  'unknown_grade',
  'duplicate_tie_breaker',
  'sum_mismatch',
] as const

export type CriteriaFaultCode = (typeof CRITERIA_FAULT_CODES)[number]

/** `path` counts from 0, `sections.0.criteria.1.rule.per`; '' is the document itself. */
export type CriteriaFault = { path: string; code: CriteriaFaultCode }

/** The faults found so far, one a path: the first in the order of the codes. */
export class FaultList {
  readonly #codes = new Map<string, CriteriaFaultCode>()

  add(path: string, code: CriteriaFaultCode): void {
    const named = this.#codes.get(path)
    if (named === undefined || CRITERIA_FAULT_CODES.indexOf(code) < CRITERIA_FAULT_CODES.indexOf(named)) {
      this.#codes.set(path, code)
    }
  }

  /** Whether a fault is named at that field of the document or anywhere in it. */
  hasIn(field: string): boolean {
    return [...this.#codes.keys()].some((path) => path === field || path.startsWith(`${field}.`))
  }

  /** Every fault, sorted by path (by code unit). */
  sorted(): CriteriaFault[] {
    return [...this.#codes].map(([path, code]) => ({ path, code })).sort((a, b) => (a.path < b.path ? -1 : 1))
  }
}
