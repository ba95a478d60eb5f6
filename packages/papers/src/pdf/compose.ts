import { type Block, levelled, markOf, type Paper, runsOf, type Table, titleOf } from '../document.ts'
import { headWords } from '../head-words.ts'
import { faces, firstLine, inCapitals, issuerShare, margins, pageOf, paragraphGap, sizes } from '../layout.ts'
import { type PlacedCell, type PlacedRow, placeCells } from '../place-cells.ts'
import { printable } from '../printable.ts'
import { words } from '../words.ts'

const cellOf = ({ cell, columns, rows, align, bold }: PlacedCell, breakable: boolean) => ({
  runs: runsOf(cell.words),
  columns,
  rows,
  align,
  bold,
  italic: cell.italic === true,
  breakable,
})

const rowOf = ({ cells, isLong, isGroup }: PlacedRow) => ({
  isGroup,
  cells: cells.map((cell) => cellOf(cell, isLong)),
})

function tableOf(table: Table) {
  const { head, rows } = placeCells(table)
  return {
    kind: 'table',
    size: table.size,
    widths: table.columns.map(({ width }) => width),
    head: head.map(rowOf),
    rows: rows.map(rowOf),
  }
}

function blockOf(block: Block) {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', look: block.look ?? 'body', runs: runsOf(block.words) }
    case 'heading':
      // A reader is told of no heading that says nothing.
      if (printable(block.text).trim() === '') return { kind: 'paragraph', look: 'plain', runs: [] }
      return { kind: 'heading', look: block.look, text: block.text, depth: block.level + 1 }
    case 'list':
      return {
        kind: 'list',
        items: block.items.map((item, place) => ({ mark: markOf(block.mark, place), runs: runsOf(item) })),
      }
    case 'table':
      return tableOf(block.table)
  }
}

// A reader of headings may not be made to jump over a level: the first is 2, under the paper's name.
function withoutGaps(blocks: ReturnType<typeof blockOf>[], from: number) {
  let depth = from
  return blocks.map((block) => {
    if (!('depth' in block)) return block
    depth = Math.min(block.depth + from - 1, depth + 1)
    return { ...block, depth }
  })
}

/** What paper.typ sets, as plain data: lengths in millimetres, sizes in points. */
export function compose(paper: Paper) {
  const { orientation, head, closing } = paper
  const { text } = pageOf(orientation)
  const share = issuerShare[orientation]
  return {
    title: titleOf(head),
    face: faces.pdf,
    sizes,
    margins,
    words,
    gap: paragraphGap,
    firstLine,
    issuerShare: share,
    orientation,
    isDraft: paper.isDraft,
    head: headWords(head, { issuer: text * share, text }),
    blocks: withoutGaps(paper.blocks.map(blockOf), 1),
    closing: {
      recipients: closing.recipients,
      signatures: levelled(closing.signatures).map((one) => ({
        ...one,
        authority: one.authority.map(inCapitals),
      })),
    },
    appendices: paper.appendices.map((appendix) => ({
      ...appendix,
      title: inCapitals(appendix.title),
      blocks: withoutGaps(appendix.blocks.map(blockOf), 2),
    })),
  }
}
