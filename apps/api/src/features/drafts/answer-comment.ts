import { drafts } from '@bangvang/contract/drafts'
import { mayAnswer } from '@bangvang/core/drafts/policy'
import { applySuggestion } from '@bangvang/core/drafts/suggest'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './comment-store.ts'
import type { DraftRow } from './draft-store.ts'
import { findNode } from './node-store.ts'
import { saveChanges } from './revise.ts'
import { isWrittenHere } from './show-draft.ts'
import { closedBy, lockThread, type Thread } from './thread.ts'

const refuse = refusals(drafts.answer)

/** The thread, where the actor answers it and nobody has yet. */
async function lockUnanswered(tx: Tx, actor: Actor, commentId: string): Promise<Thread> {
  const thread = await lockThread(tx, actor, commentId)
  if (!mayAnswer(actor, thread.facts)) throw refuse('not-found')
  const closed = closedBy(thread)
  if (closed !== null) throw refuse(closed)
  if (thread.comment.answer !== null)
    throw refuse('comment-answered', { current: JSON.parse(JSON.stringify(thread.comment)) })
  return thread
}

/** Each comment ends with one answer: accepted, in part or declined, with a reason (domain.md, "Comments on drafts"). */
export function answerComment({ params, body, actor, now, deps }: Call<typeof drafts.answer>) {
  return inTransaction(deps.database, async (tx) => {
    const { comment, facts } = await lockUnanswered(tx, actor, params.commentId)
    const { seasonId } = facts
    const answer = { ...body, byName: actor.name, at: now }
    await store.saveAnswer(tx, { ...answer, commentId: comment.id, seasonId })
    await record(tx, {
      actor,
      now,
      seasonId,
      what: 'comment-answered',
      about: { kind: 'comment', id: comment.id },
      after: body,
    })
    return { ...comment, answer }
  })
}

const refuseApply = refusals(drafts.apply)

type Wording = { anchor: store.Anchor; replacement: string | null }

/** The part with the suggested words in it; refused where what they are about is not there for certain. */
async function reworded(tx: Tx, draft: DraftRow | null, { anchor, replacement }: Wording) {
  if (replacement === null) throw refuseApply('no-suggestion')
  if (draft === null || !isWrittenHere(draft.kind)) throw refuseApply('draft-kind')
  const unfit = (code: string) => refuseApply('anchor-unfit', { errors: [{ pointer: '#/anchor', code }] })
  const before = anchor.nodeId === null ? null : await findNode(tx, draft.id, anchor.nodeId)
  if (before === null) throw unfit(anchor.nodeId === null ? 'no-field' : 'node-gone')
  const suggested = applySuggestion(before, anchor, replacement)
  if (!suggested.ok) throw unfit(suggested.refusal.reason)
  const after = { ...before, content: suggested.content, version: before.version + 1 }
  return { draft, replacement, change: { nodeId: before.id, before, after } }
}

/** Puts a suggestion's words, or better ones, into the draft and answers it, in one act. */
export function applyComment({ params, body, actor, now, deps }: Call<typeof drafts.apply>) {
  return inTransaction(deps.database, async (tx) => {
    const thread = await lockUnanswered(tx, actor, params.commentId)
    const { comment } = thread
    const words = comment.replacement === null ? null : (body.replacement ?? comment.replacement)
    const wording = { anchor: comment.anchor, replacement: words }
    const { draft, replacement, change } = await reworded(tx, thread.draft, wording)
    const { revision } = await saveChanges(tx, draft, { by: { actor, now }, changes: [change] })
    const answer = { kind: body.kind, body: body.body, byName: actor.name, at: now }
    await store.saveAnswer(tx, { ...answer, commentId: comment.id, seasonId: draft.seasonId })
    const said = { commentId: comment.id, byName: actor.name, at: now }
    await store.saveApplication(tx, { ...said, revision, replacement })
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'suggestion-applied',
      about: { kind: 'comment', id: comment.id },
      before: { nodeId: change.nodeId, content: change.before.content },
      after: { ...body, nodeId: change.nodeId, content: change.after.content, revision },
    })
    return { ...comment, answer, appliedAt: now }
  })
}
