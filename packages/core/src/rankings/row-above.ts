import type { RankingRow } from './rank.ts'

/** A row of a unit that is ranked. */
export type RankedRow = RankingRow & { rank: number }

/** The nearest row with a better rank; undefined for the first, those tied with it, and the unranked. */
export function rowAbove(ranking: readonly RankingRow[], { rank }: RankingRow): RankedRow | undefined {
  const isBetter = (other: RankingRow): other is RankedRow =>
    rank !== null && other.rank !== null && other.rank < rank
  return ranking.filter(isBetter).at(-1)
}
