import { rankings } from '@bangvang/contract/rankings'
import type { Actor } from '@bangvang/core/people/actor'
import { type BundleParts, composeBundle } from '@bangvang/core/rankings/bundle'
import { type FinalizeRefusal, isUnsettled, mayFinalize, mayFreeze } from '@bangvang/core/rankings/policy'
import { record, sha256 } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { type ProblemError, refusals } from '../../http/problem.ts'
import { readLayers, type SeasonOfLayers } from '../../season-layers.ts'
import { rankingView } from './show-ranking.ts'
import * as store from './store.ts'

const refuse = refusals(rankings.finalize)

function asProblem(refusal: FinalizeRefusal, revision: number): ProblemError {
  switch (refusal.reason) {
    case 'season-not-in-deliberation':
      return refuse(refusal.reason)
    case 'ranking-changed':
      return refuse(refusal.reason, { current: { revision } })
    case 'assessments-unsettled':
      return refuse(refusal.reason, {
        errors: refusal.unitIds.map((id) => ({ pointer: `#/units/${id}`, code: 'unsettled' })),
      })
    case 'comments-unanswered':
      return refuse(refusal.reason, {
        errors: refusal.commentIds.map((id) => ({ pointer: `#/comments/${id}`, code: 'unanswered' })),
      })
  }
}

async function unsettledUnits(tx: Tx, seasonId: string, now: Date): Promise<string[]> {
  const all = await store.listAssessments(tx, seasonId)
  return all.filter((assessment) => isUnsettled(assessment, now)).map(({ unitId }) => unitId)
}

type Freezing = { season: SeasonOfLayers & { criteriaVersionId: string }; actor: Actor; now: Date }

async function partsOf(tx: Tx, { season, actor, now }: Freezing): Promise<BundleParts> {
  return {
    season: {
      id: season.id,
      clusterCode: season.clusterId,
      clusterName: season.clusterName,
      year: season.year,
      chairUnit: season.chairUnitId,
    },
    ...(await readLayers(tx, season)),
    ...(await store.findCriteria(tx, season.criteriaVersionId)),
    comments: await store.listComments(tx, season.id),
    journal: await store.journalHead(tx, season.id),
    finalizedAt: now.toISOString(),
    finalizedBy: {
      name: actor.name,
      role: actor.mandate?.role ?? '',
      unit: actor.mandate?.unitId ?? '',
    },
  }
}

/** One act of the chair freezes criteria, every layer, results, comments and answers as one hashed bundle (domain.md, "finalized"). */
export async function finalizeRanking({ params, body, actor, now, deps }: Call<typeof rankings.finalize>) {
  await inTransaction(deps.database, async (tx) => {
    const season = await store.lockSeason(tx, params.seasonId)
    if (season === null || !mayFinalize(actor, season)) throw refuse('not-found')
    const { criteriaVersionId, revision } = season
    const comments = await store.listComments(tx, season.id)
    const decision = mayFreeze({
      season,
      revision,
      seenRevision: body.revision,
      unansweredCommentIds: comments.filter(({ answer }) => answer === null).map(({ id }) => id),
      unsettledUnitIds: await unsettledUnits(tx, season.id, now),
    })
    if (!decision.ok) throw asProblem(decision.refusal, revision)
    if (criteriaVersionId === null) throw refuse('season-not-in-deliberation')
    const parts = await partsOf(tx, { season: { ...season, criteriaVersionId }, actor, now })
    const bundle = composeBundle(parts, sha256)
    await store.saveFinal(tx, bundle, { at: now, byName: actor.name })
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'ranking-finalized',
      about: { kind: 'season', id: season.id },
      before: { phase: season.phase, revision },
      after: { phase: 'finalized', sha256: bundle.sha256, ranking: bundle.content.ranking },
    })
  })
  return rankingView(deps.database, actor, params.seasonId)
}
