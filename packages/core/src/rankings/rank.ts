import type { UnitResult } from '../assessments/result.ts'
import type { CriteriaDocument } from '../criteria/document.ts'

/** `rank` is null for a unit that is not ranked; `decidedBy` is a tie-breaker's key: `section:III`, `amount:scored`. */
export type RankingRow = { unit: string; rank: number | null; tiedWith: string[]; decidedBy: string | null }

/** The ranking: by total, then each tie-breaker; equals share a rank, the unranked follow (scoring.md "Ranking"). */
export declare function rankUnits(document: CriteriaDocument, results: readonly UnitResult[]): RankingRow[]
