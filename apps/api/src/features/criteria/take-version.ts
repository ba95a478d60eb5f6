import { criteria } from '@bangvang/contract/criteria'
import { takeVersion as decide } from '@bangvang/core/criteria/take-version'
import { mayRunSeason } from '@bangvang/core/seasons/policy'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { putInForce } from '../../season-criteria.ts'
import * as seasonStore from './season-store.ts'
import * as store from './store.ts'

const refuse = refusals(criteria.take)

/** A season that is still prepared takes the adopted version of its year (issue 3, point 2). */
export async function takeVersion({ params, body, actor, now, deps }: Call<typeof criteria.take>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await seasonStore.lockSeason(tx, params.seasonId)
    if (season === null || !mayRunSeason(actor, season)) throw refuse('not-found')
    const version = await seasonStore.findVersionFacts(tx, body.versionId)
    const decision = decide(season, version)
    if (!decision.ok) throw refuse(decision.refusal.reason, { current: season.inForce })
    await putInForce(tx, season.id, decision.version.id)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'criteria-taken',
      about: { kind: 'criteria-version', id: decision.version.id },
      before: season.inForce && { number: season.inForce.number },
      after: { number: decision.version.number, sha256: version?.sha256 },
    })
    const taken = await store.findVersion(tx, decision.version.id)
    if (taken === null) throw refuse('not-found')
    return taken
  })
}
