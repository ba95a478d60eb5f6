import { randomUUID } from 'node:crypto'
import { seasons } from '@bangvang/contract/seasons'
import { checkCriteria } from '@bangvang/core/criteria/check'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { movePhase as decideMove } from '@bangvang/core/seasons/move-phase'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { adoptCriteriaVersion } from '../../criteria-versions.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { lockOwn, seasonNow } from './show-season.ts'
import * as store from './store.ts'

const refusePhase = refusals(seasons.movePhase)

/** A phase opens by an act of the chair, not by the clock (domain.md, "The season"). */
export async function movePhase({ params, body, actor, now, deps }: Call<typeof seasons.movePhase>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await lockOwn(tx, actor, params.seasonId)
    const decision = decideMove({ ...season, hasCriteria: season.criteriaVersion !== null }, body.to)
    if (!decision.ok) throw refusePhase(decision.refusal.reason)
    if (body.to === 'open') await store.openAssessments(tx, season, now)
    if (
      !(await store.savePhase(tx, season.id, {
        from: season.phase,
        to: body.to,
        at: now,
        byName: actor.name,
      }))
    )
      throw refusePhase('phase-not-next')
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'phase-opened',
      about: { kind: 'season', id: season.id },
      before: { phase: season.phase },
      after: { phase: body.to },
    })
    return seasonNow(tx, season.id)
  })
}

const refuseDeadline = refusals(seasons.setDeadline)

/** Sets a deadline, or extends it for all or for one unit; whatever was set before stays readable, so a second one says why. */
export async function setDeadline({ params, body, actor, now, deps }: Call<typeof seasons.setDeadline>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await lockOwn(tx, actor, params.seasonId)
    if (hasReached(season.phase, 'finalized')) throw refuseDeadline('season-finalized')
    if (body.unitId !== null && !season.units.some(({ id }) => id === body.unitId))
      throw refuseDeadline('unknown-unit', { errors: [{ pointer: '#/unitId', code: 'unknown-unit' }] })
    const isSecond = body.unitId !== null || season.deadlines.some(({ kind }) => kind === body.kind)
    if (isSecond && (body.reason ?? '') === '')
      throw refuseDeadline('deadline-without-reason', {
        errors: [{ pointer: '#/reason', code: 'deadline-without-reason' }],
      })
    const reason = body.reason === '' ? null : body.reason
    await store.saveDeadline(tx, {
      id: randomUUID(),
      seasonId: season.id,
      kind: body.kind,
      unitId: body.unitId,
      at: body.at,
      reason,
      createdAt: now,
      byName: actor.name,
    })
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'deadline-set',
      about: { kind: 'season', id: season.id },
      after: { ...body, reason },
    })
    return seasonNow(tx, season.id)
  })
}

const refuseCriteria = refusals(seasons.adoptCriteria)

/** Adopts a document for a season still prepared; one that contradicts itself is refused with every fault at its place. */
export async function adoptCriteria({ params, body, actor, now, deps }: Call<typeof seasons.adoptCriteria>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await lockOwn(tx, actor, params.seasonId)
    if (season.phase !== 'preparing') throw refuseCriteria('season-running')
    const faults = checkCriteria(body.document)
    if (faults.length > 0)
      throw refuseCriteria('criteria-contradict', {
        errors: faults.map(({ path, code }) => ({
          pointer: `#/document${path === '' ? '' : `/${path.replaceAll('.', '/')}`}`,
          code,
        })),
      })
    const document = body.document as CriteriaDocument
    const version = {
      id: randomUUID(),
      clusterId: season.clusterId,
      year: season.year,
      document,
      legalBasis: body.legalBasis,
      adoptedOn: body.adoptedOn,
      now,
    }
    const adopted = await adoptCriteriaVersion(tx, version)
    await store.saveVersion(tx, season.id, version.id)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'criteria-adopted',
      about: { kind: 'criteria-version', id: version.id },
      before: season.criteriaVersion && {
        number: season.criteriaVersion.number,
        sha256: season.criteriaVersion.sha256,
      },
      after: { ...adopted, legalBasis: body.legalBasis, adoptedOn: body.adoptedOn },
    })
    return seasonNow(tx, season.id)
  })
}
