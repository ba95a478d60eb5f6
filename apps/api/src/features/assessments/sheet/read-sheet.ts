import type { Answer, AnswerField } from '@bangvang/core/assessments/answer'
import { answerFields } from '@bangvang/core/assessments/answer'
import { checkAnswer } from '@bangvang/core/assessments/check-answer'
import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { decimalOfNumber, readDecimal } from '@bangvang/core/numbers/read-decimal'
import type { ReadCell } from '../../../workbook/workbook.ts'
import type { SheetLine } from './sheet-rows.ts'
import { columnOf, readOption, readTick, type SheetColumn } from './sheet-words.ts'

/** A fault in a sheet, at its cell (`F12`); `value` is what stands there. */
export type SheetFault = { cell: string; criterionCode: string | null; code: string; value: string }
/** What a sheet says of one criterion: its answer and note, or what is wrong with them. */
export type Told = { answer: Answer | null; note: string; faults: SheetFault[] }

type Reading = { value: unknown } | { fault: string }
type Lines = { criterion: Criterion; line: SheetLine; options: SheetLine[] }

const notNumbers: Partial<Record<ReadCell['kind'], string>> = {
  date: 'is_a_date',
  error: 'is_an_error',
  formula: 'formula_without_value',
  percentage: 'is_a_percentage',
  boolean: 'not_a_decimal',
}

function readNumber({ kind, value }: ReadCell): Reading {
  const refused = notNumbers[kind]
  if (refused !== undefined) return { fault: refused }
  const read = kind === 'number' ? decimalOfNumber(Number(value)) : readDecimal(value)
  return read.ok ? { value: read.decimal } : { fault: read.reason }
}

function readField(criterion: Criterion, field: AnswerField, cell: ReadCell): Reading {
  if (field === 'option') {
    const options = 'options' in criterion.measure ? criterion.measure.options : []
    const key = readOption(options, cell.value)
    return key === undefined ? { fault: 'unknown_option' } : { value: key }
  }
  const read = readNumber(cell)
  return field === 'count' && 'value' in read ? { value: Number(read.value) } : read
}

function readNote(cell: ReadCell | null): Reading {
  if (cell === null) return { value: '' }
  const refused = cell.kind === 'number' || cell.kind === 'boolean' ? undefined : notNumbers[cell.kind]
  if (refused !== undefined) return { fault: refused }
  const note = cell.value.replaceAll('\r\n', '\n').normalize('NFC').trim()
  if (note.length > 2000) return { fault: 'note_too_long' }
  return /^(?:[^\p{Cc}]|[\n\r\t])*$/u.test(note) ? { value: note } : { fault: 'not_text' }
}

const cellOf = ({ cells }: SheetLine, column: SheetColumn): ReadCell | null => cells[column] ?? null

/** Reads one criterion's lines, noting each fault at its cell. */
class CriterionReader {
  readonly faults: SheetFault[] = []
  private readonly lines: Lines
  private readonly document: CriteriaDocument
  constructor(document: CriteriaDocument, lines: Lines) {
    this.document = document
    this.lines = lines
  }

  read(): Told {
    const note = this.take(this.lines.line, 'note', readNote(cellOf(this.lines.line, 'note')))
    const answer = this.readAnswer()
    if (answer !== null && this.faults.length === 0) this.check(answer)
    return { answer: answer as Answer | null, note: String(note ?? ''), faults: this.faults }
  }

  private fault(line: SheetLine, column: SheetColumn, code: string): void {
    const value = cellOf(line, column)?.value ?? ''
    this.faults.push({
      cell: line.addressOf(column),
      criterionCode: this.lines.criterion.code,
      code,
      value: [...value].slice(0, 200).join(''),
    })
  }

  private take(line: SheetLine, column: SheetColumn, read: Reading): unknown {
    if ('value' in read) return read.value
    this.fault(line, column, read.fault)
    return undefined
  }

  private tick(line: SheetLine, column: SheetColumn): boolean | undefined {
    const cell = cellOf(line, column)
    const ticked = cell === null ? null : readTick(cell.value)
    if (cell !== null && ticked === null) this.fault(line, column, 'unknown_option')
    return ticked ?? undefined
  }

  private readAnswer(): unknown {
    const { criterion, line, options } = this.lines
    const fields = answerFields(criterion.measure).filter((field) => field !== 'checked')
    const used = new Set(fields.map(columnOf))
    for (const column of ['target', 'result'] as const)
      if (!used.has(column) && cellOf(line, column) !== null) this.fault(line, column, 'unexpected_value')
    const filled = fields.filter((field) => cellOf(line, columnOf(field)) !== null)
    if (this.tick(line, 'notApplicable') === true) {
      for (const field of filled) this.fault(line, columnOf(field), 'unexpected_value')
      return { notApplicable: true }
    }
    return criterion.measure.kind === 'checklist' ? this.readTicks(options) : this.readFields(fields, filled)
  }

  private readFields(fields: readonly AnswerField[], filled: readonly AnswerField[]): unknown {
    if (filled.length === 0) return null
    const { criterion, line } = this.lines
    const answer: Record<string, unknown> = {}
    for (const field of fields) {
      const cell = cellOf(line, columnOf(field))
      if (cell === null) this.fault(line, columnOf(field), 'missing')
      else answer[field] = this.take(line, columnOf(field), readField(criterion, field, cell))
    }
    return answer
  }

  private readTicks(options: readonly SheetLine[]): unknown {
    const checked: string[] = []
    let isAnswered = false
    for (const line of options) {
      const ticked = this.tick(line, 'result')
      if (ticked !== undefined) isAnswered = true
      if (ticked === true) checked.push(cellOf(line, 'option')?.value ?? '')
    }
    return isAnswered ? { checked } : null
  }

  private check(answer: unknown): void {
    for (const { path, code } of checkAnswer(this.document, this.lines.criterion, answer)) {
      const column = path === '' || path === 'notApplicable' ? path : columnOf(path as AnswerField)
      this.fault(this.lines.line, column === '' ? 'code' : column, code)
    }
  }
}

/** What a sheet's lines say of one criterion: blank is no answer, and every fault is named. */
export function readCriterion(document: CriteriaDocument, lines: Lines): Told {
  return new CriterionReader(document, lines).read()
}
