import { appraisals } from '@bangvang/contract/appraisals'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { scopeOf } from './show-board.ts'
import * as store from './store.ts'

const refuse = refusals(appraisals.gates)

/** Decisions on gates, as far as the actor sees units: a unit always its own. */
export async function listGates({ params, actor, deps }: Call<typeof appraisals.gates>) {
  const season = await store.findSeason(deps.database, params.seasonId)
  const scope = season === null ? undefined : scopeOf(actor, season)
  if (scope === undefined) throw refuse('not-found')
  return { items: await store.listGates(deps.database.prisma, params.seasonId, scope) }
}
