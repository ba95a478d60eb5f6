import { type Answer, type AnswerField, answerFields } from '@bangvang/core/assessments/answer'
import { type AnswerFaultCode, checkAnswer } from '@bangvang/core/assessments/check-answer'
import type { CriteriaDocument, Criterion, Option, Text } from '@bangvang/core/criteria/document'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { readDecimal } from '@bangvang/core/numbers/read-decimal'
import { inBoth } from '@bangvang/core/numbers/written'
import { typedNumber } from '../../lib/typed-answer.ts'

export type Language = keyof Text
export type TextField = Exclude<AnswerField, 'checked'>
type Noted = { answer: Answer | null; note: string }

/** What stands in a row's cells as typed, readable or not; `checked` is null where a checklist is not answered. */
export type Typed = {
  texts: Partial<Record<TextField, string>>
  checked: string[] | null
  isNotApplicable: boolean
  note: string
}

export type CellFault = {
  field: AnswerField | ''
  code: AnswerFaultCode | 'ambiguous_number'
  /** What was typed in that cell. */
  text: string
  /** Texts that would repair the cell in one press. */
  repairs: string[]
}
export type Reading =
  | { kind: 'answer'; answer: Answer | null }
  | { kind: 'incomplete'; missing: TextField[] }
  | { kind: 'faults'; faults: CellFault[] }

/** A row nobody has typed in. */
export const untyped: Typed = { texts: {}, checked: null, isNotApplicable: false, note: '' }

/** The text cells of a criterion's row by grid column: what was to be reached stands left, what was reached right. */
export function textFields({ measure }: Criterion): TextField[] {
  if (measure.kind === 'share') return ['whole', 'part']
  return answerFields(measure).filter((field) => field !== 'checked')
}

/** A decimal as the language prints it, as short as it is exact. */
export function printedNumber(decimal: string, language: Language): string {
  return inBoth((pen) => pen.number(decimal))[language]
}

/** The cells as a stored answer fills them. */
export function typedOf(criterion: Criterion, noted: Noted | undefined, language: Language): Typed {
  if (noted === undefined) return untyped
  const { answer, note } = noted
  if (answer === null) return { ...untyped, note }
  if ('notApplicable' in answer) return { ...untyped, isNotApplicable: true, note }
  if ('checked' in answer) return { ...untyped, checked: answer.checked, note }
  const texts: Typed['texts'] = {}
  for (const field of textFields(criterion)) {
    const value = (answer as Partial<Record<TextField, string | number>>)[field]
    if (value === undefined) continue
    texts[field] = field === 'option' ? String(value) : typedNumber(String(value), language)
  }
  return { ...untyped, texts, note }
}

/** A cell's text as it is shown while nobody types in it. */
export function shownText(text: string, field: TextField, language: Language): string {
  if (field === 'option') return text
  const reading = readDecimal(text)
  return reading.ok ? printedNumber(reading.decimal, language) : text
}

/** What the cells say: an answer that scores (null: not answered), an answer begun, or what is wrong with which cell. */
export function readTyped(document: CriteriaDocument, criterion: Criterion, typed: Typed): Reading {
  const check = checkIn(document, criterion, typed)
  if (typed.isNotApplicable) return check({ notApplicable: true })
  if (criterion.measure.kind === 'checklist') {
    return typed.checked === null ? { kind: 'answer', answer: null } : check({ checked: typed.checked })
  }
  const fields = textFields(criterion)
  const missing = fields.filter((field) => textOf(typed, field) === '')
  if (missing.length === fields.length) return { kind: 'answer', answer: null }
  const answer: Record<string, unknown> = {}
  const faults: CellFault[] = []
  for (const field of fields.filter((one) => !missing.includes(one))) {
    const read = readText(field, textOf(typed, field))
    if ('value' in read) answer[field] = read.value
    else faults.push(read)
  }
  if (faults.length > 0) return { kind: 'faults', faults }
  if (missing.length > 0) return { kind: 'incomplete', missing }
  return check(answer)
}

function readText(field: TextField, text: string): { value: string | number } | CellFault {
  if (field === 'option') return { value: text }
  const reading = readDecimal(text)
  if (!reading.ok) return { field, code: reading.reason, text, repairs: repairsOf(text) }
  return { value: field === 'count' ? Number(reading.decimal) : reading.decimal }
}

function checkIn(document: CriteriaDocument, criterion: Criterion, typed: Typed) {
  return (answer: Record<string, unknown>): Reading => {
    const faults = checkAnswer(document, criterion, answer)
    if (faults.length === 0) return { kind: 'answer', answer: answer as Answer }
    return {
      kind: 'faults',
      faults: faults.map(({ path, code }) => {
        const field = path as CellFault['field']
        const text = field === '' || field === 'checked' ? '' : textOf(typed, field)
        return { field, code, text, repairs: [] }
      }),
    }
  }
}

function textOf({ texts }: Typed, field: TextField): string {
  return (texts[field] ?? '').trim()
}

/** The numbers that a text which is none may have meant: "65,8 tr" is 65,8; "1.234" is 1234 or 1,234. */
function repairsOf(text: string): string[] {
  const reading = readDecimal(text)
  if (!reading.ok && reading.reason === 'ambiguous_number') return bothReadings(text)
  const [number = ''] = /-?\d[\d.,\s]*\d|-?\d/.exec(text.replace('−', '-')) ?? []
  if (number === text) return []
  const found = readDecimal(number)
  if (found.ok) return [number]
  return found.reason === 'ambiguous_number' ? bothReadings(number) : []
}

/** "1.234" as a grouped whole number, then as a number with three decimals, neither of which reads two ways. */
export function bothReadings(text: string): [grouped: string, decimal: string] {
  const written = text.trim()
  return [written.replace(/[.,]/, ''), `${written}0`]
}

/** Whether two answers with their notes say the same. */
export function isSameNoted(a: Noted, b: Noted): boolean {
  return a.note.trim() === b.note.trim() && canonicalJson(a.answer) === canonicalJson(b.answer)
}

/** A criterion's options, [] where its measure has none. */
export function optionsOf({ measure }: Criterion): Option[] {
  return 'options' in measure ? measure.options : []
}
