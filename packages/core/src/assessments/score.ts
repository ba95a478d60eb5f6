import type { CriteriaDocument } from '../criteria/document.ts'
import type { Submission } from './answer.ts'
import type { UnitResult } from './result.ts'

/** A sound criteria document made ready for scoring: compile once, score many. */
export type CompiledCriteria = { readonly document: CriteriaDocument }

/** Makes a sound criteria document (no faults by checkCriteria) ready for scoring. */
export declare function compileCriteria(document: CriteriaDocument): CompiledCriteria

/** The results of a cluster's submissions, in their order; rank measures are placed among them (scoring.md "Points"). */
export declare function scoreUnits(
  compiled: CompiledCriteria,
  submissions: readonly Submission[],
): UnitResult[]

/** The result of one unit by itself: its rank measures are pending, 0 points. */
export declare function scoreAlone(compiled: CompiledCriteria, submission: Submission): UnitResult
