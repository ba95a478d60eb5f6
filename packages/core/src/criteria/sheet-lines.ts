import { type CellReading, type ReadCell, readCell } from './sheet-cell.ts'
import { type SheetField, sheetColumns } from './sheet-fields.ts'
import { columnHeads, keyOfWord, type SheetColumn, type SheetName, sheetNames } from './sheet-words.ts'

/** A sheet as it was read: its rows from the first, each from its first cell. */
export type ReadSheet = { name: string; rows: readonly (readonly ReadCell[])[] }

/** Something that a sheet says in a way it cannot be taken; `cell` as people name it: `Tiêu chí!G12`. */
export type SheetFault = { path: string; code: string; cell: string | null }

const letterOf = (place: number): string =>
  place < 26 ? String.fromCharCode(65 + place) : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26)

const isFilled = (cell: ReadCell | undefined): cell is NonNullable<ReadCell> =>
  cell !== null && cell !== undefined && cell.text.trim() !== ''

/** One row under the headings, its cells by column. */
export class SheetLine {
  private readonly row: readonly ReadCell[]
  private readonly places: ReadonlyMap<SheetColumn, number>
  private readonly at: { sheet: string; row: number }
  private readonly taken = new Set<SheetColumn>()
  constructor(
    row: readonly ReadCell[],
    places: ReadonlyMap<SheetColumn, number>,
    at: { sheet: string; row: number },
  ) {
    this.row = row
    this.places = places
    this.at = at
  }

  get isBlank(): boolean {
    return ![...this.places.values()].some((place) => isFilled(this.row[place]))
  }

  /** What its cell says of a field, which is then no longer left over. */
  read({ column, kind }: Pick<SheetField, 'column' | 'kind'>): CellReading {
    this.taken.add(column)
    return readCell(this.row[this.places.get(column) ?? -1] ?? null, kind)
  }

  address(column: SheetColumn): string {
    return `${this.at.sheet}!${letterOf(this.places.get(column) ?? 0)}${this.at.row}`
  }

  /** The filled cells that nothing was read from. */
  leftOver(): SheetColumn[] {
    return [...this.places]
      .filter(([column, place]) => !this.taken.has(column) && isFilled(this.row[place]))
      .map(([column]) => column)
  }
}

/** Where the columns of a sheet stand in a row of headings; fewer than two are none. */
function headingsIn(row: readonly ReadCell[], id: SheetName): Map<SheetColumn, number> | null {
  const heads = Object.fromEntries(sheetColumns[id].map((column) => [column, columnHeads[column]]))
  const places = new Map<SheetColumn, number>()
  row.forEach((cell, place) => {
    const column = isFilled(cell) ? keyOfWord(heads, cell.text) : undefined
    if (column !== undefined && !places.has(column as SheetColumn)) places.set(column as SheetColumn, place)
  })
  return places.size < 2 ? null : places
}

/**
 * The filled rows under the headings of one of our sheets, found by its name and by the words over its columns, in
 * either language and any order; null where there is no such sheet.
 */
export function linesOf(sheets: readonly ReadSheet[], id: SheetName): SheetLine[] | null {
  const sheet = sheets.find(({ name }) => keyOfWord({ [id]: sheetNames[id] }, name) !== undefined)
  if (sheet === undefined) return null
  const { name, rows } = sheet
  for (const [at, row] of rows.entries()) {
    const places = headingsIn(row, id)
    if (places === null) continue
    return rows
      .slice(at + 1)
      .map((cells, below) => new SheetLine(cells, places, { sheet: name, row: at + below + 2 }))
      .filter((line) => !line.isBlank)
  }
  return null
}
