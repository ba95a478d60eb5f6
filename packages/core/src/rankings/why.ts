import type { Answer, Submission } from '../assessments/answer.ts'
import type { UnitResult } from '../assessments/result.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import type { RankingRow } from './rank.ts'

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

/** Compares a unit with the one directly above it: the total, then each tie-breaker in order. Undefined: no such unit. */
export declare function whyThisPlace(
  document: CriteriaDocument,
  question: PlaceQuestion,
): PlaceReason | undefined

/** A change of one criterion that moves the unit up; `answer` is null where the rule cannot be turned around. */
export type PlaceChange = {
  criterion: string
  /** Points (bonus included, penalty avoided) that the unit gains in the criterion. */
  gain: string
  /** The criterion's points and bonus as they are and as they would be. */
  from: { points: string; bonus: string }
  to: { points: string; bonus: string }
  answer: Answer | null
  newRank: number
}

/** The smallest changes of a single criterion that move the unit up at least a place, smallest gain first, at most 5. */
export declare function smallestChanges(
  document: CriteriaDocument,
  submissions: readonly Submission[],
  unit: string,
): PlaceChange[]
