import type { Criterion, Option } from '@bangvang/core/criteria/document'
import { readDecimal } from '@bangvang/core/numbers/read-decimal'
import { bothReadings, type TextField, type Typed, textFields } from './grid-model.ts'

/** Where a block lands: the rows from the active one down, and the active column (0 left, 1 right). */
export type PasteTarget = { criteria: readonly Criterion[]; column: 0 | 1; typedIn: (code: string) => Typed }
export type Pasted = {
  rows: Map<string, Typed>
  /** Cells filled. */
  cells: number
  /** Cells of the block that had no place to go. */
  skipped: number
}

/** The cells of a block copied from a spreadsheet: tabs between, quotes around what holds a tab, quote or line break. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  let row: string[] = []
  while (pattern.lastIndex <= text.length) {
    const match = pattern.exec(text)
    if (match === null) return readPlainBlock(text)
    const [, quoted, plain = '', end] = match
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '' || pattern.lastIndex === text.length) break
  }
  return rows
}

function readPlainBlock(text: string): string[][] {
  const lines = text.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/)
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

const COMMA_DECIMALS = /^-?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/
const POINT_DECIMALS = /^-?(?:\d+\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/

/** The decimal mark that the block's other numbers prove, if they agree: what "1.234" means in it is then no guess. */
function decimalMarkOf(block: readonly string[][]): ',' | '.' | null {
  const cells = block.flat()
  const hasComma = cells.some((cell) => COMMA_DECIMALS.test(cell))
  const hasPoint = cells.some((cell) => POINT_DECIMALS.test(cell))
  if (hasComma === hasPoint) return null
  return hasComma ? ',' : '.'
}

function numberText(cell: string, mark: ',' | '.' | null): string {
  const reading = readDecimal(cell)
  if (mark === null || reading.ok || reading.reason !== 'ambiguous_number') return cell
  const [grouped, decimal] = bothReadings(cell)
  return cell.includes(mark) ? decimal : grouped
}

function optionText(cell: string, options: readonly Option[]): string {
  const wanted = cell.normalize('NFC').toLocaleLowerCase('vi')
  const found = options.find(({ key, title }) =>
    [key, title.vi, title.en].some((name) => name.normalize('NFC').toLocaleLowerCase('vi') === wanted),
  )
  return found?.key ?? cell
}

/** The cell of a row that a column of the block fills: a row with one cell takes a one-column block, or the right column. */
function fieldAt(criterion: Criterion, column: number, width: number): TextField | undefined {
  const fields = textFields(criterion)
  if (fields.length > 1) return fields[column]
  return column === 1 || (column === 0 && width === 1) ? fields[0] : undefined
}

/** Lays a block over the rows; an empty cell leaves what is there, unreadable text is kept as typed. */
export function pasteBlock(block: readonly string[][], { criteria, column, typedIn }: PasteTarget): Pasted {
  const mark = decimalMarkOf(block)
  const width = Math.max(...block.map((cells) => cells.length))
  const pasted: Pasted = { rows: new Map(), cells: 0, skipped: 0 }
  block.forEach((cells, index) => {
    const criterion = criteria[index]
    cells.forEach((cell, offset) => {
      if (cell === '') return
      const field = criterion && fieldAt(criterion, column + offset, width)
      if (criterion === undefined || field === undefined) {
        pasted.skipped += 1
        return
      }
      const options = 'options' in criterion.measure ? criterion.measure.options : []
      const text = field === 'option' ? optionText(cell, options) : numberText(cell, mark)
      const before = pasted.rows.get(criterion.code) ?? typedIn(criterion.code)
      const texts = { ...before.texts, [field]: text }
      pasted.rows.set(criterion.code, { ...before, texts, isNotApplicable: false })
      pasted.cells += 1
    })
  })
  return pasted
}
