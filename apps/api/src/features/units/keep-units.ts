import { units } from '@bangvang/contract/units'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as store from './store.ts'

const refuseCreate = refusals(units.create)

export async function createUnit({ body, actor, now, deps }: Call<typeof units.create>) {
  return inTransaction(deps.database, async (tx) => {
    if (!(await store.createUnit(tx, body)))
      throw refuseCreate('unit-exists', { errors: [{ pointer: '#/id', code: 'unit-exists' }] })
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'unit-created',
      about: { kind: 'unit', id: body.id },
      after: body,
    })
    return { ...body, validTo: null, successorId: null }
  })
}

const refuseEnd = refusals(units.end)

/** A unit ends and may have a successor; its results stay with it (domain.md, "Law and time"). */
export async function endUnit({ params, body, actor, now, deps }: Call<typeof units.end>) {
  return inTransaction(deps.database, async (tx) => {
    const unit = await store.findUnit(tx, params.unitId)
    if (unit === null) throw refuseEnd('not-found')
    if (body.validTo < unit.validFrom)
      throw refuseEnd('invalid-request', { errors: [{ pointer: '#/validTo', code: 'before-beginning' }] })
    const isUnknown =
      body.successorId !== null &&
      (body.successorId === unit.id || (await store.findUnit(tx, body.successorId)) === null)
    if (isUnknown)
      throw refuseEnd('unknown-unit', { errors: [{ pointer: '#/successorId', code: 'unknown-unit' }] })
    if (!(await store.endUnit(tx, unit.id, body))) throw refuseEnd('unit-ended')
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'unit-ended',
      about: { kind: 'unit', id: unit.id },
      before: { validTo: null, successorId: null },
      after: body,
    })
    return { ...unit, ...body }
  })
}

const refuseCluster = refusals(units.createCluster)

export async function createCluster({ body, actor, now, deps }: Call<typeof units.createCluster>) {
  return inTransaction(deps.database, async (tx) => {
    if (!(await store.createCluster(tx, body)))
      throw refuseCluster('cluster-exists', { errors: [{ pointer: '#/id', code: 'cluster-exists' }] })
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'cluster-created',
      about: { kind: 'cluster', id: body.id },
      after: body,
    })
    return { ...body, years: [] }
  })
}

const refuseMembers = refusals(units.setMembers)

/** The members of a year, in order: different units that were there that year; until the season opens. */
export async function setMembers({ params, body, actor, now, deps }: Call<typeof units.setMembers>) {
  const { clusterId, year } = params
  return inTransaction(deps.database, async (tx) => {
    await store.lockCluster(tx, clusterId)
    const cluster = await store.findCluster(tx, clusterId)
    if (cluster === null) throw refuseMembers('not-found')
    if (await store.isSeasonRunning(tx, clusterId, year)) throw refuseMembers('season-running')
    const lived = new Set(
      (await store.listUnits(tx))
        .filter(
          ({ validFrom, validTo }) =>
            validFrom <= `${year}-12-31` && (validTo === null || validTo >= `${year}-01-01`),
        )
        .map(({ id }) => id),
    )
    const errors = body.unitIds.flatMap((id, index) =>
      lived.has(id) ? [] : [{ pointer: `#/unitIds/${index}`, code: 'unknown-unit' }],
    )
    if (errors.length > 0) throw refuseMembers('unknown-unit', { errors })
    const twice = body.unitIds.flatMap((id, index) =>
      body.unitIds.indexOf(id) < index ? [{ pointer: `#/unitIds/${index}`, code: 'duplicate-unit' }] : [],
    )
    if (twice.length > 0) throw refuseMembers('invalid-request', { errors: twice })
    await store.saveMembers(tx, params, body.unitIds)
    const before = cluster.years.find((one) => one.year === year)?.unitIds ?? []
    await record(tx, {
      actor,
      now,
      seasonId: null,
      what: 'members-set',
      about: { kind: 'cluster', id: clusterId },
      before: { year, unitIds: before },
      after: { year, unitIds: body.unitIds },
    })
    const saved = await store.findCluster(tx, clusterId)
    if (saved === null) throw new ProblemError('not-found')
    return saved
  })
}
