import { awards } from '@bangvang/contract/awards'
import { checkAwardKind } from '@bangvang/core/awards/award-kind'
import { isOpenToAwards, mayProposeAwards } from '@bangvang/core/awards/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { awardsView } from './show-awards.ts'
import * as store from './store.ts'

/** The season under a lock, while it takes awards; not there for whoever does not propose in it. */
export async function lockOpen(tx: Tx, actor: Actor, seasonId: string) {
  const season = await store.lockSeason(tx, seasonId)
  if (season === null || !mayProposeAwards(actor, season)) throw new ProblemError('not-found')
  const { criteriaVersionId } = season
  if (!isOpenToAwards(season) || criteriaVersionId === null) throw new ProblemError('awards-closed')
  return { ...season, criteriaVersionId }
}

async function isInUse(tx: Tx, seasonId: string, code: string): Promise<boolean> {
  return (await store.listProposals(tx, seasonId)).some(({ kindCode }) => kindCode === code)
}

const refuse = refusals(awards.saveKind)

/** Chair or secretary set an award, until somebody is proposed for it. */
export async function saveKind({
  params,
  body,
  actor,
  now,
  deps: { database },
}: Call<typeof awards.saveKind>) {
  return inTransaction(database, async (tx) => {
    const season = await lockOpen(tx, actor, params.seasonId)
    const { version, ...settings } = body
    const kind = { code: params.kindCode, ...settings }
    const faults = checkAwardKind(await store.findDocument(tx, season.criteriaVersionId), kind)
    if (faults.length > 0)
      throw refuse('award-invalid', {
        errors: faults.map(({ path, code }) => ({ pointer: `#/${path.replaceAll('.', '/')}`, code })),
      })
    const stored = (await store.listKinds(tx, season.id)).find(({ code }) => code === kind.code)
    if (await isInUse(tx, season.id, kind.code)) throw refuse('award-in-use')
    if (!(await store.saveKind(tx, { seasonId: season.id, kind, version }, { name: actor.name, at: now })))
      throw refuse('award-changed', { current: stored ?? null })
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'award-set',
      about: { kind: 'award', id: kind.code },
      before: stored ?? null,
      after: { ...kind, version: version + 1 },
    })
    return awardsView({ database, db: tx }, actor, season.id)
  })
}

const refuseRemoval = refusals(awards.removeKind)

export async function removeKind({
  params,
  query,
  actor,
  now,
  deps: { database },
}: Call<typeof awards.removeKind>) {
  return inTransaction(database, async (tx) => {
    const season = await lockOpen(tx, actor, params.seasonId)
    const { kindCode: code } = params
    const stored = (await store.listKinds(tx, season.id)).find((kind) => kind.code === code)
    if (stored === undefined) throw refuseRemoval('not-found')
    if (await isInUse(tx, season.id, code)) throw refuseRemoval('award-in-use')
    if (!(await store.removeKind(tx, { seasonId: season.id, code, version: query.version })))
      throw refuseRemoval('award-changed', { current: stored })
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'award-removed',
      about: { kind: 'award', id: code },
      before: stored,
    })
    return awardsView({ database, db: tx }, actor, season.id)
  })
}
