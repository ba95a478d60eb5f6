import { pacts } from '@bangvang/contract/pacts'
import { isOpenToAnswers, mayFillIn } from '@bangvang/core/assessments/policy'
import { isDecimal } from '@bangvang/core/numbers/decimal'
import { isSameTarget } from '@bangvang/core/pacts/changed-target'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { registeredTargets } from '../../registered-targets.ts'
import * as store from './store.ts'

const refuse = refusals(pacts.explainChange)

async function registeredTarget(tx: Tx, { criterionCode, ...place }: store.TargetPlace): Promise<string> {
  const targets = (await registeredTargets(tx, place)).get(place.unitId) ?? []
  const registered = targets.find((one) => one.criterionCode === criterionCode)
  if (registered === undefined) throw refuse('target-not-registered')
  return registered.target
}

/** The unit says why it reports against another target; what was said before stays readable (issue 4, "The pact"). */
export async function explainChange({ params, body, actor, now, deps }: Call<typeof pacts.explainChange>) {
  if (!mayFillIn(actor, params)) throw refuse('not-found')
  const { target, reason, seen } = body
  if (target !== null && !isDecimal(target))
    throw refuse('target-invalid', { errors: [{ pointer: '#/target', code: 'not_a_decimal' }] })
  return inTransaction(deps.database, async (tx) => {
    const assessment = await store.holdAssessment(tx, params)
    if (assessment === null) throw refuse('not-found')
    const { season, status } = assessment
    if (hasReached(season.phase, 'finalized')) throw refuse('season-finalized')
    if (!isOpenToAnswers(season, status)) throw refuse('assessment-locked')
    const registered = await registeredTarget(tx, params)
    if (isSameTarget(registered, target)) throw refuse('target-unchanged')
    const last = await store.lastChange(tx, params)
    const number = seen + 1
    const change = { ...params, number, registered, target, reason, byName: actor.name, at: now }
    const isNext = (last?.number ?? 0) === seen
    if (!isNext || !(await store.saveChange(tx, { ...change, byMandateId: actor.mandate?.id ?? '' })))
      throw refuse('target-changed', { current: await store.lastChange(tx, params) })
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: 'target-change-explained',
      about: { kind: 'answer', id: `${params.unitId} ${params.criterionCode}` },
      before: last && { target: last.target, reason: last.reason },
      after: { number, registered, target, reason },
    })
    return change
  })
}
