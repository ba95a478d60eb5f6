import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { type KeyboardEvent, useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { type BoardRow, type Column, cellAfterKey } from './board-model.ts'
import { focusCell } from './focus-cell.ts'
import { CriterionLine, type HeatFacts, SectionLine, TotalLines } from './heat-rows.tsx'
import type { CellName } from './use-board-address.ts'

type Props = {
  caption: string
  document: CriteriaDocument
  rows: readonly BoardRow[]
  facts: HeatFacts
  open: CellName | null
  onOpen: (cell: CellName) => void
}

// More units than this are wider than a screen: the table then scrolls in its own frame, heads held.
const MOST_UNITS = 12

/** The cell a press or a key came from. */
function cellAt(target: EventTarget): CellName | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-criterion]') : null
  const { unit, criterion } = button?.dataset ?? {}
  return unit === undefined || criterion === undefined ? null : { unitId: unit, criterionCode: criterion }
}

function UnitHead({ column }: { column: Column }) {
  const t = useWords()
  return (
    <th className="u" scope="col">
      {column.unitName}
      {column.submitted ? null : <small>{t('appraisals.table.noSheet')}</small>}
      {column.gates.length === 0 ? null : (
        <small>
          <span className="vh">{t('appraisals.table.gates', { codes: column.gates.join(', ') })}</span>
          <span aria-hidden="true">{column.gates.join(' ')}</span>
        </small>
      )}
    </th>
  )
}

/** Which cell takes the Tab key, and how arrow keys move it over the criteria's lines. */
function useRoving({ rows, facts, open }: Props) {
  const [active, setActive] = useState<CellName | null>(null)
  const codes = rows.flatMap((row) => (row.kind === 'criterion' ? [row.placed.criterion.code] : []))
  const units = facts.columns.map(({ unitId }) => unitId)
  const isThere = (cell: CellName | null): cell is CellName =>
    cell !== null && codes.includes(cell.criterionCode) && units.includes(cell.unitId)
  const first = { unitId: units[0] ?? '', criterionCode: codes[0] ?? '' }
  const tabbed = [active, open].find(isThere) ?? first
  const onKeyDown = (event: KeyboardEvent) => {
    const from = cellAt(event.target)
    if (from === null || event.altKey || event.metaKey || event.shiftKey) return
    const at = [codes.indexOf(from.criterionCode), units.indexOf(from.unitId)] as const
    const to = cellAfterKey(event, at, [codes.length, units.length])
    const [row, column] = to ?? []
    const next = { criterionCode: codes[row ?? -1], unitId: units[column ?? -1] }
    if (next.criterionCode === undefined || next.unitId === undefined) return
    event.preventDefault()
    const { unitId, criterionCode } = next
    setActive({ unitId, criterionCode })
    focusCell({ unitId, criterionCode })
  }
  return { tabbed, setActive, onKeyDown }
}

/** Units × criteria as a grid one walks with the arrow keys; a cell opens by a press or Enter. */
export function HeatTable(props: Props) {
  const { caption, document, rows, facts, open, onOpen } = props
  const t = useWords()
  const format = useFormat()
  const { tabbed, setActive, onKeyDown } = useRoving(props)
  const unitIn = (cell: CellName | null, code: string) => (cell?.criterionCode === code ? cell.unitId : null)
  return (
    <section
      className={facts.columns.length > MOST_UNITS ? 'heat-wrap many' : 'heat-wrap'}
      aria-label={t('appraisals.table.region')}
    >
      <table
        className={facts.columns.length === 1 ? 'heat one-unit' : 'heat'}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one works in
        role="grid"
        aria-readonly="true"
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const cell = cellAt(target)
          if (cell === null) return
          setActive(cell)
          onOpen(cell)
        }}
      >
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th className="nm" scope="col">
              {t('appraisals.table.criterion')}
            </th>
            <th className="mx" scope="col">
              {t('appraisals.table.most')}
            </th>
            {facts.columns.map((column) => (
              <UnitHead key={column.unitId} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            if (row.kind === 'section')
              return <SectionLine key={`section ${row.section.code}`} section={row.section} facts={facts} />
            if (row.kind === 'heading')
              return (
                <tr key={`heading ${row.heading.code}`} className="sub">
                  <th className="nm" colSpan={2 + facts.columns.length} scope="rowgroup">
                    {row.heading.code} {format.text(row.heading.title)}
                  </th>
                </tr>
              )
            const { code } = row.placed.criterion
            return (
              <CriterionLine
                key={code}
                placed={row.placed}
                facts={facts}
                activeUnit={unitIn(tabbed, code)}
                openUnit={unitIn(open, code)}
              />
            )
          })}
          <TotalLines document={document} facts={facts} />
        </tbody>
      </table>
    </section>
  )
}
