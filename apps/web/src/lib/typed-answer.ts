import { type Answer, type AnswerField, answerFields } from '@bangvang/core/assessments/answer'
import { type AnswerFaultCode, checkAnswer, checkOverride } from '@bangvang/core/assessments/check-answer'
import type { CriteriaDocument, Criterion, Text } from '@bangvang/core/criteria/document'
import { readDecimal } from '@bangvang/core/numbers/read-decimal'

/** What stands in the fields of a correction, as typed. */
export type TypedAnswer = {
  texts: Partial<Record<AnswerField, string>>
  checked: readonly string[]
  isNotApplicable: boolean
}
export type FieldFault = { field: string; code: AnswerFaultCode | 'ambiguous_number'; text: string }
export type Reading<T> =
  | { kind: 'whole'; value: T }
  | { kind: 'incomplete' }
  | { kind: 'faulty'; faults: FieldFault[] }

/** A decimal as one types it: the language's mark, no grouping, and never such that it reads two ways. */
export function typedNumber(decimal: string, language: keyof Text): string {
  const text = /^-?[1-9]\d{0,2}\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal
  return language === 'vi' ? text.replace('.', ',') : text
}

/** The fields as a present answer fills them. */
export function typedOf(criterion: Criterion, answer: Answer | null, language: keyof Text): TypedAnswer {
  const empty: TypedAnswer = { texts: {}, checked: [], isNotApplicable: false }
  if (answer === null) return empty
  if ('notApplicable' in answer) return { ...empty, isNotApplicable: true }
  if ('checked' in answer) return { ...empty, checked: answer.checked }
  const texts: TypedAnswer['texts'] = {}
  for (const field of answerFields(criterion.measure)) {
    const value = (answer as Partial<Record<AnswerField, string | number>>)[field]
    if (value !== undefined)
      texts[field] = field === 'option' ? String(value) : typedNumber(String(value), language)
  }
  return { ...empty, texts }
}

type Read = { value: unknown } | { fault: FieldFault }

function readText(field: string, text: string): Read {
  const reading = readDecimal(text)
  if (!reading.ok) return { fault: { field, code: reading.reason, text } }
  return { value: field === 'count' ? Number(reading.decimal) : reading.decimal }
}

function readField(field: AnswerField, typed: TypedAnswer): Read | null {
  if (field === 'checked') return { value: [...typed.checked] }
  const text = (typed.texts[field] ?? '').trim()
  if (text === '') return null
  return field === 'option' ? { value: text } : readText(field, text)
}

/** The answer that the fields make, checked as the server will (scoring.md "A submission"). */
export function readAnswer(
  document: CriteriaDocument,
  criterion: Criterion,
  typed: TypedAnswer,
): Reading<Answer> {
  if (typed.isNotApplicable) return { kind: 'whole', value: { notApplicable: true } }
  const answer: Record<string, unknown> = {}
  const faults: FieldFault[] = []
  let isWhole = true
  for (const field of answerFields(criterion.measure)) {
    const read = readField(field, typed)
    if (read === null) isWhole = false
    else if ('fault' in read) faults.push(read.fault)
    else answer[field] = read.value
  }
  if (faults.length > 0) return { kind: 'faulty', faults }
  if (!isWhole) return { kind: 'incomplete' }
  const wrong = checkAnswer(document, criterion, answer)
  if (wrong.length === 0) return { kind: 'whole', value: answer as Answer }
  return {
    kind: 'faulty',
    faults: wrong.map(({ path, code }) => ({
      field: path,
      code,
      text: typed.texts[path as AnswerField] ?? '',
    })),
  }
}

export type TypedPoints = { points: string; bonus: string }

/** The points, and the bonus where one is typed, that an override sets, checked as the server will. */
export function readOverride(
  document: CriteriaDocument,
  criterion: Criterion,
  typed: TypedPoints,
): Reading<{ points: string; bonus?: string }> {
  if (typed.points.trim() === '') return { kind: 'incomplete' }
  const override: Record<string, unknown> = {}
  const faults: FieldFault[] = []
  for (const field of ['points', 'bonus'] as const) {
    if (typed[field].trim() === '') continue
    const read = readText(field, typed[field])
    if ('fault' in read) faults.push(read.fault)
    else override[field] = read.value
  }
  const wrong = faults.length > 0 ? [] : checkOverride(document, criterion, override)
  for (const { path, code } of wrong)
    faults.push({ field: path, code, text: typed[path as keyof TypedPoints] ?? '' })
  if (faults.length > 0) return { kind: 'faulty', faults }
  return { kind: 'whole', value: override as { points: string; bonus?: string } }
}
