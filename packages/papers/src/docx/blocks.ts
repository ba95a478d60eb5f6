import { HeadingLevel, Paragraph, type Table } from 'docx'
import { type Block, markOf, runsOf } from '../document.ts'
import { firstLine } from '../layout.ts'
import { twips } from '../size.ts'
import { textRuns } from './runs.ts'
import { tableOf } from './table.ts'

const styleOf = { body: 'Body', basis: 'Basis', plain: 'Normal', note: 'Note', centered: 'Centered' } as const
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** A block of a text `width` millimetres wide; `isLast`: it stays on the page of what follows it. */
export function blockOf(block: Block, width: number, isLast = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          style: styleOf[block.look ?? 'body'],
          keepNext: isLast,
          children: textRuns(block.words),
        }),
      ]
    case 'heading': {
      const isChapter = block.look === 'chapter'
      return [
        new Paragraph({
          heading: levels[block.level],
          alignment: isChapter ? 'center' : 'both',
          indent: { firstLine: isChapter ? 0 : twips(firstLine) },
          children: textRuns(block.text),
        }),
      ]
    }
    case 'list':
      return block.items.map(
        (item, place) =>
          new Paragraph({
            style: 'Clause',
            keepNext: isLast && place === block.items.length - 1,
            children: textRuns([{ text: `${markOf(block.mark, place)} ` }, ...runsOf(item)]),
          }),
      )
    case 'table':
      return [
        tableOf(block.table, width),
        new Paragraph({ style: 'TableText', spacing: { before: 0, after: 120 }, children: [] }),
      ]
  }
}
