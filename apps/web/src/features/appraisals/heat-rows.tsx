import type { CriteriaDocument, Section } from '@bangvang/core/criteria/document'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { subtractDecimals } from '@bangvang/core/numbers/decimal'
import { inBoth } from '@bangvang/core/numbers/written'
import { memo } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import type { Column } from './board-model.ts'
import { HeatCell, signed } from './heat-cell.tsx'
import type { BoardLook } from './use-board-address.ts'

/** The columns shown, the self layer's beside them, and how they are looked at. */
export type HeatFacts = {
  columns: readonly Column[]
  before: ReadonlyMap<string, Column>
  decided: ReadonlySet<string>
  /** Cells submitted against another target than the registered one. */
  changedTargets: ReadonlySet<string>
  look: BoardLook
}

/** A maximum as short as it is exact: "600", not "600,00". */
function useMost() {
  const format = useFormat()
  return (decimal: string) => format.text(inBoth((pen) => pen.number(decimal)))
}

type CriterionProps = {
  placed: PlacedCriterion
  facts: HeatFacts
  /** The units whose cell in this row takes the Tab key, and whose is open; null: none. */
  activeUnit: string | null
  openUnit: string | null
}

/** A criterion's line; drawn again only when something of it changed. */
export const CriterionLine = memo(function CriterionLine(props: CriterionProps) {
  const { placed, facts, activeUnit, openUnit } = props
  const format = useFormat()
  const most = useMost()
  const { criterion, section } = placed
  const title = format.text(criterion.title)
  return (
    <tr>
      <th className="nm" scope="row" title={title}>
        <span className="c">{criterion.code}</span>
        {title}
      </th>
      <td className="mx">{most(criterion.maxPoints)}</td>
      {facts.columns.map(({ unitId, unitName, submitted, cells }) => (
        <HeatCell
          key={unitId}
          facts={{
            unitId,
            unitName,
            isSubmitted: submitted,
            criterion,
            role: section.role,
            cell: cells[criterion.code],
            before: facts.before.get(unitId)?.cells[criterion.code],
            isDecided: facts.decided.has(`${unitId} ${criterion.code}`),
            isTargetChanged: facts.changedTargets.has(`${unitId} ${criterion.code}`),
          }}
          look={facts.look}
          isActive={activeUnit === unitId}
          isOpen={openUnit === unitId}
        />
      ))}
    </tr>
  )
})

type Sum = { now: string; before: string | undefined; isTaken: boolean }

function useSum() {
  const format = useFormat()
  return (look: BoardLook, { now, before, isTaken }: Sum): string => {
    if (look === 'points') return format.points(now)
    if (before === undefined) return '–'
    return signed(isTaken ? subtractDecimals(before, now) : subtractDecimals(now, before), format)
  }
}

/** A section's line: its title, what it can give, and each unit's sum. */
export function SectionLine({ section, facts }: { section: Section; facts: HeatFacts }) {
  const t = useWords()
  const format = useFormat()
  const written = useMost()
  const sum = useSum()
  const { code, role, cap } = section
  const max = facts.columns[0]?.sections[code]?.max
  const most =
    cap !== null && cap !== undefined
      ? t('appraisals.table.capped', { most: written(cap) })
      : max === undefined
        ? ''
        : written(max)
  const title = format.text(section.title)
  return (
    <tr className="sec">
      <th className="nm" scope="row" title={title}>
        {role === 'scored' ? `${code}. ${title}` : title}
      </th>
      <td className="mx">{most}</td>
      {facts.columns.map(({ unitId, submitted, sections }) => (
        <td key={unitId}>
          {submitted
            ? sum(facts.look, {
                now: sections[code]?.points ?? '0',
                before: facts.before.get(unitId)?.sections[code]?.points,
                isTaken: role === 'penalty',
              })
            : '–'}
        </td>
      ))}
    </tr>
  )
}

const amounts = ['bonus', 'penalty', 'total'] as const

/** Bonus, penalty and total of each unit. */
export function TotalLines({ document, facts }: { document: CriteriaDocument; facts: HeatFacts }) {
  const t = useWords()
  const most = useMost()
  const sum = useSum()
  const capOf = { bonus: document.bonusCap, penalty: document.penaltyCap, total: null }
  return amounts.map((amount) => {
    const cap = capOf[amount]
    return (
      <tr key={amount} className={amount === 'total' ? 'total' : 'amount'}>
        <th className="nm" scope="row">
          {t(`appraisals.table.${amount}`)}
        </th>
        <td className="mx">
          {amount === 'total'
            ? most(document.maxPoints)
            : cap === null || cap === undefined
              ? ''
              : t('appraisals.table.capped', { most: most(cap) })}
        </td>
        {facts.columns.map((column) => (
          <td key={column.unitId}>
            {column.submitted
              ? sum(facts.look, {
                  now: column[amount],
                  before: facts.before.get(column.unitId)?.[amount],
                  isTaken: amount === 'penalty',
                })
              : '–'}
          </td>
        ))}
      </tr>
    )
  })
}
