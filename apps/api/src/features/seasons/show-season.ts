import { seasons } from '@bangvang/contract/seasons'
import type { Actor } from '@bangvang/core/people/actor'
import { maySeeSeason } from '@bangvang/core/seasons/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import { z } from 'zod'
import type { Db, Tx } from '../../db.ts'
import { type Call, sent } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as store from './store.ts'

const refuse = refusals(seasons.show)

export async function showSeason({ params, actor, deps }: Call<typeof seasons.show>) {
  const season = await store.findSeason(deps.database.prisma, params.seasonId)
  if (season === null || !maySeeSeason(actor, season)) throw refuse('not-found')
  return season
}

export async function listSeasons({ actor, deps }: Call<typeof seasons.list>) {
  if (actor.mandate === null) return { items: [] }
  return { items: await store.listSeasons(deps.database.prisma, actor.mandate.seasonId) }
}

/** The criteria in force: public once the season is open, the members' while it is prepared. */
export async function showCriteria({
  params,
  actor,
  deps,
  request,
  reply,
}: Call<typeof seasons.criteria>): Promise<typeof sent> {
  const season = await store.findSeason(deps.database.prisma, params.seasonId)
  const isPublic = season !== null && hasReached(season.phase, 'open')
  if (season === null || (!isPublic && !maySeeSeason(actor, season))) throw refuse('not-found')
  if (season.criteriaVersion === null) throw refuse('not-found')
  // The address may name another version one day; the bytes under a hash never change.
  const etag = `"${season.criteriaVersion.sha256}"`
  reply.header('etag', etag).header('cache-control', isPublic ? 'public, no-cache' : 'private, no-cache')
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).send()
    return sent
  }
  const version = await store.findVersion(deps.database.prisma, season.criteriaVersion.id)
  if (version === null) throw refuse('not-found')
  reply.type('application/json').send(JSON.stringify(z.encode(seasons.criteria.response, version)))
  return sent
}

/** The season under a lock, where the actor's mandate is of it; any other is not there. */
export async function lockOwn(tx: Tx, actor: Actor, seasonId: string) {
  const season = await store.lockSeason(tx, seasonId)
  if (season === null || actor.mandate?.seasonId !== seasonId) throw new ProblemError('not-found')
  return season
}

/** The season as it stands after a change. */
export async function seasonNow(db: Db, id: string) {
  const season = await store.findSeason(db, id)
  if (season === null) throw new ProblemError('not-found')
  return season
}
