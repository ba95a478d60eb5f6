import { randomUUID } from 'node:crypto'
import type { AnchorShape, CommentView } from '@bangvang/contract/drafts'
import type { Quote } from '@bangvang/core/drafts/draft'
import type { z } from 'zod'
import type { Db, Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** What a comment is about, as it stands in its row. */
export type Anchor = z.infer<typeof AnchorShape>
/** Where comments belong: to a draft, or (draftId null) to the ranking of a season. */
export type CommentPlace = { seasonId: string; draftId: string | null }
export type PlacedComment = CommentView & CommentPlace & { byPersonId: string }

const shown = {
  id: true,
  seasonId: true,
  draftId: true,
  number: true,
  anchor: true,
  field: true,
  quote: true,
  body: true,
  replacement: true,
  isLate: true,
  byName: true,
  byRole: true,
  byUnitId: true,
  byPersonId: true,
  at: true,
  answer: { select: { kind: true, body: true, byName: true, at: true } },
  application: { select: { at: true } },
  states: { select: { isResolved: true }, orderBy: { number: 'desc' }, take: 1 },
  replies: {
    select: { id: true, body: true, byName: true, byRole: true, byUnitId: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.CommentSelect

type Row = Prisma.CommentGetPayload<{ select: typeof shown }>

const placed = ({ anchor, field, quote, application, states, ...row }: Row): PlacedComment => ({
  ...row,
  anchor: { nodeId: anchor, field, quote: quote as Quote | null },
  appliedAt: application?.at ?? null,
  isResolved: states[0]?.isResolved ?? false,
})

/** The comments of one place with answers and replies, oldest first. A constant number of queries. */
export async function listComments(db: Db, place: CommentPlace): Promise<CommentView[]> {
  const rows = await db.comment.findMany({ where: place, select: shown, orderBy: { number: 'asc' } })
  return rows.map(placed)
}

/** One comment with the place it belongs to. */
export async function findComment(db: Db, id: string): Promise<PlacedComment | null> {
  const row = await db.comment.findUnique({ where: { id }, select: shown })
  return row === null ? null : placed(row)
}

/** The number the next comment of a place gets; the caller holds the place's lock. */
export async function nextNumber(tx: Tx, place: CommentPlace): Promise<number> {
  const { _max } = await tx.comment.aggregate({ where: place, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

export type NewComment = CommentPlace & {
  id: string
  number: number
  anchor: Anchor
  body: string
  replacement: string | null
  isLate: boolean
  byName: string
  byRole: CommentView['byRole']
  byUnitId: string | null
  byPersonId: string
  byMandateId: string
  at: Date
}

export async function saveComment(tx: Tx, { anchor, ...comment }: NewComment): Promise<void> {
  await tx.comment.createMany({
    data: [
      {
        ...comment,
        subject: comment.draftId === null ? 'ranking' : 'draft',
        anchor: anchor.nodeId,
        field: anchor.field,
        quote: anchor.quote ?? Prisma.DbNull,
      },
    ],
  })
}

export type NewAnswer = NonNullable<CommentView['answer']> & { commentId: string; seasonId: string }

/** Keeps the one answer of a comment; the caller holds the lock of what it is on. */
export async function saveAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.commentAnswer.createMany({ data: [answer] })
}

export type NewReply = CommentView['replies'][number] & { commentId: string; byPersonId: string }

export async function saveReply(tx: Tx, reply: NewReply): Promise<void> {
  await tx.commentReply.createMany({ data: [reply] })
}

export type NewMention = { commentId: string; replyId: string | null; personId: string; at: Date }

/** Keeps who was called by name. */
export async function saveMentions(tx: Tx, mentions: readonly NewMention[]): Promise<void> {
  await tx.commentMention.createMany({ data: mentions.map((mention) => ({ id: randomUUID(), ...mention })) })
}

export type NewState = { commentId: string; isResolved: boolean; byName: string; at: Date }

/** A thread's next state; the caller holds the lock of what it is on. */
export async function saveState(tx: Tx, state: NewState): Promise<void> {
  const { commentId } = state
  const { _max } = await tx.commentState.aggregate({ where: { commentId }, _max: { number: true } })
  await tx.commentState.createMany({ data: [{ ...state, number: (_max.number ?? 0) + 1 }] })
}

export type NewApplication = {
  commentId: string
  revision: number
  replacement: string
  byName: string
  at: Date
}

export async function saveApplication(tx: Tx, application: NewApplication): Promise<void> {
  await tx.commentApplication.createMany({ data: [application] })
}

/** The comments of a place that have no answer yet, in their order. */
export async function listUnanswered(db: Db, place: CommentPlace): Promise<string[]> {
  const rows = await db.comment.findMany({
    where: { ...place, answer: null },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ id }) => id)
}
