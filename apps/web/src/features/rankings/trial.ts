import type { RankingView } from '@bangvang/contract/rankings'
import type { Answer, Override, Submission } from '@bangvang/core/assessments/answer'
import type { UnitResult } from '@bangvang/core/assessments/result'
import { type CompiledCriteria, scoreUnits } from '@bangvang/core/assessments/score'
import { putEntry } from '@bangvang/core/criteria/by-code'
import { type RankingRow, rankUnits } from '@bangvang/core/rankings/rank'
import type { Row } from './standing.ts'

/** One change tried on a copy: other points, or another answer, of one unit's criterion. */
export type TrialChange = {
  unitId: string
  criterionCode: string
  to: { points: string; bonus?: string } | { answer: Answer }
}

/** A ranking made in the browser from submissions, as the server makes it. */
export type Made = {
  compiled: CompiledCriteria
  submissions: readonly Submission[]
  results: readonly UnitResult[]
  ranking: readonly RankingRow[]
}

/** The view's submissions, which the contract carries untyped: they are the server's own, sound for this document. */
export function submissionsOf(view: RankingView): readonly Submission[] | null {
  return view.submissions as Submission[] | null
}

function changed(submission: Submission, { criterionCode, to }: TrialChange): Submission {
  const overrides: Record<string, Override> = { ...submission.overrides }
  if ('answer' in to) {
    const answers = { ...submission.answers }
    putEntry(answers, criterionCode, to.answer)
    // An override would win over the answer that is tried.
    delete overrides[criterionCode]
    return { ...submission, answers, overrides }
  }
  putEntry<Override>(overrides, criterionCode, to)
  return { ...submission, overrides }
}

/** The submissions with every change of a trial in them, one after the other; the given ones stay as they are. */
export function applyTrial(
  submissions: readonly Submission[],
  trial: readonly TrialChange[],
): readonly Submission[] {
  return submissions.map((submission) =>
    trial
      .filter(({ unitId }) => unitId === submission.unit)
      .reduce((now, change) => changed(now, change), submission),
  )
}

/** Scores and ranks submissions with the criteria in force. */
export function made(compiled: CompiledCriteria, submissions: readonly Submission[]): Made {
  const results = scoreUnits(compiled, submissions)
  return { compiled, submissions, results, ranking: rankUnits(compiled.document, results) }
}

/** The rows of a ranking made here, in its order, named as the shown rows are. */
export function rowsOf({ submissions, results, ranking }: Made, shown: readonly Row[]): Row[] {
  return ranking.flatMap(({ unit, rank, tiedWith, decidedBy }) => {
    const result = results.find((one) => one.unit === unit)
    const gates = submissions.find((one) => one.unit === unit)?.gates ?? []
    if (result === undefined) return []
    const { criteria: _cells, unit: unitId, ...points } = result
    const unitName = shown.find((one) => one.unitId === unitId)?.unitName ?? unitId
    return [{ ...points, unitId, unitName, rank, tiedWith, decidedBy, gates }]
  })
}

/** The changes with one more; another of the same unit's criterion takes the place of the former. */
export function withChange(trial: readonly TrialChange[], change: TrialChange): TrialChange[] {
  return [...withoutChange(trial, change), change]
}

/** The changes without those of one unit's criterion. */
export function withoutChange(
  trial: readonly TrialChange[],
  { unitId, criterionCode }: Pick<TrialChange, 'unitId' | 'criterionCode'>,
): TrialChange[] {
  return trial.filter((one) => one.unitId !== unitId || one.criterionCode !== criterionCode)
}
