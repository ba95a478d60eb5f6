import { randomUUID } from 'node:crypto'
import { drafts } from '@bangvang/contract/drafts'
import { mayEditDraft } from '@bangvang/core/drafts/policy'
import { maySeeRanking } from '@bangvang/core/seasons/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { findRankingDraft, createDraft as saveDraft } from './draft-store.ts'
import { refuseFaults, toldOf } from './edit-nodes.ts'
import { createNodes } from './node-store.ts'
import { draftView } from './show-draft.ts'
import { findSeason, lockSeason } from './store.ts'
import { wholeNodes } from './whole-nodes.ts'

const refuse = refusals(drafts.create)

/** A new draft with its parts: empty, of a version, or of a file read before. A season handed over takes none. */
export async function createDraft({ params, body, actor, now, deps }: Call<typeof drafts.create>) {
  const id = randomUUID()
  await inTransaction(deps.database, async (tx) => {
    const season = await findSeason(tx, params.seasonId)
    if (season === null || !mayEditDraft(actor, { seasonId: season.id })) throw refuse('not-found')
    if (hasReached(season.phase, 'archived')) throw refuse('season-finalized')
    refuseFaults(body.kind, body.nodes)
    const nodes = wholeNodes(body.nodes).map((node) => ({ ...node, version: 1 }))
    const { kind, year, title } = body
    await saveDraft(tx, { id, kind, year, title, seasonId: season.id, clusterId: season.clusterId }, now)
    await createNodes(tx, id, nodes)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'draft-created',
      about: { kind: 'draft', id },
      after: { kind, year, title, ...toldOf(nodes) },
    })
  })
  return draftView({ deps, actor, now }, id)
}

const refuseRanking = refusals(drafts.openRanking)

/** The season's ranking as a draft, so that it can be sent out as any other: one a season. */
export async function openRanking({ params, body, actor, now, deps }: Call<typeof drafts.openRanking>) {
  const id = await inTransaction(deps.database, async (tx) => {
    const season = await lockSeason(tx, params.seasonId)
    if (season === null || !mayEditDraft(actor, { seasonId: season.id })) throw refuseRanking('not-found')
    if (hasReached(season.phase, 'finalized')) throw refuseRanking('season-finalized')
    if (!maySeeRanking(actor, season)) throw refuseRanking('season-closed')
    const known = await findRankingDraft(tx, season.id)
    if (known !== null) return known
    const made = { id: randomUUID(), kind: 'ranking', year: season.year, title: body.title } as const
    await saveDraft(tx, { ...made, seasonId: season.id, clusterId: season.clusterId }, now)
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'draft-created',
      about: { kind: 'draft', id: made.id },
      after: { kind: made.kind, year: made.year, title: made.title },
    })
    return made.id
  })
  return draftView({ deps, actor, now }, id)
}
