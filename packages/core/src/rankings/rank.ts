import type { UnitResult } from '../assessments/result.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import { basesOf, compareSortKeys, firstDifference, type SortKey, sortKeyOf } from './sort-key.ts'

/** `rank` is null for a unit that is not ranked; `decidedBy` is a tie-breaker's key: `section:III`, `amount:scored`. */
export type RankingRow = { unit: string; rank: number | null; tiedWith: string[]; decidedBy: string | null }

type Entry = { unit: string; key: SortKey }

/** The ranking: by total, then each tie-breaker; equals share a rank, the unranked follow (scoring.md "Ranking"). */
export function rankUnits(document: CriteriaDocument, results: readonly UnitResult[]): RankingRow[] {
  const bases = basesOf(document)
  const entries: Entry[] = results
    .filter((result) => result.ranked)
    .map((result) => ({ unit: result.unit, key: sortKeyOf(bases, result, document.decimals) }))
    .sort((a, b) => compareSortKeys(bases, a.key, b.key) || byCodeUnit(a.unit, b.unit))
  const rows: RankingRow[] = []
  for (let start = 0; start < entries.length; ) {
    const end = endOfRank(entries, start)
    const sharing = entries.slice(start, end).map(({ unit }) => unit)
    const decided = sharing.length === 1 ? deepestNeeded(entries, start) : 0
    const decidedBy = decided > 0 ? (bases[decided]?.key ?? null) : null
    for (const unit of sharing) {
      rows.push({ unit, rank: start + 1, tiedWith: sharing.filter((other) => other !== unit), decidedBy })
    }
    start = end
  }
  const unranked = results.filter((result) => !result.ranked).map(({ unit }) => unit)
  for (const unit of unranked.sort(byCodeUnit)) rows.push({ unit, rank: null, tiedWith: [], decidedBy: null })
  return rows
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function endOfRank(entries: readonly Entry[], start: number): number {
  let end = start + 1
  while (end < entries.length && differenceAt(entries, end) < 0) end += 1
  return end
}

/** The first basis that tells the entry at `index` from the one before it; 0 is the total. */
function differenceAt(entries: readonly Entry[], index: number): number {
  const before = entries[index - 1]
  const entry = entries[index]
  return before && entry ? firstDifference(before.key, entry.key) : 0
}

/** The deepest basis needed to tell an entry from all with its total: in sorted order a neighbour needs it. */
function deepestNeeded(entries: readonly Entry[], index: number): number {
  return Math.max(differenceAt(entries, index), differenceAt(entries, index + 1))
}
