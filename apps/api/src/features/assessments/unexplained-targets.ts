import type { FieldError } from '@bangvang/contract/problem'
import type { Answer } from '@bangvang/core/assessments/answer'
import { changedTargets, reasonFor } from '@bangvang/core/pacts/changed-target'
import type { Db } from '../../db.ts'
import { givenReasons, registeredTargets } from '../../registered-targets.ts'
import type { Place } from './store.ts'

/** The answers whose target is not the registered one and has no reason yet (issue 4, "The pact"); [] where every one has. */
export async function unexplainedTargets(
  db: Db,
  place: Place,
  answers: Readonly<Record<string, Answer | null>>,
): Promise<FieldError[]> {
  const { seasonId, unitId } = place
  const registered = (await registeredTargets(db, { seasonId, unitId })).get(unitId) ?? []
  const changed = changedTargets(registered, answers)
  if (changed.length === 0) return []
  const reasons = await givenReasons(db, { seasonId, unitId })
  const ofCode = (code: string) => reasons.filter(({ criterionCode }) => criterionCode === code)
  return changed
    .filter((one) => reasonFor(one, ofCode(one.criterionCode)) === undefined)
    .map(({ criterionCode }) => ({ pointer: `#/answers/${criterionCode}`, code: 'target-unexplained' }))
}
