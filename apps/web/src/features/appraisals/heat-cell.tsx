import type { Criterion, SectionRole } from '@bangvang/core/criteria/document'
import { compareDecimals } from '@bangvang/core/numbers/decimal'
import { type Formats, useFormat } from '../../lib/format.ts'
import { type Translate, useWords } from '../../lib/words.ts'
import { type Cell, changeOf, differenceOf, heatOf } from './board-model.ts'
import type { BoardLook } from './use-board-address.ts'

/** One cell of the heat table: what stands in it, what it is compared with, and whose it is. */
export type HeatCellFacts = {
  unitId: string
  unitName: string
  isSubmitted: boolean
  criterion: Criterion
  role: SectionRole
  cell: Cell | undefined
  /** The self layer's cell, for the difference. */
  before: Cell | undefined
  isDecided: boolean
  /** Submitted against another target than the one registered in the pact. */
  isTargetChanged: boolean
}
type Shown = { text: string; look: string; label: string }

/** A difference with its sign, "·" where there is none. */
export function signed(difference: string, format: Formats): string {
  const sign = compareDecimals(difference, '0')
  if (sign === 0) return '·'
  return `${sign > 0 ? '+' : ''}${format.points(difference)}`
}

const isZero = (decimal: string) => compareDecimals(decimal, '0') === 0

function shownPoints(facts: HeatCellFacts, t: Translate, format: Formats): Shown {
  const { unitName: unit, criterion, role, cell } = facts
  const name = { unit, code: criterion.code }
  if (!facts.isSubmitted || cell === undefined)
    return { text: '–', look: 'z', label: t('appraisals.table.notSubmitted', name) }
  switch (cell.status) {
    case 'notApplicable':
      return { text: '–', look: 'z', label: t('appraisals.table.notApplicable', name) }
    case 'pending':
      return { text: '…', look: 'z', label: t('appraisals.table.pending', name) }
    case 'missing':
      if (role === 'scored')
        return {
          text: format.points(cell.points),
          look: 'h5 missing',
          label: t('appraisals.table.missing', name),
        }
      return { text: '·', look: 'z', label: t('appraisals.table.missing', name) }
    case 'scored':
    case 'overridden': {
      const told = {
        ...name,
        points: format.points(cell.points),
        most: format.points(criterion.maxPoints),
        bonus: format.points(cell.bonus),
      }
      const isNothing = role !== 'scored' && isZero(cell.points)
      return {
        text: isNothing ? '·' : told.points,
        look: isNothing ? 'z' : heatOf(cell.points, criterion.maxPoints, role),
        label: t(isZero(cell.bonus) ? 'appraisals.table.cell' : 'appraisals.table.cellBonus', told),
      }
    }
  }
}

function shownChange(facts: HeatCellFacts, t: Translate, format: Formats): Shown {
  const { unitName: unit, criterion, role, cell, before } = facts
  const name = { unit, code: criterion.code }
  if (!facts.isSubmitted) return { text: '–', look: 'z', label: t('appraisals.table.notSubmitted', name) }
  const difference = differenceOf(before, cell, role)
  const text = signed(difference, format)
  if (isZero(difference)) return { text, look: 'z', label: t('appraisals.table.same', name) }
  const label = t('appraisals.table.change', { ...name, points: text })
  return { text, look: changeOf(difference, criterion.maxPoints), label }
}

type Props = { facts: HeatCellFacts; look: BoardLook; isActive: boolean; isOpen: boolean }

/** A cell of the grid: the number, its colour, a corner where the appraisers decided, another where the target changed; a press opens it. */
export function HeatCell({ facts, look, isActive, isOpen }: Props) {
  const t = useWords()
  const format = useFormat()
  const shown = look === 'points' ? shownPoints(facts, t, format) : shownChange(facts, t, format)
  const marks = [
    facts.isDecided ? t('appraisals.table.decided') : '',
    facts.isTargetChanged ? t('appraisals.table.targetChanged') : '',
  ]
  const label = [shown.label, ...marks].filter(Boolean).join('; ')
  return (
    <td className={[shown.look, isOpen ? 'on' : ''].filter(Boolean).join(' ')}>
      <button
        type="button"
        tabIndex={isActive ? 0 : -1}
        aria-label={label}
        aria-expanded={isOpen}
        data-unit={facts.unitId}
        data-criterion={facts.criterion.code}
      >
        {shown.text}
        {facts.isDecided ? <span className="flag" /> : null}
        {facts.isTargetChanged ? <span className="retarget" /> : null}
      </button>
    </td>
  )
}
