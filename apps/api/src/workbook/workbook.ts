import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { readInThread } from '../files/read-in-thread.ts'
import { isSmallArchive } from './archive.ts'

/** A cell as it was read: its kind, and its value as text. A formula is only left where it holds no result. */
export type ReadCell = {
  kind: 'text' | 'number' | 'boolean' | 'date' | 'error' | 'formula' | 'percentage'
  value: string
}
export type ReadSheet = { name: string; isHidden: boolean; rows: (ReadCell | null)[][] }

export type CellLook =
  | 'title'
  | 'hint'
  | 'head'
  | 'section'
  | 'heading'
  | 'fixed'
  | 'open'
  | 'words'
  | 'closed'
  | 'plain'
export type WrittenCell = { value: string | number | null; look: CellLook }
export type Rule = { kind: 'list'; from: string } | { kind: 'decimal' | 'whole'; least: string; most: string }
export type WrittenSheet = {
  name: string
  isHidden?: boolean
  columns?: { width: number; isHidden?: boolean }[]
  rows: WrittenCell[][]
  /** How many lines of text each row shows, from the first; readers do not measure it themselves. */
  linesOfText?: number[]
  /** Where rows and columns stay in sight, and which row each printed page repeats. */
  frozen?: { rows: number; columns: number }
  /** What a cell takes, by its address; any other entry is warned of, never forbidden. */
  rules?: { cell: string; rule: Rule; message: string }[]
}

const grid = { style: 'thin', color: { rgb: 'D9D4C7' } } as const
const border = { top: grid, right: grid, bottom: grid, left: grid }
const filled = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const wrapped = { vertical: 'top', wrapText: true } as const
const looks: Record<CellLook, CellStyle> = {
  title: { font: { bold: true, size: 14, color: { rgb: '8A1C1C' } } },
  hint: { font: { italic: true, color: { rgb: '5B5548' } } },
  head: {
    font: { bold: true, color: { rgb: 'FFFFFF' } },
    fill: filled('8A1C1C'),
    border,
    alignment: { ...wrapped, vertical: 'center' },
  },
  section: { font: { bold: true }, fill: filled('F1E3BF'), border, alignment: wrapped },
  heading: { font: { bold: true }, fill: filled('F8F3E6'), border, alignment: wrapped },
  fixed: { border, alignment: wrapped },
  open: { border, alignment: wrapped, fill: filled('FFFDF2') },
  // A cell of text stays one when it is edited, whatever it begins with.
  words: { border, alignment: wrapped, fill: filled('FFFDF2'), numFmt: '@' },
  closed: { border, fill: filled('E9E6DE') },
  plain: {},
}

/** A column's letter, of its place from 0; no sheet of ours has more than 26. */
export const columnLetter = (place: number): string => String.fromCharCode(65 + place)

function validationOf({ cell, rule, message }: NonNullable<WrittenSheet['rules']>[number]): DataValidation {
  return {
    range: cell,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorMessage: message,
    ...(rule.kind === 'list'
      ? { type: 'list', formula1: rule.from }
      : { type: rule.kind, operator: 'between', formula1: rule.least, formula2: rule.most }),
  }
}

const pointsOfLine = 16

function sheetOf(sheet: WrittenSheet): WriteSheet {
  const { name, isHidden, columns = [], rows, linesOfText = [], frozen, rules = [] } = sheet
  const cells = rows.flatMap((row, rowAt) =>
    row.map(({ value, look }, columnAt): [string, Partial<Cell>] => [
      `${rowAt},${columnAt}`,
      { value, style: looks[look] },
    ]),
  )
  return {
    name,
    rows: rows.map((row) => row.map(({ value }) => value)),
    cells: new Map(cells),
    columns: columns.map(({ width, isHidden: hidden = false }) => ({ width, hidden })),
    veryHidden: isHidden ?? false,
    ...(frozen ? { freezePane: frozen } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    rowDefs: new Map(linesOfText.map((lines, row) => [row, { height: lines * pointsOfLine }])),
    dataValidations: rules.map(validationOf),
  }
}

// By hand, since the writer leaves out the quotes that a sheet's name with a blank needs.
function printTitles({ name, frozen }: WrittenSheet) {
  if (frozen === undefined) return []
  const range = `'${name.replaceAll("'", "''")}'!$${frozen.rows}:$${frozen.rows}`
  return [{ name: '_xlnm.Print_Titles', range, scope: name }]
}

/** Writes a workbook. Text is always text: what begins with = + - @ is never a formula. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: { name: 'Times New Roman', size: 12 },
  })
}

/**
 * Reads a workbook's sheets within A1:Z5000, in a thread with bounded memory and time; null where it is no workbook,
 * too large once inflated, or not read within ten seconds.
 */
export async function readWorkbook(bytes: Uint8Array, patience = 10_000): Promise<ReadSheet[] | null> {
  if (!isSmallArchive(bytes)) return null
  const reader = new URL('./workbook-reader.mjs', import.meta.url)
  return readInThread(reader, { bytes, range: 'A1:Z5000' }, patience)
}
