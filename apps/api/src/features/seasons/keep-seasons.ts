import { seasons } from '@bangvang/contract/seasons'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { seasonNow } from './show-season.ts'
import * as store from './store.ts'

type Officers = { chairUnitId: string; viceChairUnitId: string | null }

// Chair and vice-chair are two different members of that year.
async function faultsOf(
  tx: Tx,
  cluster: { clusterId: string; year: number },
  { chairUnitId, viceChairUnitId }: Officers,
) {
  const members = new Set((await store.listMembers(tx, cluster.clusterId, cluster.year)).map(({ id }) => id))
  const errors = members.has(chairUnitId) ? [] : [{ pointer: '#/chairUnitId', code: 'unknown-unit' }]
  if (viceChairUnitId !== null && (!members.has(viceChairUnitId) || viceChairUnitId === chairUnitId))
    errors.push({ pointer: '#/viceChairUnitId', code: 'unknown-unit' })
  return errors
}

const refuseCreate = refusals(seasons.create)

/** A season comes to be, preparing, for the members its cluster has that year. */
export async function createSeason({ body, actor, now, deps }: Call<typeof seasons.create>) {
  return inTransaction(deps.database, async (tx) => {
    if (!(await store.hasCluster(tx, body.clusterId))) throw refuseCreate('not-found')
    const errors = await faultsOf(tx, body, body)
    if (errors.length > 0) throw refuseCreate('unknown-unit', { errors })
    const id = `${body.clusterId}-${body.year}`
    if (!(await store.createSeason(tx, { id, ...body, now }))) throw refuseCreate('season-exists')
    await record(tx, {
      actor,
      now,
      seasonId: id,
      what: 'season-created',
      about: { kind: 'season', id },
      after: body,
    })
    return seasonNow(tx, id)
  })
}

const refuseOfficers = refusals(seasons.setOfficers)

export async function setOfficers({ params, body, actor, now, deps }: Call<typeof seasons.setOfficers>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await store.lockSeason(tx, params.seasonId)
    if (season === null) throw refuseOfficers('not-found')
    if (hasReached(season.phase, 'finalized')) throw refuseOfficers('season-finalized')
    const errors = await faultsOf(tx, season, body)
    if (errors.length > 0) throw refuseOfficers('unknown-unit', { errors })
    await store.saveOfficers(tx, season.id, body)
    const { chairUnitId, viceChairUnitId } = season
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'officers-set',
      about: { kind: 'season', id: season.id },
      before: { chairUnitId, viceChairUnitId },
      after: body,
    })
    return seasonNow(tx, season.id)
  })
}
