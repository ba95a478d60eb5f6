import type { rankings } from '@bangvang/contract/rankings'
import type { Actor } from '@bangvang/core/people/actor'
import { mayFinalize } from '@bangvang/core/rankings/policy'
import { maySeeRanking } from '@bangvang/core/seasons/policy'
import type { Database } from '../../db.ts'
import { type Call, sent } from '../../http/mount.ts'
import { ProblemError } from '../../http/problem.ts'
import { standingOf } from './standing.ts'
import * as store from './store.ts'

/** The ranking as this actor may see it; a draft not theirs to see is not there. */
export async function rankingView(database: Database, actor: Actor, seasonId: string) {
  const season = await store.findSeason(database, seasonId)
  const standing =
    season === null || !maySeeRanking(actor, season) ? null : await standingOf(database, season)
  if (season === null || standing === null) throw new ProblemError('not-found')
  return { ...standing, mayFinalize: season.phase === 'deliberation' && mayFinalize(actor, season) }
}

export function showRanking({ params, actor, deps }: Call<typeof rankings.show>) {
  return rankingView(deps.database, actor, params.seasonId)
}

/** The frozen bundle as it was hashed and kept, for `bangvang verify`. */
export async function downloadBundle({
  params,
  actor,
  deps,
  reply,
}: Call<typeof rankings.bundle>): Promise<typeof sent> {
  const season = await store.findSeason(deps.database, params.seasonId)
  const isTheirs = season !== null && maySeeRanking(actor, season)
  const final = isTheirs ? await store.findFinal(deps.database.prisma, params.seasonId) : null
  if (final === null) throw new ProblemError('not-found')
  reply
    .header('content-type', 'application/json')
    .header('content-disposition', `attachment; filename="${params.seasonId}-xep-hang.json"`)
    .header('cache-control', 'private, no-store')
    .send(final.text)
  return sent
}
