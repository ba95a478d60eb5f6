import { randomUUID } from 'node:crypto'
import { drafts } from '@bangvang/contract/drafts'
import { mayAnswerComment, mayComment } from '@bangvang/core/rankings/policy'
import { maySeeRanking, maySeeSeason } from '@bangvang/core/seasons/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as comments from './comment-store.ts'
import * as store from './store.ts'

const refuseList = refusals(drafts.comments)

/** The comments with their answers, to everyone who sees the ranking they are on. */
export async function listComments({ params, actor, deps }: Call<typeof drafts.comments>) {
  const db = deps.database.prisma
  const season = await store.findSeason(db, params.seasonId)
  if (season === null || !maySeeRanking(actor, season)) throw refuseList('not-found')
  const isDraft = !hasReached(season.phase, 'finalized')
  return {
    items: await comments.listComments(db, { seasonId: season.id, draftId: null }),
    mayComment: isDraft && mayComment(actor, season),
    mayAnswer: isDraft && mayAnswerComment(actor, season),
  }
}

const refuse = refusals(drafts.comment)

/** A comment on the draft ranking, or on one unit's row of it (domain.md, "Comments on drafts"). */
export async function commentOnRanking({ params, body, actor, now, deps }: Call<typeof drafts.comment>) {
  return inTransaction(deps.database, async (tx) => {
    const season = await store.lockSeason(tx, params.seasonId)
    const { mandate } = actor
    if (season === null || mandate === null || !maySeeSeason(actor, season)) throw refuse('not-found')
    if (hasReached(season.phase, 'finalized')) throw refuse('season-finalized')
    if (!mayComment(actor, season)) throw refuse('season-closed')
    if (body.anchor !== null && !(await store.hasRow(tx, season.id, body.anchor)))
      throw refuse('unknown-unit', { errors: [{ pointer: '#/anchor', code: 'unknown-unit' }] })
    const place = { seasonId: season.id, draftId: null }
    const comment = {
      id: randomUUID(),
      number: await comments.nextNumber(tx, place),
      anchor: { nodeId: body.anchor, field: null, quote: null },
      body: body.body,
      replacement: null,
      isLate: false,
      byName: actor.name,
      byRole: mandate.role,
      byUnitId: mandate.unitId,
      at: now,
    }
    await comments.saveComment(tx, {
      ...comment,
      ...place,
      byPersonId: actor.personId,
      byMandateId: mandate.id,
    })
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'ranking-commented',
      about: { kind: 'comment', id: comment.id },
      after: body,
    })
    return { ...comment, appliedAt: null, isResolved: false, replies: [], answer: null }
  })
}
