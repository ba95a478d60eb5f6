import { PublicRankingView, rankings } from '@bangvang/contract/rankings'
import type { RankingBundle } from '@bangvang/core/rankings/bundle'
import { z } from 'zod'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import type { SeasonOfLayers } from '../../season-layers.ts'
import { finalOf, rowsOf } from './standing.ts'
import * as store from './store.ts'

const refuse = refusals(rankings.showPublic)

/** Five minutes in any cache, then asked for again by its ETag. */
const cacheControl = 'public, max-age=300'

// What is published names units alone: no person stands in it.
function publicView(season: SeasonOfLayers, final: store.Final, bundle: RankingBundle): PublicRankingView {
  const { criteria } = bundle.content
  const { finalizedBy: _person, ...published } = finalOf(final, bundle)
  const titled = ({ code, title }: { code: string; title: { vi: string; en: string } }) => ({ code, title })
  return {
    seasonId: season.id,
    clusterName: season.clusterName,
    year: season.year,
    rows: rowsOf(bundle.content).rows,
    final: published,
    sections: criteria.sections.map((section) => ({ ...titled(section), role: section.role })),
    grades: (criteria.grades ?? []).map(titled),
    gates: (criteria.gates ?? []).map(titled),
    maxPoints: criteria.maxPoints,
    isSample: season.isSample,
  }
}

/** A final ranking, for everyone: it never changes, so its hash is its ETag. */
export async function showPublic({
  params,
  deps,
  request,
  reply,
}: Call<typeof rankings.showPublic>): Promise<typeof sent> {
  const season = await store.findSeason(deps.database, params.seasonId)
  const final = season === null ? null : await store.findFinal(deps.database.prisma, season.id)
  if (season === null || final === null) throw refuse('not-found')
  const etag = `"${final.sha256}"`
  reply.header('etag', etag).header('cache-control', cacheControl)
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).send()
    return sent
  }
  const view = publicView(season, final, JSON.parse(final.text) as RankingBundle)
  reply.type('application/json').send(JSON.stringify(z.encode(PublicRankingView, view)))
  return sent
}

export async function listPublic({ deps }: Call<typeof rankings.listPublic>) {
  return { items: await store.listFinals(deps.database.prisma) }
}
