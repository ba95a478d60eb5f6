import { type AnswerView, type AssessmentView, assessments } from '@bangvang/contract/assessments'
import { seasons } from '@bangvang/contract/seasons'
import { compileCriteria } from '@bangvang/core/assessments/score'
import { listCriteria } from '@bangvang/core/criteria/list'
import { type QueryClient, useSuspenseQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { read } from '../../lib/api.ts'
import type { Registered } from './registered.ts'

/** Which unit's assessment, in which season. */
export type AssessmentPlace = { seasonId: string; unitId: string }

/** One unit's assessment with the season and the criteria it is filled in by. */
export function useAssessment({ seasonId, unitId }: AssessmentPlace) {
  const [assessment, season, version] = useSuspenseQueries({
    queries: [
      read(assessments.show, { params: { seasonId, unitId } }),
      read(seasons.show, { params: { seasonId } }),
      { ...read(seasons.criteria, { params: { seasonId } }), staleTime: Number.POSITIVE_INFINITY },
    ],
  })
  const { document } = version.data
  const criteria = useMemo(
    () => ({ compiled: compileCriteria(document), placed: listCriteria(document) }),
    [document],
  )
  const { registered: targets } = assessment.data
  const registered: Registered = useMemo(
    () => new Map(targets.map(({ criterionCode, target }) => [criterionCode, target])),
    [targets],
  )
  return {
    registered,
    assessment: assessment.data,
    season: season.data,
    version: version.data,
    document,
    ...criteria,
  }
}
export type AssessmentFacts = ReturnType<typeof useAssessment>

/** Changes the cached assessment after a write whose answer says what is now. */
export async function updateAssessment(
  cache: QueryClient,
  { seasonId, unitId }: AssessmentPlace,
  change: (view: AssessmentView) => AssessmentView,
): Promise<void> {
  const { queryKey } = read(assessments.show, { params: { seasonId, unitId } })
  // A read begun before the write would bring back what was.
  await cache.cancelQueries({ queryKey })
  cache.setQueryData<AssessmentView>(queryKey, (view) => (view === undefined ? view : change(view)))
}

/** The assessment with one stored answer put in its place, unless a newer one stands there. */
export function withAnswer(view: AssessmentView, saved: AnswerView): AssessmentView {
  const before = view.answers.find(({ criterionCode }) => criterionCode === saved.criterionCode)
  if (before !== undefined && before.version > saved.version) return view
  const others = view.answers.filter((answer) => answer !== before)
  return { ...view, answers: [...others, saved] }
}
