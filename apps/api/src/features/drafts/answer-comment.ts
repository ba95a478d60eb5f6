import { drafts } from '@bangvang/contract/drafts'
import { mayAnswerComment } from '@bangvang/core/rankings/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as comments from './comment-store.ts'
import * as store from './store.ts'

const refuse = refusals(drafts.answer)

/** Each comment ends with one answer: accepted, in part or declined, with a reason (domain.md, "Comments on drafts"). */
export async function answerComment({ params, body, actor, now, deps }: Call<typeof drafts.answer>) {
  const given = await inTransaction(deps.database, async (tx) => {
    const comment = await comments.findComment(tx, params.commentId)
    const season = comment === null ? null : await store.findSeason(tx, comment.seasonId)
    if (comment === null || season === null || !mayAnswerComment(actor, season)) throw refuse('not-found')
    if (hasReached(season.phase, 'finalized')) throw refuse('season-finalized')
    const answer = { ...body, byName: actor.name, at: now }
    const saved = await comments.saveAnswer(tx, { ...answer, commentId: comment.id, seasonId: season.id })
    if (!saved) return { comment, answer: null }
    await record(tx, {
      actor,
      now,
      seasonId: season.id,
      what: 'comment-answered',
      about: { kind: 'comment', id: comment.id },
      after: body,
    })
    return { comment, answer }
  })
  if (given.answer !== null) return { ...given.comment, answer: given.answer }
  const current = await comments.findComment(deps.database.prisma, params.commentId)
  throw refuse('comment-answered', { current: JSON.parse(JSON.stringify(current)) })
}
