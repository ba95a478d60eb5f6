import type { Answer, AnswerField } from '@bangvang/core/assessments/answer'
import { answerFields } from '@bangvang/core/assessments/answer'
import {
  type CriteriaDocument,
  type Criterion,
  type Heading,
  isHeading,
  type Option,
} from '@bangvang/core/criteria/document'
import { digitsAfterPoint, isDecimal } from '@bangvang/core/numbers/decimal'
import type { CellLook, WrittenCell, WrittenSheet } from '../../../workbook/workbook.ts'
import { fieldRule, hiddenSheet, type LineRule, listColumn, rulesOf, yesNo } from './sheet-rules.ts'
import {
  columnOf,
  headOf,
  howToFill,
  type Language,
  optionLabel,
  type SheetColumn,
  sheetColumns,
  sheetWords,
} from './sheet-words.ts'

/** An answer with its note, as it stands or stood. */
export type Noted = { answer: Answer | null; note: string; version: number }
export type SheetOf = {
  seasonId: string
  unitId: string
  unitName: string
  document: CriteriaDocument
  answers: ReadonlyMap<string, Noted>
  language: Language
}
/** The mark of a sheet's format, in the hidden sheet. */
export const sheetFormat = 'bangvang.sheet/1'
/** Rows over the first line: title, hint, headings. */
const headRows = 3

type Values = Partial<Record<SheetColumn, string | number>>
type Line = {
  values: Values
  looks: Partial<Record<SheetColumn, CellLook>>
  look: CellLook
  rules: LineRule[]
}
// Spreadsheets keep 15 digits; a longer number is written as text rather than rounded.
function exactly(decimal: string): string | number {
  const isKept = isDecimal(decimal) && decimal.replace(/\D/g, '').replace(/^0+/, '').length <= 15
  return isKept && digitsAfterPoint(decimal) <= 6 ? Number(decimal) : decimal
}

function fieldValue({ measure }: Criterion, value: unknown, language: Language): string | number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (measure.kind !== 'choice') return exactly(value)
  const option = measure.options.find(({ key }) => key === value)
  return option ? optionLabel(measure.options, option, language) : value
}

function criterionLine(criterion: Criterion, noted: Noted | undefined, language: Language): Line {
  const fields = answerFields(criterion.measure).filter((field) => field !== 'checked')
  const reported: Partial<Record<AnswerField | 'notApplicable', unknown>> = noted?.answer ?? {}
  const values: Values = {
    code: criterion.code,
    criterion: criterion.title[language],
    unit: criterion.unit ?? '',
    maxPoints: exactly(criterion.maxPoints),
    howTo: howToFill(criterion, language),
    note: noted?.note ?? '',
  }
  const looks: Line['looks'] = { target: 'closed', result: 'closed', notApplicable: 'closed', note: 'words' }
  for (const field of fields) {
    looks[columnOf(field)] = 'open'
    const value = fieldValue(criterion, reported[field], language)
    if (value !== undefined) values[columnOf(field)] = value
  }
  const rules = fields.map((field) => fieldRule(criterion, field, language))
  if (criterion.notApplicable !== undefined) {
    looks.notApplicable = 'open'
    rules.push({ column: 'notApplicable', options: yesNo(language) })
    if (reported.notApplicable === true) values.notApplicable = sheetWords.yes[language]
  }
  return { values, looks, look: 'fixed', rules }
}

function optionLine(
  criterion: Criterion,
  option: Option,
  ticked: { checked: boolean | undefined; language: Language },
): Line {
  const { checked, language } = ticked
  const values: Values = {
    code: criterion.code,
    criterion: `– ${option.title[language]}`,
    maxPoints: exactly(option.points),
    option: option.key,
  }
  if (checked !== undefined) values.result = sheetWords[checked ? 'yes' : 'no'][language]
  const looks: Line['looks'] = { target: 'closed', result: 'open', notApplicable: 'closed', note: 'closed' }
  return { values, looks, look: 'fixed', rules: [{ column: 'result', options: yesNo(language) }] }
}

function criterionLines(criterion: Criterion, { answers, language }: SheetOf): Line[] {
  const noted = answers.get(criterion.code)
  const first = criterionLine(criterion, noted, language)
  if (criterion.measure.kind !== 'checklist') return [first]
  const checked = noted?.answer && 'checked' in noted.answer ? noted.answer.checked : undefined
  return [
    first,
    ...criterion.measure.options.map((option) =>
      optionLine(criterion, option, { checked: checked?.includes(option.key), language }),
    ),
  ]
}

function nodeLines(nodes: readonly (Heading | Criterion)[], sheet: SheetOf): Line[] {
  return nodes.flatMap((node) =>
    isHeading(node)
      ? [groupLine(node, 'heading', sheet.language), ...nodeLines(node.criteria, sheet)]
      : criterionLines(node, sheet),
  )
}

function groupLine(
  { code, title }: Pick<Heading, 'code' | 'title'>,
  look: CellLook,
  language: Language,
): Line {
  return { values: { code, criterion: title[language] }, looks: {}, look, rules: [] }
}

function rowOf({ values, looks, look }: Line): WrittenCell[] {
  return sheetColumns.map((column) => ({ value: values[column] ?? null, look: looks[column] ?? look }))
}

const widths: Record<SheetColumn, number> = {
  code: 9,
  criterion: 52,
  unit: 14,
  maxPoints: 10,
  howTo: 34,
  target: 20,
  result: 22,
  notApplicable: 14,
  note: 44,
  option: 10,
}
// A bold or wide letter takes more than one place.
const fill = 0.9

function linesOfText(row: readonly WrittenCell[]): number {
  const lines = row.map(({ value }, place) => {
    const column = sheetColumns[place]
    if (typeof value !== 'string' || column === undefined || column === 'option') return 1
    const most = widths[column] * fill
    return value.split('\n').reduce((total, line) => total + Math.max(1, Math.ceil(line.length / most)), 0)
  })
  return Math.max(1, ...lines)
}

const plainCell = (value: string | number | null): WrittenCell => ({ value, look: 'plain' })

/** The hidden sheet's rows: its mark first, then every answer as it stood; the lists' options beside them. */
function hiddenRows({ seasonId, unitId, answers }: SheetOf, listed: readonly string[]): WrittenCell[][] {
  const told: (string | number)[][] = [
    [sheetFormat, seasonId, unitId],
    ...[...answers].map(([code, { answer, note, version }]) => [
      code,
      version,
      JSON.stringify({ answer, note }),
    ]),
  ]
  const length = Math.max(told.length, listed.length)
  return Array.from({ length }, (_, at) =>
    Array.from({ length: listColumn + 1 }, (_, column) =>
      plainCell(column === listColumn ? (listed[at] ?? null) : (told[at]?.[column] ?? null)),
    ),
  )
}

/** One unit's self-scoring sheet as a workbook's two sheets: the lines people fill in, and what the upload needs to know. */
export function sheetLines(sheet: SheetOf): WrittenSheet[] {
  const { document, language, unitName } = sheet
  const lines = document.sections.flatMap((section) => [
    groupLine(section, 'section', language),
    ...nodeLines(section.criteria, sheet),
  ])
  const { rules, listed } = rulesOf(
    lines.map((line) => line.rules),
    { firstRow: headRows + 1, language },
  )
  const rows: WrittenCell[][] = [
    [{ value: `${document.title[language]} – ${unitName}`, look: 'title' }],
    [{ value: sheetWords.hint[language], look: 'hint' }],
    sheetColumns.map((column) => ({ value: headOf(column, language), look: 'head' })),
    ...lines.map(rowOf),
  ]
  const columns = sheetColumns.map((column) => ({ width: widths[column], isHidden: column === 'option' }))
  return [
    {
      name: sheetWords.name[language],
      columns,
      rows,
      linesOfText: rows.map((row, at) => (at < headRows - 1 ? (at === 0 ? 1.5 : 1) : linesOfText(row))),
      rules,
      frozen: { rows: headRows, columns: 2 },
    },
    { name: hiddenSheet, isHidden: true, rows: hiddenRows(sheet, listed) },
  ]
}
