import type { BoardView } from '@bangvang/contract/appraisals'
import { appraisals } from '@bangvang/contract/appraisals'
import type { Actor } from '@bangvang/core/people/actor'
import { actsAs } from '@bangvang/core/people/actor'
import { maySeeSeason, seesEveryUnit } from '@bangvang/core/seasons/policy'
import { criteriaInForce } from '../../criteria-in-force.ts'
import type { Database } from '../../db.ts'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { registeredTargets } from '../../registered-targets.ts'
import { findSeasonOfLayers, readLayers } from '../../season-layers.ts'
import { boardView, ownBoard } from './board-view.ts'
import * as store from './store.ts'

/** A unit's id: its own column only; null: every unit; undefined: nothing. */
export function scopeOf(actor: Actor, season: store.Season): string | null | undefined {
  if (seesEveryUnit(actor, season)) return null
  if (!maySeeSeason(actor, season) || actsAs(actor, 'administrator')) return undefined
  return actor.mandate?.unitId ?? undefined
}

type Kept = { revision: number; phase: string; view: BoardView; texts: Map<string | null, string> }
const boards = new WeakMap<Database, Map<string, Kept>>()
const most = 500

// Read at a revision, kept under it: what changes the board changes the revision, by trigger (decision 0005).
async function boardAt(
  database: Database,
  season: store.Season & { criteriaVersionId: string },
): Promise<Kept> {
  const kept = boards.get(database) ?? new Map<string, Kept>()
  boards.set(database, kept)
  const known = kept.get(season.id)
  if (known !== undefined && known.revision === season.revision && known.phase === season.phase) return known
  const read = await database.prisma.$transaction(
    async (tx) => {
      const now = await findSeasonOfLayers(tx, season.id)
      return now === null
        ? null
        : {
            season: now,
            layered: await readLayers(tx, now),
            bundle: await store.findBundle(tx, season.id),
            registered: await registeredTargets(tx, { seasonId: season.id }),
          }
    },
    { isolationLevel: 'RepeatableRead' },
  )
  if (read === null) throw refuse('not-found')
  const criteria = await criteriaInForce(database, season.criteriaVersionId)
  const fresh: Kept = {
    revision: read.season.revision,
    phase: read.season.phase,
    view: boardView({ ...read, criteria }),
    texts: new Map(),
  }
  if (kept.size >= most) kept.clear()
  kept.set(season.id, fresh)
  return fresh
}

function textFor(board: Kept, scope: string | null): string {
  const known = board.texts.get(scope)
  if (known !== undefined) return known
  const text = JSON.stringify(scope === null ? board.view : ownBoard(board.view, scope))
  board.texts.set(scope, text)
  return text
}

const refuse = refusals(appraisals.board)

/** Units × criteria by layer. Two queries a look (session, revision); scored again only when something changed. */
export async function showBoard({
  params,
  actor,
  deps,
  request,
  reply,
}: Call<typeof appraisals.board>): Promise<typeof sent> {
  const season = await store.findSeason(deps.database, params.seasonId)
  const scope = season === null ? undefined : scopeOf(actor, season)
  if (season === null || scope === undefined || season.criteriaVersionId === null) throw refuse('not-found')
  const board = await boardAt(deps.database, { ...season, criteriaVersionId: season.criteriaVersionId })
  const etag = `"${season.id}-${board.revision}-${board.phase}-${scope ?? 'all'}"`
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match'] === etag) reply.code(304).send()
  else reply.type('application/json').send(textFor(board, scope))
  return sent
}
