import type { Section } from '@bangvang/core/criteria/document'
import { useState } from 'react'
import { untyped } from './grid-model.ts'
import { pasteBlock, readBlock } from './paste.ts'
import type { Sheet } from './use-sheet.ts'

/** What the last pasting did, for the report above the grid. */
export type PasteReport = { rows: number; cells: number; skipped: number; first: string; last: string }

/** Pasting a block from a cell of the grid on; one undo takes the whole block back. */
export function usePaste({ rows, rowOf, change }: Sheet, section: Section) {
  const [report, setReport] = useState<PasteReport | null>(null)

  /** Takes the text if it is a block (or fills more than the cell can), else leaves it to the cell. */
  function paste(text: string, cell: HTMLElement): boolean {
    const column = Number(cell.dataset.column)
    const code = cell.closest<HTMLElement>('tr[data-code]')?.dataset.code
    const isBlock = /[\t\r\n]/.test(text.trimEnd())
    if (!isBlock || code === undefined || column > 1) return false
    const inSection = rows.filter(({ placed }) => placed.section === section)
    const from = inSection.findIndex(({ placed }) => placed.criterion.code === code)
    const {
      rows: pasted,
      cells,
      skipped,
    } = pasteBlock(readBlock(text), {
      criteria: inSection.slice(from).map(({ placed }) => placed.criterion),
      column: column === 0 ? 0 : 1,
      typedIn: (one) => rowOf(one)?.typed ?? untyped,
    })
    change(pasted, true)
    const codes = [...pasted.keys()]
    setReport({ rows: pasted.size, cells, skipped, first: codes[0] ?? '', last: codes.at(-1) ?? '' })
    return true
  }

  return { paste, report, forget: () => setReport(null) }
}
