import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Table as PaperTable } from '../document.ts'
import { type PlacedCell, type PlacedRow, placeCells } from '../place-cells.ts'
import { twips } from '../size.ts'
import { textRuns } from './runs.ts'
import { halves } from './styles.ts'

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: thin, bottom: thin, left: thin, right: thin }
const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
const padding = { left: 60, right: 60, top: 20, bottom: 20 }

type Grid = { widths: readonly number[]; size: number }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function cellOf(placed: PlacedCell, { widths, size }: Grid, keepNext: boolean): TableCell {
  const { cell, column, columns, rows, align, bold } = placed
  const face = { bold, italic: cell.italic === true, size: halves(size) }
  return new TableCell({
    width: { size: sum(widths.slice(column, column + columns)), type: WidthType.DXA },
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: sides[align],
        keepNext,
        children: textRuns(cell.words, face),
      }),
    ],
  })
}

const rowOf = ({ cells, isLong, isGroup }: PlacedRow, grid: Grid, isHead: boolean): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: !isLong,
    children: cells.map((cell) => cellOf(cell, grid, isGroup)),
  })

/** A table that fills `width` millimetres, with its heading rows on every page. */
export function tableOf(table: PaperTable, width: number): Table {
  const shares = table.columns.map((column) => column.width)
  const widths = shares.map((share) => twips((width * share) / sum(shares)))
  const grid = { widths, size: table.size }
  const { head, rows } = placeCells(table)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...borders, insideHorizontal: thin, insideVertical: thin },
    margins: padding,
    rows: [...head.map((row) => rowOf(row, grid, true)), ...rows.map((row) => rowOf(row, grid, false))],
  })
}
