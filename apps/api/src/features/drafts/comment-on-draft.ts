import { randomUUID } from 'node:crypto'
import { drafts } from '@bangvang/contract/drafts'
import { placeAnchor } from '@bangvang/core/drafts/anchor'
import { isLate } from '@bangvang/core/drafts/consult'
import { isOpenDraft, isOut, mayAnswer, mayCommentOn, mayReadDraft } from '@bangvang/core/drafts/policy'
import { applySuggestion } from '@bangvang/core/drafts/suggest'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './comment-store.ts'
import { lastDeadline } from './consult-store.ts'
import { type DraftRow, findDraft, lockDraft } from './draft-store.ts'
import { findNode } from './node-store.ts'
import { hasRow } from './store.ts'
import { findMentioned, speaker } from './thread.ts'

const refuse = refusals(drafts.commentOn)

/** Where a draft's comments stand: a ranking's are its season's. */
export const placeOf = ({ id, kind, seasonId }: Pick<DraftRow, 'id' | 'kind' | 'seasonId'>) => ({
  seasonId,
  draftId: kind === 'ranking' ? null : id,
})

/** The comments on a draft, to everyone who reads it. */
export async function listDraftComments({ params, actor, deps }: Call<typeof drafts.listComments>) {
  const draft = await findDraft(deps.database.prisma, params.draftId)
  if (draft === null || !mayReadDraft(actor, draft, draft.season)) throw refuse('not-found')
  const isOpen = isOpenDraft(draft)
  return {
    items: await store.listComments(deps.database.prisma, placeOf(draft)),
    mayComment: isOpen && isOut(draft) && mayCommentOn(actor, draft),
    mayAnswer: isOpen && mayAnswer(actor, draft),
  }
}

type CommentOn = Call<typeof drafts.commentOn>

/** Why a comment's anchor does not stand where it says; null: it does. */
async function misfit(
  tx: Tx,
  draft: DraftRow,
  { anchor, replacement }: CommentOn['body'],
): Promise<string | null> {
  const { nodeId, field, quote } = anchor
  if (nodeId === null || draft.kind === 'ranking') {
    if (field !== null || quote !== null || replacement !== null) return 'no-field'
    return nodeId === null || (await hasRow(tx, draft.seasonId, nodeId)) ? null : 'node-gone'
  }
  const node = await findNode(tx, draft.id, nodeId)
  const place = placeAnchor(new Map(node === null ? [] : [[nodeId, node]]), anchor)
  if (!place.fits) return place.reason
  if (node === null || replacement === null) return null
  const suggested = applySuggestion(node, anchor, replacement)
  return suggested.ok ? null : suggested.refusal.reason
}

async function refuseUnfit(tx: Tx, draft: DraftRow, { body }: CommentOn): Promise<void> {
  if (!isOut(draft)) throw refuse('draft-not-out')
  if (body.body === '' && body.replacement === null)
    throw refuse('comment-empty', { errors: [{ pointer: '#/body', code: 'comment-empty' }] })
  const code = await misfit(tx, draft, body)
  if (code !== null) throw refuse('anchor-unfit', { errors: [{ pointer: '#/anchor', code }] })
}

/** A comment or a suggestion; one that comes after the deadline is taken and marked (issue 3, "Refusals"). */
export function commentOnDraft(call: CommentOn) {
  const { params, body, actor, now, deps } = call
  return inTransaction(deps.database, async (tx) => {
    const draft = await lockDraft(tx, params.draftId)
    if (draft === null || !mayReadDraft(actor, draft, draft.season) || !mayCommentOn(actor, draft))
      throw refuse('not-found')
    if (!isOpenDraft(draft)) throw refuse('draft-adopted')
    await refuseUnfit(tx, draft, call)
    const place = placeOf(draft)
    const persons = await findMentioned(tx, draft.seasonId, { mentions: body.mentions, now })
    const { mentions: _, ...said } = body
    const comment = {
      id: randomUUID(),
      number: await store.nextNumber(tx, place),
      ...said,
      isLate: isLate(now, await lastDeadline(tx, draft.id)),
      ...speaker(actor, now),
    }
    const by = { byPersonId: actor.personId, byMandateId: actor.mandate?.id ?? '' }
    await store.saveComment(tx, { ...comment, ...place, ...by })
    await store.saveMentions(
      tx,
      persons.map((personId) => ({ commentId: comment.id, replyId: null, personId, at: now })),
    )
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'draft-commented',
      about: { kind: 'comment', id: comment.id },
      after: { draftId: draft.id, number: comment.number, isLate: comment.isLate, ...body },
    })
    return { ...comment, appliedAt: null, isResolved: false, replies: [], answer: null }
  })
}
