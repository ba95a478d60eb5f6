import type { UnitResult } from '../assessments/result.ts'
import { entryOf } from '../criteria/by-code.ts'
import type { CriteriaDocument, TieBreaker } from '../criteria/document.ts'
import { listCriteria } from '../criteria/list.ts'
import { toUnits } from '../numbers/decimal.ts'
import type { Integer } from '../numbers/integer.ts'

/** One thing units are compared by: the total, then each tie-breaker (scoring.md "Ranking"). */
export type Basis = {
  /** `total`, `section:III`, `criterion:I.1`, `amount:scored`. */
  key: string
  lowerWins: boolean
  /** The result's amount, a decimal string; a section's or criterion's points, bonus left out. */
  amountOf: (result: UnitResult) => string
}

const TOTAL: Basis = { key: 'total', lowerWins: false, amountOf: (result) => result.total }

/** What a document's units are compared by, in order: first the total, then the tie-breakers. */
export function basesOf(document: CriteriaDocument): Basis[] {
  const penalties = new Set<string>()
  for (const section of document.sections) if (section.role === 'penalty') penalties.add(section.code)
  for (const { criterion, section } of listCriteria(document)) {
    if (section.role === 'penalty') penalties.add(criterion.code)
  }
  return [TOTAL, ...(document.tieBreakers ?? []).map((tieBreaker) => basisOf(tieBreaker, penalties))]
}

function basisOf(tieBreaker: TieBreaker, penalties: ReadonlySet<string>): Basis {
  if ('amount' in tieBreaker) {
    const { amount } = tieBreaker
    return { key: `amount:${amount}`, lowerWins: amount === 'penalty', amountOf: (result) => result[amount] }
  }
  if ('section' in tieBreaker) {
    const { section } = tieBreaker
    return {
      key: `section:${section}`,
      lowerWins: penalties.has(section),
      amountOf: (result) => entryOf(result.sections, section)?.points ?? '0',
    }
  }
  const { criterion } = tieBreaker
  return {
    key: `criterion:${criterion}`,
    lowerWins: penalties.has(criterion),
    amountOf: (result) => entryOf(result.criteria, criterion)?.points ?? '0',
  }
}

/** A result's amounts, one a basis, in units of 10^−decimals. */
export type SortKey = readonly Integer[]

export function sortKeyOf(bases: readonly Basis[], result: UnitResult, decimals: number): SortKey {
  return bases.map(({ amountOf }) => toUnits(amountOf(result), decimals))
}

/** The index of the first basis that tells two keys apart, or −1 where they are equal in all. */
export function firstDifference(a: SortKey, b: SortKey): number {
  return a.findIndex((amount, index) => {
    const other = b[index] ?? amount
    return amount < other || amount > other
  })
}

/** Negative where a stands before b, positive where after, 0 where they share a rank. */
export function compareSortKeys(bases: readonly Basis[], a: SortKey, b: SortKey): number {
  const index = firstDifference(a, b)
  const mine = a[index]
  const theirs = b[index]
  if (mine === undefined || theirs === undefined) return 0
  return mine > theirs === (bases[index]?.lowerWins ?? false) ? 1 : -1
}
