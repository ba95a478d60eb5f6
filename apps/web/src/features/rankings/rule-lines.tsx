import { subtractDecimals } from '@bangvang/core/numbers/decimal'
import { Ban, CircleSlash, type LucideIcon, Minus, PauseCircle, Scale } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { type Translate, useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { decidingOf, isZero, partsOf, type Row, type Standing } from './standing.ts'

/** A basis of comparison in words: 'section:III' is "phần III". */
export function basisWords(t: Translate, basis: string): string {
  const [kind, code = ''] = partsOf(basis)
  if (kind === 'section') return t('rankings.basis.section', { code })
  if (kind === 'criterion') return t('rankings.basis.criterion', { code })
  if (code === 'scored' || code === 'bonus' || code === 'penalty') return t(`rankings.basis.amount.${code}`)
  return t('rankings.basis.total')
}

/** The gates of a row in words, each with its code. */
export function useGateWords(gates: Standing['gates']): (row: Row) => string {
  const t = useWords()
  const format = useFormat()
  return (row) =>
    row.gates
      .map((code) => {
        const gate = gates.find((one) => one.code === code)
        return gate === undefined ? code : t('rankings.rule.gate', { title: format.text(gate.title), code })
      })
      .join('; ')
}

function useDecided(rows: readonly Row[]) {
  const t = useWords()
  const format = useFormat()
  return (row: Row): string | null => {
    const deciding = decidingOf(rows, row)
    if (deciding === null) return null
    const { others, amounts, isAbove } = deciding
    const facts = {
      units: others.map(({ unitName }) => unitName).join(', '),
      basis: basisWords(t, deciding.basis),
    }
    if (amounts === null) return t('rankings.rule.level', facts)
    const { mine, theirs } = amounts
    const difference = subtractDecimals(theirs, mine).replace('-', '')
    return isAbove
      ? t('rankings.rule.above', { ...facts, mine: format.points(mine), theirs: format.points(theirs) })
      : t('rankings.rule.below', { ...facts, difference: format.points(difference) })
  }
}

function gateLine(row: Row): ['unranked' | 'hold' | 'noAward' | 'capped', LucideIcon] | null {
  if (row.gates.length === 0) return null
  if (!row.ranked) return ['unranked', Ban]
  if (row.onHold) return ['hold', PauseCircle]
  return row.awardable ? ['capped', CircleSlash] : ['noAward', CircleSlash]
}

/** What decided a row's place, and what keeps it from a rank, a grade or an award, in words. */
export function RuleLines({ row, standing }: { row: Row; standing: Standing }) {
  const t = useWords()
  const format = useFormat()
  const decided = useDecided(standing.rows)(row)
  const gateWords = useGateWords(standing.gates)
  const gate = gateLine(row)
  const nameOf = (unitId: string) => standing.rows.find((one) => one.unitId === unitId)?.unitName ?? unitId
  const lines: [LucideIcon, string][] = []
  if (decided !== null) lines.push([Scale, decided])
  if (row.tiedWith.length > 0)
    lines.push([Scale, t('rankings.rule.tied', { units: row.tiedWith.map(nameOf).join(', ') })])
  if (gate !== null) lines.push([gate[1], t(`rankings.rule.${gate[0]}`, { gates: gateWords(row) })])
  if (!isZero(row.penalty))
    lines.push([Minus, t('rankings.rule.penalty', { points: format.points(row.penalty) })])
  return lines.map(([icon, words]) => (
    <p key={words} className="rule">
      <Icon of={icon} />
      <span>{words}</span>
    </p>
  ))
}
