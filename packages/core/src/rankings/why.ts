import type { UnitResult } from '../assessments/result.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import { compareDecimals, subtractDecimals } from '../numbers/decimal.ts'
import type { RankingRow } from './rank.ts'
import { rowAbove } from './row-above.ts'
import { type Basis, basesOf } from './sort-key.ts'

export { type PlaceChange, smallestChanges } from './smallest-changes.ts'

/** One basis of comparison: `key` is 'total' or a tie-breaker's key; amounts are decimal strings. */
export type ComparedBasis = {
  key: string
  mine: string
  theirs: string
  /** mine − theirs, as a decimal string. */
  difference: string
  lowerWins: boolean
  /** The basis that decided between the two; at most one is. */
  isDeciding: boolean
  /** false for what stands after the deciding basis. */
  isConsidered: boolean
}

/** Why a unit stands where it stands, beside the unit directly above; `above` is null for the first and the unranked. */
export type PlaceReason = {
  unit: string
  rank: number | null
  above: { unit: string; rank: number; bases: ComparedBasis[] } | null
  tiedWith: string[]
  decidedBy: string | null
}

export type PlaceQuestion = { results: readonly UnitResult[]; ranking: readonly RankingRow[]; unit: string }

/**
 * Compares a unit with the one directly above it: the total, then each tie-breaker in order (scoring.md "Ranking"). Where several
 * share the rank above, the last of them stands for all: they are equal in everything. Undefined: no such unit.
 */
export function whyThisPlace(
  document: CriteriaDocument,
  { results, ranking, unit }: PlaceQuestion,
): PlaceReason | undefined {
  const row = ranking.find((each) => each.unit === unit)
  if (row === undefined) return undefined
  const { rank, tiedWith, decidedBy } = row
  const above = rowAbove(ranking, row)
  const resultOf = (name: string | undefined) => results.find((result) => result.unit === name)
  const mine = resultOf(unit)
  const theirs = resultOf(above?.unit)
  const isBelow = above !== undefined && mine !== undefined && theirs !== undefined
  return {
    unit,
    rank,
    above: isBelow
      ? { unit: above.unit, rank: above.rank, bases: compareBases(basesOf(document), mine, theirs) }
      : null,
    tiedWith,
    decidedBy,
  }
}

function compareBases(bases: readonly Basis[], mine: UnitResult, theirs: UnitResult): ComparedBasis[] {
  const deciding = bases.findIndex(({ amountOf }) => compareDecimals(amountOf(mine), amountOf(theirs)) !== 0)
  return bases.map(({ key, lowerWins, amountOf }, index) => ({
    key,
    mine: amountOf(mine),
    theirs: amountOf(theirs),
    difference: subtractDecimals(amountOf(mine), amountOf(theirs)),
    lowerWins,
    isDeciding: index === deciding,
    isConsidered: deciding < 0 || index <= deciding,
  }))
}
