import { appraisals } from '@bangvang/contract/appraisals'
import type { FieldError } from '@bangvang/contract/problem'
import type { AppraisalDecision } from '@bangvang/core/appraisals/effective'
import { isOpenToAppraisal, mayAppraise } from '@bangvang/core/appraisals/policy'
import { checkAnswer } from '@bangvang/core/assessments/check-answer'
import { checkSubmissions } from '@bangvang/core/assessments/check-submissions'
import type { Actor } from '@bangvang/core/people/actor'
import { actsInSeason } from '@bangvang/core/seasons/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { type CriteriaInForce, criteriaInForce } from '../../criteria-in-force.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { cellView } from './show-cell.ts'
import * as store from './store.ts'

const refuse = refusals(appraisals.decide)

/** The season, held, where this actor may appraise this unit now. */
async function lockForAppraisal(
  tx: Tx,
  actor: Actor,
  { seasonId, unitId }: { seasonId: string; unitId: string },
) {
  const season = await store.lockSeason(tx, seasonId)
  const isTheirs =
    season !== null &&
    actsInSeason(actor, seasonId, 'appraiser', 'viceChair') &&
    (await store.hasUnit(tx, seasonId, unitId))
  if (season === null || season.criteriaVersionId === null || !isTheirs) throw refuse('not-found')
  if (!mayAppraise(actor, season, unitId)) throw refuse('own-unit')
  if (hasReached(season.phase, 'finalized')) throw refuse('season-finalized')
  if (!isOpenToAppraisal(season)) throw refuse('season-closed')
  return { ...season, criteriaVersionId: season.criteriaVersionId }
}

function faultsOf(
  { document, byCode }: CriteriaInForce,
  cell: store.Cell,
  decision: AppraisalDecision,
): FieldError[] {
  const placed = byCode.get(cell.criterionCode)
  if (placed === undefined) throw refuse('unknown-criterion')
  const at = (path: string) => `#/decision${path === '' ? '' : `/${path.replaceAll('.', '/')}`}`
  if (decision.kind === 'corrected')
    return checkAnswer(document, placed.criterion, decision.answer).map(({ path, code }) => ({
      pointer: at(`answer${path === '' ? '' : `.${path}`}`),
      code,
    }))
  if (decision.kind === 'kept') return []
  const { points, bonus } = decision
  const override = bonus === undefined ? { points } : { points, bonus }
  const prefix = `overrides.${cell.criterionCode}`
  return checkSubmissions(document, [
    { unit: cell.unitId, answers: {}, overrides: { [cell.criterionCode]: override } },
  ]).map(({ path, code }) => ({ pointer: at(path.slice(prefix.length + 1)), code }))
}

const authorOf = (actor: Actor, reason: string, at: Date): store.Author => ({
  reason,
  byName: actor.name,
  byMandateId: actor.mandate?.id ?? '',
  at,
})

/** An appraiser keeps, corrects or overrides one cell, always with a reason: a new layer over those before (domain.md, "Scores"). */
export async function decide({ params, body, actor, now, deps }: Call<typeof appraisals.decide>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await lockForAppraisal(tx, actor, params)
    const errors = faultsOf(
      await criteriaInForce(deps.database, season.criteriaVersionId),
      params,
      body.decision,
    )
    if (errors.length > 0) throw refuse('answer-invalid', { errors })
    const before = await cellView({ database: deps.database, db: tx }, actor, params)
    if ((await store.lastAppraisal(tx, params)) !== body.seen)
      throw refuse('appraisal-changed', { current: JSON.parse(JSON.stringify(before)) })
    const number = body.seen + 1
    await store.saveAppraisal(
      tx,
      { ...params, number, decision: body.decision },
      authorOf(actor, body.reason, now),
    )
    const after = await cellView({ database: deps.database, db: tx }, actor, params)
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: `answer-${body.decision.kind}`,
      about: { kind: 'cell', id: `${params.unitId} ${params.criterionCode}` },
      before: { points: before.effective.points, bonus: before.effective.bonus },
      after: {
        number,
        decision: body.decision,
        reason: body.reason,
        points: after.effective.points,
        bonus: after.effective.bonus,
      },
    })
    return after
  })
}

const refuseGate = refusals(appraisals.decideGate)

/** An appraiser applies or lifts a gate, with a reason. */
export async function decideGate({ params, body, actor, now, deps }: Call<typeof appraisals.decideGate>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await lockForAppraisal(tx, actor, params)
    const { document } = await criteriaInForce(deps.database, season.criteriaVersionId)
    if (!document.gates?.some(({ code }) => code === params.gateCode)) throw refuseGate('unknown-gate')
    if ((await store.lastGate(tx, params)) !== body.seen)
      throw refuseGate('gate-changed', {
        current: JSON.parse(JSON.stringify(await store.listGates(tx, params.seasonId, params.unitId))),
      })
    const number = body.seen + 1
    await store.saveGate(tx, { ...params, number, applies: body.applies }, authorOf(actor, body.reason, now))
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: body.applies ? 'gate-applied' : 'gate-lifted',
      about: { kind: 'gate', id: `${params.unitId} ${params.gateCode}` },
      after: { number, reason: body.reason },
    })
    return { items: await store.listGates(tx, params.seasonId, null) }
  })
}
