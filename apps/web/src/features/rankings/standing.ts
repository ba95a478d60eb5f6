import type { PublicRankingView, RankingRowView } from '@bangvang/contract/rankings'
import { addDecimals, compareDecimals, subtractDecimals } from '@bangvang/core/numbers/decimal'

export type Row = RankingRowView
/** What a ranking shows, drafted or frozen: the public page's shape, with no seal while it is a draft. */
export type Standing = Omit<PublicRankingView, 'seasonId' | 'final'> & {
  final: PublicRankingView['final'] | null
}

/** The ranked row directly above, or undefined for the first, and for one that is not ranked. */
export function rowBefore(rows: readonly Row[], row: Row): Row | undefined {
  if (row.rank === null) return undefined
  return rows[rows.indexOf(row) - 1]
}

/** Points that the unit is behind the row above it; null where it is not behind: first, level, not ranked. */
export function distanceTo(above: Row | undefined, { total }: Row): string | null {
  if (above === undefined || compareDecimals(above.total, total) === 0) return null
  return subtractDecimals(above.total, total)
}

/** What decided a row's place among units of its total, against them; amounts are null where the row does not hold them. */
export type Deciding = {
  basis: string
  others: Row[]
  isAbove: boolean
  amounts: { mine: string; theirs: string } | null
}

function amountOf(row: Row, basis: string): string | undefined {
  const [kind, code = ''] = partsOf(basis)
  if (kind === 'section') return row.sections[code]?.points
  if (kind === 'amount') return row[code as 'scored' | 'bonus' | 'penalty']
  return undefined
}

/** 'section:III' as its kind and code. */
export function partsOf(basis: string): [kind: string, code?: string] {
  const at = basis.indexOf(':')
  return at < 0 ? [basis] : [basis.slice(0, at), basis.slice(at + 1)]
}

/** How a tie-breaker placed this row among those of the same total (scoring.md "Ranking"); null where none did. */
export function decidingOf(rows: readonly Row[], row: Row): Deciding | null {
  const { decidedBy } = row
  if (decidedBy === null) return null
  const others = rows.filter(
    (other) => other !== row && other.rank !== null && compareDecimals(other.total, row.total) === 0,
  )
  const [only] = others
  const mine = amountOf(row, decidedBy)
  const theirs = only === undefined ? undefined : amountOf(only, decidedBy)
  const isTold = others.length === 1 && mine !== undefined && theirs !== undefined
  return {
    basis: decidedBy,
    others,
    isAbove: others.every(({ rank }) => (rank ?? 0) > (row.rank ?? 0)),
    amounts: isTold ? { mine, theirs } : null,
  }
}

/** What the bars are drawn against: the document's maximum, or more where bonuses carry a unit over it. */
export function barMost(rows: readonly Row[], maxPoints: string): number {
  return Math.max(Number(maxPoints), ...rows.map(({ scored, bonus }) => Number(addDecimals(scored, bonus))))
}

export const isZero = (decimal: string): boolean => compareDecimals(decimal, '0') === 0
