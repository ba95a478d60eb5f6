import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { twips } from '../size.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const noBorders = { top: none, bottom: none, left: none, right: none }

type Frame = {
  widths: readonly number[]
  rows: readonly (readonly (readonly Paragraph[])[])[]
  staysWhole?: boolean
}

/** A table without lines or cell margins, that only places its cells side by side; widths are in millimetres. */
export function frame({ widths, rows, staysWhole = false }: Frame): Table {
  const columns = widths.map(twips)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    indent: { size: 0, type: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: staysWhole,
          children: cells.map(
            (children, place) =>
              new TableCell({
                width: { size: columns[place] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
                borders: noBorders,
                children: children.length > 0 ? children : [new Paragraph({ style: 'HeadLine' })],
              }),
          ),
        }),
    ),
  })
}

/** An empty line of small height with a rule of a length in the middle of a column; both in millimetres. */
export function rule(length: number, column: number): Paragraph {
  const side = Math.max(0, twips((column - length) / 2))
  return new Paragraph({
    style: 'HeadLine',
    indent: { left: side, right: side },
    spacing: { before: 40, after: 60, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
    children: [],
  })
}
