import { isObject } from '../criteria/by-code.ts'
import type { CriteriaDocument, Criterion, Measure } from '../criteria/document.ts'
import { compareDecimals, digitsAfterPoint, isDecimal, toMillionths } from '../numbers/decimal.ts'
import { compareIntegers, divide } from '../numbers/integer.ts'
import { type AnswerField, answerFields } from './answer.ts'

export type AnswerFaultCode =
  | 'wrong_shape'
  | 'not_a_decimal'
  | 'not_positive'
  | 'negative'
  | 'exceeds_whole'
  | 'not_an_integer'
  | 'unknown_option'
  | 'duplicate_option'
  | 'out_of_range'
  | 'not_a_step'
  | 'too_precise'
  | 'not_applicable_forbidden'

/** `path` is relative to the answer: '' the answer itself, or its field ('target'). */
export type AnswerFault = { path: string; code: AnswerFaultCode }

type Fields = Record<string, unknown>
const COUNT_LIMIT = 1e12

/**
 * Every fault of an answer to this criterion, one a field, sorted by path; [] means it is an Answer that scores
 * (scoring.md "A submission"). The document is the one the criterion stands in.
 */
export function checkAnswer(
  _document: CriteriaDocument,
  criterion: Criterion,
  answer: unknown,
): AnswerFault[] {
  if (!isObject(answer)) return [{ path: '', code: 'wrong_shape' }]
  if (Object.hasOwn(answer, 'notApplicable')) return checkNotApplicable(criterion, answer)
  const fields = answerFields(criterion.measure)
  const present = fields.filter((field) => Object.hasOwn(answer, field))
  const isRightShape = present.length === fields.length && Object.keys(answer).length === fields.length
  const faults: AnswerFault[] = isRightShape ? [] : [{ path: '', code: 'wrong_shape' }]
  for (const field of present.sort()) {
    const code = fieldFault(criterion, field, answer)
    if (code !== null) faults.push({ path: field, code })
  }
  return faults
}

function checkNotApplicable(criterion: Criterion, answer: Fields): AnswerFault[] {
  if (answer.notApplicable !== true || Object.keys(answer).length > 1) {
    return [{ path: '', code: 'wrong_shape' }]
  }
  if (criterion.notApplicable === undefined) {
    return [{ path: 'notApplicable', code: 'not_applicable_forbidden' }]
  }
  return []
}

function fieldFault(criterion: Criterion, field: AnswerField, answer: Fields): AnswerFaultCode | null {
  const value = answer[field]
  const { measure } = criterion
  if (field === 'count') return countFault(value)
  if (field === 'option') return optionKeys(measure).has(value) ? null : 'unknown_option'
  if (field === 'checked') return checkedFault(value, optionKeys(measure))
  if (!isDecimal(value)) return 'not_a_decimal'
  switch (field) {
    case 'value':
    case 'actual':
      return null
    case 'target':
      return measure.kind === 'achievement' && isZeroOrLess(value) ? 'not_positive' : null
    case 'whole':
      return isZeroOrLess(value) ? 'not_positive' : null
    case 'part':
      return partFault(value, answer.whole)
    case 'points':
      return judgementFault(value, criterion)
  }
}

function isZeroOrLess(value: string): boolean {
  return compareDecimals(value, '0') <= 0
}

function countFault(value: unknown): AnswerFaultCode | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value >= COUNT_LIMIT) return 'not_an_integer'
  return value < 0 ? 'negative' : null
}

function optionKeys(measure: Measure): Set<unknown> {
  return new Set('options' in measure ? measure.options.map((option) => option.key) : [])
}

function checkedFault(value: unknown, known: Set<unknown>): AnswerFaultCode | null {
  if (!Array.isArray(value)) return 'wrong_shape'
  if (new Set(value).size < value.length) return 'duplicate_option'
  return value.every((key) => known.has(key)) ? null : 'unknown_option'
}

function partFault(part: string, whole: unknown): AnswerFaultCode | null {
  if (compareDecimals(part, '0') < 0) return 'negative'
  const isOver = isDecimal(whole) && !isZeroOrLess(whole) && compareDecimals(part, whole) > 0
  return isOver ? 'exceeds_whole' : null
}

function isWithin(value: string, most: string): boolean {
  return compareDecimals(value, '0') >= 0 && compareDecimals(value, most) <= 0
}

function judgementFault(points: string, { maxPoints, measure }: Criterion): AnswerFaultCode | null {
  if (!isWithin(points, maxPoints)) return 'out_of_range'
  const step = measure.kind === 'judgement' ? measure.step : undefined
  if (step === undefined) return null
  const { remainder } = divide(toMillionths(points), toMillionths(step))
  return compareIntegers(remainder, 0) === 0 ? null : 'not_a_step'
}

/** Every fault of an appraiser's override of this criterion, as checkAnswer gives those of an answer. */
export function checkOverride(
  document: CriteriaDocument,
  criterion: Criterion,
  override: unknown,
): AnswerFault[] {
  if (!isObject(override)) return [{ path: '', code: 'wrong_shape' }]
  const isRightShape =
    Object.hasOwn(override, 'points') &&
    Object.keys(override).every((key) => key === 'points' || key === 'bonus')
  const faults: AnswerFault[] = isRightShape ? [] : [{ path: '', code: 'wrong_shape' }]
  const limits = { bonus: criterion.bonus?.cap ?? '0', points: criterion.maxPoints }
  for (const path of ['bonus', 'points'] as const) {
    if (!Object.hasOwn(override, path)) continue
    const code = amountFault(override[path], limits[path], document.decimals)
    if (code !== null) faults.push({ path, code })
  }
  return faults
}

function amountFault(value: unknown, most: string, decimals: number): AnswerFaultCode | null {
  if (!isDecimal(value)) return 'not_a_decimal'
  if (!isWithin(value, most)) return 'out_of_range'
  return digitsAfterPoint(value) > decimals ? 'too_precise' : null
}
