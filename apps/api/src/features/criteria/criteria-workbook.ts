import type { ReadSheet } from '@bangvang/core/criteria/sheet-lines'
import { readSheets, type SheetReading } from '@bangvang/core/criteria/sheet-read'
import { type SheetColumn, type SheetLanguage, sheetHint } from '@bangvang/core/criteria/sheet-words'
import { type CriteriaSheet, type SheetRow, writeSheets } from '@bangvang/core/criteria/sheet-write'
import { valueAt } from '@bangvang/core/criteria/value-at'
import {
  columnLetter,
  type ReadCell,
  readWorkbook,
  type WrittenCell,
  type WrittenSheet,
  writeWorkbook,
} from '../../workbook/workbook.ts'

const listSheet = 'bangvang'
/** Rows over the first: title, hint, headings. */
const headRows = 3
/** Rules reach past the last row, for those a person adds. */
const spareRows = 200

const widths: Partial<Record<SheetColumn, number>> = {
  vi: 52,
  en: 40,
  measure: 26,
  rule: 22,
  guidanceVi: 40,
  guidanceEn: 30,
  field: 26,
  value: 52,
  effect: 26,
  by: 20,
}

function cellsOf({ look, cells }: SheetRow): WrittenCell[] {
  return cells.map(({ value, isUsed }) => {
    if (look !== 'row') return { value, look: isUsed ? look : 'closed' }
    return { value, look: isUsed ? (typeof value === 'string' ? 'words' : 'open') : 'closed' }
  })
}

const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0)

function sheetOf(sheet: CriteriaSheet, title: string, hint: string): Omit<WrittenSheet, 'rules'> {
  const rows: WrittenCell[][] = [
    [{ value: title, look: 'title' }],
    [{ value: sheet.id === 'criteria' ? hint : null, look: 'hint' }],
    sheet.columns.map(({ head }) => ({ value: head, look: 'head' })),
    ...sheet.rows.map(cellsOf),
  ]
  const columns = sheet.columns.map(({ id }) => ({ width: widths[id] ?? 12 }))
  const linesOfText = rows.map((row, at) =>
    at < headRows - 1
      ? 1
      : Math.max(
          1,
          ...row.map(({ value }, place) =>
            typeof value === 'string' ? linesIn(value, columns[place]?.width ?? 12) : 1,
          ),
        ),
  )
  const frozen = { rows: headRows, columns: sheet.id === 'criteria' ? 4 : 1 }
  return { name: sheet.name, columns, rows, linesOfText, frozen }
}

/** The lists of words that columns take, gathered on a hidden sheet, and the rules that name them. */
function withRules(sheets: readonly CriteriaSheet[], written: Omit<WrittenSheet, 'rules'>[]): WrittenSheet[] {
  const listed: string[] = []
  const ruled = sheets.map(({ columns, rows }, at) => ({
    ...written[at],
    rules: columns.flatMap(({ words }, place) => {
      if (words.length === 0) return []
      const letter = columnLetter(place)
      const from = `${listSheet}!$A$${listed.length + 1}:$A$${listed.length + words.length}`
      listed.push(...words)
      const cell = `${letter}${headRows + 1}:${letter}${headRows + rows.length + spareRows}`
      return [{ cell, rule: { kind: 'list', from } as const, message: words.join(' · ') }]
    }),
  })) as WrittenSheet[]
  const list: WrittenCell[][] = listed.map((value) => [{ value, look: 'plain' }])
  return [...ruled, { name: listSheet, isHidden: true, rows: list }]
}

/** Criteria as a workbook that a person can edit and upload again; whatever faults they have. */
export function writeCriteria(document: unknown, language: SheetLanguage): Promise<Uint8Array> {
  const sheets = writeSheets(document, language)
  const title = String(valueAt(document, `title.${language}`) ?? '')
  return writeWorkbook(
    withRules(
      sheets,
      sheets.map((sheet) => sheetOf(sheet, title, sheetHint[language])),
    ),
  )
}

// A percentage shows another number than it holds: it is read as what is shown, which is no decimal.
const readCell = (cell: ReadCell | null) =>
  cell === null
    ? null
    : {
        isNumber: cell.kind === 'number',
        text: cell.kind === 'percentage' ? `${cell.value} (%)` : cell.value,
      }

/** What a workbook says, by readSheets; null where it is no workbook or none of ours. */
export async function readCriteriaWorkbook(
  bytes: Uint8Array,
): Promise<Extract<SheetReading, { ok: true }> | null> {
  const sheets = await readWorkbook(bytes)
  if (sheets === null) return null
  const shown: ReadSheet[] = sheets
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(readCell)) }))
  const reading = readSheets(shown)
  return reading.ok ? reading : null
}
