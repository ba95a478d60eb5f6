import { type Align, type Cell, type Table, textOf } from './document.ts'

/** A cell with the column it begins in, from 0, and how it is set. */
export type PlacedCell = {
  cell: Cell
  column: number
  columns: number
  rows: number
  align: Align
  bold: boolean
}
/** `isLong`: it holds so much text that it may break over two pages; every other row stays whole. A group's row heads the next. */
export type PlacedRow = { isLong: boolean; isGroup: boolean; cells: readonly PlacedCell[] }

const longText = 600

// `held` counts, by column, the rows that cells above still reach down into.
function columnsOf(cells: readonly Cell[], held: number[]): number[] {
  let column = 0
  const begins = cells.map(({ columns = 1 }) => {
    while ((held[column] ?? 0) > 0) column += 1
    column += columns
    return column - columns
  })
  for (const [at, rows] of held.entries()) held[at] = Math.max(0, rows - 1)
  for (const [index, { columns = 1, rows = 1 }] of cells.entries()) {
    const from = begins[index] ?? 0
    held.fill(rows - 1, from, from + columns)
  }
  return begins
}

/** The cells of a table's heading rows and of its rows, each where it stands. */
export function placeCells(table: Table): { head: PlacedRow[]; rows: PlacedRow[] } {
  const place = (
    cells: readonly Cell[],
    held: number[],
    set: { align?: Align; bold: boolean; isGroup: boolean },
  ): PlacedRow => {
    const begins = columnsOf(cells, held)
    return {
      isGroup: set.isGroup,
      isLong: cells.some((cell) => textOf(cell.words).length > longText),
      cells: cells.map((cell, index) => {
        const column = begins[index] ?? 0
        const align = cell.align ?? set.align ?? table.columns[column]?.align ?? 'left'
        const { columns = 1, rows = 1 } = cell
        return { cell, column, columns, rows, align, bold: set.bold || cell.bold === true }
      }),
    }
  }
  const above: number[] = table.columns.map(() => 0)
  const below: number[] = table.columns.map(() => 0)
  return {
    head: table.head.map((cells) => place(cells, above, { align: 'center', bold: true, isGroup: false })),
    rows: table.rows.map(({ look, cells }) =>
      place(cells, below, { bold: look !== 'plain', isGroup: look === 'group' }),
    ),
  }
}
