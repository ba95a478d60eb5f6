import { randomUUID } from 'node:crypto'
import { drafts } from '@bangvang/contract/drafts'
import { mayReply, mayResolve } from '@bangvang/core/drafts/policy'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './comment-store.ts'
import { closedBy, findMentioned, lockThread, speaker } from './thread.ts'

const refuse = refusals(drafts.reply)

/** A reply in a comment's thread, by whoever comments or answers. */
export function reply({ params, body, actor, now, deps }: Call<typeof drafts.reply>) {
  return inTransaction(deps.database, async (tx) => {
    const thread = await lockThread(tx, actor, params.commentId)
    const { comment, facts } = thread
    if (!mayReply(actor, facts)) throw refuse('not-found')
    const closed = closedBy(thread)
    if (closed !== null) throw refuse(closed)
    const persons = await findMentioned(tx, facts.seasonId, { mentions: body.mentions, now })
    const said = { id: randomUUID(), body: body.body, ...speaker(actor, now) }
    await store.saveReply(tx, { ...said, commentId: comment.id, byPersonId: actor.personId })
    await store.saveMentions(
      tx,
      persons.map((personId) => ({ commentId: comment.id, replyId: said.id, personId, at: now })),
    )
    await record(tx, {
      actor,
      now,
      seasonId: facts.seasonId,
      what: 'comment-replied',
      about: { kind: 'comment', id: comment.id },
      after: body,
    })
    return { ...comment, replies: [...comment.replies, said] }
  })
}

const refuseState = refusals(drafts.resolve)

/** Closes a thread or opens it again: whoever began it, and those who answer. */
export function resolve({ params, body, actor, now, deps }: Call<typeof drafts.resolve>) {
  return inTransaction(deps.database, async (tx) => {
    const thread = await lockThread(tx, actor, params.commentId)
    const { comment, facts } = thread
    const { isResolved } = body
    if (!mayResolve(actor, facts, comment)) throw refuseState('thread-not-yours')
    const closed = closedBy(thread)
    if (closed !== null) throw refuseState(closed)
    if (comment.isResolved === isResolved) throw refuseState('comment-state')
    await store.saveState(tx, { commentId: comment.id, isResolved, byName: actor.name, at: now })
    await record(tx, {
      actor,
      now,
      seasonId: facts.seasonId,
      what: isResolved ? 'comment-resolved' : 'comment-reopened',
      about: { kind: 'comment', id: comment.id },
      before: { isResolved: comment.isResolved },
      after: body,
    })
    return { ...comment, isResolved }
  })
}
