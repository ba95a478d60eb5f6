import type { appraisals, CellView } from '@bangvang/contract/appraisals'
import { isOpenToAppraisal, mayAppraise } from '@bangvang/core/appraisals/policy'
import type { Answer, Submission } from '@bangvang/core/assessments/answer'
import { scoreUnits } from '@bangvang/core/assessments/score'
import { changedTarget, reasonFor } from '@bangvang/core/pacts/changed-target'
import type { Actor } from '@bangvang/core/people/actor'
import { effectiveSubmissions } from '@bangvang/core/rankings/effective-submissions'
import { type CriteriaInForce, criteriaInForce } from '../../criteria-in-force.ts'
import type { Database, Db } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError } from '../../http/problem.ts'
import { givenReasons, registeredTargets } from '../../registered-targets.ts'
import { findSeasonOfLayers, readLayers } from '../../season-layers.ts'
import { type Layered, selfSubmissions } from './board-view.ts'
import { scopeOf } from './show-board.ts'
import * as store from './store.ts'

const nothing = { points: '0', bonus: '0', status: 'missing' as const, measure: null }

type Placed = { cell: store.Cell; layered: Layered; criteria: CriteriaInForce }

// Scored with the whole cluster, so that a rank measure has its place.
function resultOf({ cell, criteria }: Placed, submissions: readonly Submission[]) {
  const result = scoreUnits(criteria.compiled, submissions).find(({ unit }) => unit === cell.unitId)
  return result?.criteria[cell.criterionCode] ?? nothing
}

/** Each decision with the points it made: those of the layers up to it. */
function ledger(placed: Placed): CellView['appraisals'] {
  const { cell, layered } = placed
  const isHere = (layer: { unit: string; criterion: string }) =>
    layer.unit === cell.unitId && layer.criterion === cell.criterionCode
  const here = layered.layers.appraised.filter(isHere)
  return here.map((layer) => {
    const appraised = layered.layers.appraised.filter(
      (other) => !isHere(other) || other.number <= layer.number,
    )
    const { points, bonus } = resultOf(
      placed,
      effectiveSubmissions({ ...layered, layers: { ...layered.layers, appraised } }),
    )
    return {
      number: layer.number,
      decision: layer.decision,
      points,
      bonus,
      reason: layer.reason,
      byName: layer.by,
      at: new Date(layer.at),
    }
  })
}

/** What was submitted against another target than the registered one, with the reason given for it. */
async function changedTargetOf(
  db: Db,
  cell: store.Cell,
  answer: Answer | null,
): Promise<CellView['changedTarget']> {
  const { seasonId, unitId, criterionCode } = cell
  const targets = (await registeredTargets(db, { seasonId, unitId })).get(unitId) ?? []
  const registered = targets.find((one) => one.criterionCode === criterionCode)
  const changed = registered === undefined ? null : changedTarget(registered, answer)
  if (changed === null) return null
  const given = reasonFor(changed, await givenReasons(db, { seasonId, unitId, criterionCode }))
  return {
    registered: changed.registered,
    target: changed.target,
    reason: given?.reason ?? null,
    byName: given?.byName ?? null,
    at: given?.at ?? null,
  }
}

async function viewOf(db: Db, placed: Placed, mayDecide: boolean): Promise<CellView> {
  const { cell, layered } = placed
  const last = layered.layers.self.filter(({ unit }) => unit === cell.unitId).at(-1)
  const said = last?.answers[cell.criterionCode]
  const effective = effectiveSubmissions(layered)
  const self = resultOf(placed, selfSubmissions(layered))
  const { status, points, bonus, measure } = resultOf(placed, effective)
  const answer = effective.find(({ unit }) => unit === cell.unitId)?.answers[cell.criterionCode] ?? null
  return {
    ...cell,
    unitName: layered.units.find(({ code }) => code === cell.unitId)?.name ?? cell.unitId,
    self:
      last === undefined
        ? null
        : {
            answer: said?.answer ?? null,
            note: said?.note ?? '',
            points: self.points,
            bonus: self.bonus,
            submittedBy: last.submittedBy,
            submittedAt: new Date(last.submittedAt),
          },
    appraisals: ledger(placed),
    effective: { answer, points, bonus, status, measure },
    changedTarget: await changedTargetOf(db, cell, said?.answer ?? null),
    evidence: await store.listEvidence(
      db,
      (said?.evidence ?? []).map(({ id }) => id),
    ),
    mayAppraise: mayDecide,
  }
}

/** Where to read: the transaction, and the database whose criteria are kept in memory. */
export type Reading = { database: Database; db: Db }

/** One cell as the actor may see it; a cell out of sight is not there. */
export async function cellView({ database, db }: Reading, actor: Actor, cell: store.Cell): Promise<CellView> {
  const season = await findSeasonOfLayers(db, cell.seasonId)
  const scope = season === null ? undefined : scopeOf(actor, season)
  if (
    season === null ||
    season.criteriaVersionId === null ||
    scope === undefined ||
    (scope !== null && scope !== cell.unitId)
  )
    throw new ProblemError('not-found')
  const criteria = await criteriaInForce(database, season.criteriaVersionId)
  const layered = await readLayers(db, season)
  if (!criteria.byCode.has(cell.criterionCode) || !layered.units.some(({ code }) => code === cell.unitId))
    throw new ProblemError('not-found')
  return viewOf(
    db,
    { cell, layered, criteria },
    mayAppraise(actor, season, cell.unitId) && isOpenToAppraisal(season),
  )
}

export async function showCell({ params, actor, deps }: Call<typeof appraisals.cell>) {
  return cellView({ database: deps.database, db: deps.database.prisma }, actor, params)
}
