import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Instant, Reason, Role, SeasonId, Uuid } from './wire.ts'

export const CommentAnswerKind = z.enum(['accepted', 'acceptedInPart', 'declined'])
export const CommentView = z.object({
  id: Uuid,
  anchor: Code.nullable(),
  body: z.string(),
  byName: z.string(),
  byRole: Role,
  byUnitId: Code.nullable(),
  at: Instant,
  answer: z.object({ kind: CommentAnswerKind, body: z.string(), byName: z.string(), at: Instant }).nullable(),
})
export type CommentView = z.infer<typeof CommentView>
const params = z.object({ seasonId: SeasonId })

export const drafts = {
  comments: endpoint({
    method: 'GET',
    path: '/api/seasons/:seasonId/ranking/comments',
    summary: 'Comments on the draft ranking, oldest first',
    access: 'signed-in',
    params,
    status: 200,
    response: z.object({ items: z.array(CommentView), mayComment: z.boolean(), mayAnswer: z.boolean() }),
    problems: ['not-found'],
  }),
  comment: endpoint({
    method: 'POST',
    path: '/api/seasons/:seasonId/ranking/comments',
    summary: 'Comment on the draft ranking, or on one row of it',
    access: ['reviewer', 'delegate', 'leader', 'chair', 'viceChair', 'appraiser'],
    params,
    body: z.object({ anchor: Code.nullable(), body: Reason(5000) }),
    status: 201,
    response: CommentView,
    problems: ['not-found', 'unknown-unit', 'season-finalized', 'season-closed'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/comments/:commentId/answer',
    summary: 'Answer a comment: accepted, in part, declined, with a reason',
    access: ['secretary', 'chair'],
    params: z.object({ commentId: Uuid }),
    body: z.object({ kind: CommentAnswerKind, body: Reason(5000) }),
    status: 201,
    response: CommentView,
    problems: ['not-found', 'comment-answered', 'season-finalized'],
  }),
}
