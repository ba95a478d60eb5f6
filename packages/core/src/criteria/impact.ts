import type { Override, Submission } from '../assessments/answer.ts'
import type { UnitResult } from '../assessments/result.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import { type RankingRow, rankUnits } from '../rankings/rank.ts'
import { type ByCode, entryOf, putEntry } from './by-code.ts'
import { type CarryRefusal, carryAnswers, carryOverride } from './carry-over.ts'
import { type CriteriaComparison, compareCriteria } from './compare.ts'
import type { CriteriaDocument } from './document.ts'
import { listCriteria } from './list.ts'

/** What a document makes of the submissions: points in their order, and the ranking. */
export type Outcome = { results: UnitResult[]; ranking: RankingRow[] }
/** A unit's answer, appraiser's points or gate, by its code before, that the draft takes no more, and why. */
export type LostEntry = {
  unit: string
  what: 'answer' | 'override' | 'gate'
  code: string
  why: CarryRefusal | 'gate-removed'
}

export type Impact = {
  before: Outcome
  after: Outcome
  notCarried: LostEntry[]
  /** The draft's criteria, by code in document order, that no unit's answer or appraiser's points reach: they count as missing. */
  unanswered: string[]
}

/**
 * What a draft would have made of last year: its submissions scored and ranked under the document of then and, as far as they still fit,
 * under the draft; what could not be carried over is said, and counts as missing (domain.md "Criteria versions", "impact"). Both
 * documents are sound, the submissions sound under the first.
 */
export function impactOf(
  before: CriteriaDocument,
  after: CriteriaDocument,
  submissions: readonly Submission[],
): Impact {
  const comparison = compareCriteria(before, after)
  const carried = submissions.map((submission) => carrySubmission(comparison, submission))
  const reached = new Set(
    carried.flatMap(({ submission: { answers, overrides } }) => [
      ...Object.keys(answers),
      ...Object.keys(overrides ?? {}),
    ]),
  )
  return {
    before: outcomeOf(before, submissions),
    after: outcomeOf(
      after,
      carried.map(({ submission }) => submission),
    ),
    notCarried: carried.flatMap(({ lost }) => lost),
    unanswered: listCriteria(after).flatMap(({ criterion: { code } }) => (reached.has(code) ? [] : [code])),
  }
}

function outcomeOf(document: CriteriaDocument, submissions: readonly Submission[]): Outcome {
  const results = scoreUnits(compileCriteria(document), submissions)
  return { results, ranking: rankUnits(document, results) }
}

function carrySubmission(
  comparison: CriteriaComparison,
  { unit, answers, overrides = {}, gates = [] }: Submission,
): { submission: Submission; lost: LostEntry[] } {
  const carried = carryAnswers(comparison, answers)
  const kept: ByCode<Override> = {}
  const lost: LostEntry[] = carried.notCarried.map(({ code, why }) => ({ unit, what: 'answer', code, why }))
  const pairs = new Map(comparison.criteria.map((pair) => [pair.before.code, pair]))
  for (const code of Object.keys(overrides).sort()) {
    const [override, pair] = [entryOf(overrides, code), pairs.get(code)]
    if (override === undefined) continue
    const fit = pair && carryOverride(override, { ...pair, document: comparison.after })
    if (pair && fit?.fits) putEntry(kept, pair.after.code, override)
    else lost.push({ unit, what: 'override', code, why: fit?.fits === false ? fit.why : 'criterion-removed' })
  }
  const newGates = new Map(comparison.gates.map(({ before, after }) => [before.code, after.code]))
  for (const code of gates) {
    if (!newGates.has(code)) lost.push({ unit, what: 'gate', code, why: 'gate-removed' })
  }
  return {
    submission: {
      unit,
      answers: carried.answers,
      overrides: kept,
      gates: gates.flatMap((code) => newGates.get(code) ?? []),
    },
    lost,
  }
}
