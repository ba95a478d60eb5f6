import { columnLetter, type ReadCell, type ReadSheet } from '../../../workbook/workbook.ts'
import { type Noted, sheetFormat } from './sheet-lines.ts'
import { hiddenSheet } from './sheet-rules.ts'
import { isCodeHead, type SheetColumn, sheetColumns } from './sheet-words.ts'

/** A line of a sheet: its cells by column, blank ones left out, and the address of each (`F12`). */
export type SheetLine = {
  cells: Partial<Record<SheetColumn, ReadCell>>
  addressOf: (column: SheetColumn) => string
}
/** A sheet as it came back: its lines, what it was made for, and each answer as it stood when it was made. */
export type FilledSheet = {
  lines: SheetLine[]
  madeFor: { seasonId: string; unitId: string } | null
  stood: ReadonlyMap<string, Noted>
}

const isBlank = (cell: ReadCell | null | undefined) =>
  cell === null || cell === undefined || (cell.kind === 'text' && cell.value.trim() === '')

function lineOf(row: readonly (ReadCell | null)[], number: number): SheetLine {
  const cells: SheetLine['cells'] = {}
  sheetColumns.forEach((column, place) => {
    const cell = row[place]
    if (cell && !isBlank(cell)) cells[column] = cell
  })
  return { cells, addressOf: (column) => `${columnLetter(sheetColumns.indexOf(column))}${number}` }
}

function notedOf(version: string, json: string): Noted | null {
  try {
    const { answer, note } = JSON.parse(json)
    return { answer, note: String(note), version: Number(version) }
  } catch {
    return null
  }
}

// What stands in the hidden sheet only says which lines nobody touched; a forged one changes nothing else.
function stoodIn(rows: ReadSheet['rows']): Map<string, Noted> {
  const stood = new Map<string, Noted>()
  for (const [code, version, json] of rows.slice(1)) {
    if (!code || !version || !json) continue
    const noted = notedOf(version.value, json.value)
    if (noted !== null) stood.set(code.value, noted)
  }
  return stood
}

/** Finds the lines under the heading of codes in the first sheet that is shown; null where there is none. */
export function filledSheet(sheets: readonly ReadSheet[]): FilledSheet | null {
  const rows = sheets.find(({ isHidden }) => !isHidden)?.rows ?? []
  const head = rows.findIndex(([code]) => code && isCodeHead(code.value.normalize('NFC').trim()))
  if (head < 0) return null
  const hidden = sheets.find(({ name }) => name === hiddenSheet)?.rows ?? []
  const [format, seasonId, unitId] = hidden[0] ?? []
  const isOurs = format?.value === sheetFormat && seasonId && unitId
  return {
    lines: rows.slice(head + 1).map((row, index) => lineOf(row, head + index + 2)),
    madeFor: isOurs ? { seasonId: seasonId.value, unitId: unitId.value } : null,
    stood: isOurs ? stoodIn(hidden) : new Map(),
  }
}
