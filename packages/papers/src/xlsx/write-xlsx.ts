import { type Cell, type CellStyle, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { type Orientation, type Paper, type Table, tablesOf, textOf, titleOf } from '../document.ts'
import { faces, pageOf } from '../layout.ts'
import { type PlacedCell, placeCells } from '../place-cells.ts'
import { printable } from '../printable.ts'
import { words } from '../words.ts'

const line = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: line, bottom: line, left: line, right: line }

/** What is shown of a number: as many digits as it has, Vietnamese by the reader's own setting. */
function formatOf(decimal: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
}

function styleOf({ cell, align, bold }: PlacedCell): CellStyle {
  return {
    font: { bold, italic: cell.italic === true },
    border,
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
    ...(cell.number === undefined ? {} : { numFmt: formatOf(cell.number) }),
  }
}

const longestText = 32_767

const contentOf = ({ cell }: PlacedCell): string | number =>
  cell.number === undefined ? printable(textOf(cell.words)).slice(0, longestText) : Number(cell.number)

type Sheet = { cells: Map<string, Partial<Cell>>; merges: MergeRange[]; rows: (string | number | null)[][] }

function put(sheet: Sheet, placed: PlacedCell, row: number): void {
  const { column, columns, rows } = placed
  for (let down = 0; down < rows; down += 1) {
    for (let right = 0; right < columns; right += 1) {
      const value = down + right === 0 ? contentOf(placed) : null
      const values = sheet.rows[row + down] ?? []
      values[column + right] = value
      sheet.rows[row + down] = values
      sheet.cells.set(`${row + down},${column + right}`, { value, style: styleOf(placed) })
    }
  }
  if (rows > 1 || columns > 1)
    sheet.merges.push({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })
}

// A sheet's name has up to 31 letters, none of these.
const nameOf = (table: Table, place: number): string =>
  printable(table.name)
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 28) || `${place + 1}`

/** Characters a millimetre of 12-point text takes in a column's width. */
const charactersPerMillimetre = 0.5

function widthsOf(table: Table, orientation: Orientation): { width: number }[] {
  const sum = table.columns.reduce((total, { width }) => total + width, 0)
  const text = pageOf(orientation).text * charactersPerMillimetre
  return table.columns.map(({ width }) => ({ width: Math.max(6, Math.round((text * width) / sum)) }))
}

function sheetOf(paper: Paper, table: Table, place: number): WriteSheet {
  const over = [printable(titleOf(paper.head)), ...(paper.isDraft ? [words.draft] : []), '']
  const sheet: Sheet = { cells: new Map(), merges: [], rows: over.map((text) => [text]) }
  for (const [row, value] of over.entries())
    sheet.cells.set(`${row},0`, { value, style: { font: { bold: true } } })
  const { head, rows } = placeCells(table)
  for (const [at, { cells }] of [...head, ...rows].entries())
    for (const cell of cells) put(sheet, cell, over.length + at)
  return {
    name: nameOf(table, place),
    ...sheet,
    columns: widthsOf(table, paper.orientation),
    freezePane: { rows: over.length + head.length, columns: 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: paper.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddHeader: `&C&P${paper.isDraft ? `&R&B${words.draft}` : ''}` },
  }
}

function apart(sheets: WriteSheet[]): WriteSheet[] {
  const taken = new Map<string, number>()
  return sheets.map((sheet) => {
    const key = sheet.name.toLocaleLowerCase('vi')
    const times = (taken.get(key) ?? 0) + 1
    taken.set(key, times)
    return times === 1 ? sheet : { ...sheet, name: `${sheet.name} ${times}` }
  })
}

// By hand, since the writer leaves out the quotes that a sheet's name with a blank needs.
const repeatedHead = ({ name, rows }: { name: string; rows: [from: number, to: number] }) => ({
  name: '_xlnm.Print_Titles',
  range: `'${name}'!$${rows[0]}:$${rows[1]}`,
  scope: name,
})

/**
 * Renders a paper's tables as a workbook, a sheet each; null where it has none. Numbers are numbers, text is always text,
 * and what begins with = is never a formula. The same paper makes the same bytes.
 */
export async function writeWorkbook(paper: Paper): Promise<Uint8Array | null> {
  const tables = tablesOf(paper)
  if (tables.length === 0) return null
  const sheets = apart(tables.map((table, place) => sheetOf(paper, table, place)))
  return writeXlsx({
    sheets,
    namedRanges: sheets.map(({ name, freezePane }, place) => {
      const last = freezePane?.rows ?? 1
      return repeatedHead({ name, rows: [last - (tables[place]?.head.length ?? 1) + 1, last] })
    }),
    defaultFont: { name: faces.docx, size: 12 },
    properties: { title: printable(titleOf(paper.head)), created: paper.madeAt, modified: paper.madeAt },
  })
}
