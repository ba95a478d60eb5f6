import { placeAnchor } from './anchor.ts'
import type { Anchor, CommentAnswerKind, DraftNode } from './draft.ts'
import { type Citation, citeNodes } from './number.ts'
import { nodesById } from './tree.ts'

/** A comment as the table needs it. */
export type TabledComment = {
  /** Counts the draft's comments from 1. */
  number: number
  anchor: Anchor
  body: string
  replacement: string | null
  byName: string
  byUnitId: string | null
  isLate: boolean
  answer: { kind: CommentAnswerKind; body: string } | null
}

/** One row of the table of comments received and explained (bảng tiếp thu, giải trình). */
export type CommentRow = {
  number: number
  /** Where the node stands that it is about; null: the draft as a whole, or a node that is gone. */
  about: Citation | null
  /** The words it is about no longer stand there. */
  isOrphan: boolean
  quoted: string | null
  body: string
  suggestion: string | null
  byName: string
  byUnitId: string | null
  isLate: boolean
  answer: CommentAnswerKind | null
  reason: string | null
}

type Row = CommentRow & { order: number }

/**
 * The table of comments received and explained: on the draft as a whole first, then in document order, those on parts that are gone
 * last; within one part by number (domain.md "Comments on drafts").
 */
export function commentTable(
  nodes: readonly Omit<DraftNode, 'version'>[],
  comments: readonly TabledComment[],
): CommentRow[] {
  const byId = nodesById(nodes)
  const citations = citeNodes(nodes)
  const order = new Map([...citations.keys()].map((id, index) => [id, index]))
  const orderOf = (nodeId: string | null) => (nodeId === null ? -1 : (order.get(nodeId) ?? order.size))
  return comments
    .map(
      ({ anchor, answer, replacement, ...said }): Row => ({
        number: said.number,
        about: anchor.nodeId === null ? null : (citations.get(anchor.nodeId) ?? null),
        isOrphan: !placeAnchor(byId, anchor).fits,
        quoted: anchor.quote?.text ?? null,
        body: said.body,
        suggestion: replacement,
        byName: said.byName,
        byUnitId: said.byUnitId,
        isLate: said.isLate,
        answer: answer?.kind ?? null,
        reason: answer?.body ?? null,
        order: orderOf(anchor.nodeId),
      }),
    )
    .sort((a, b) => a.order - b.order || a.number - b.number)
    .map(({ order: _, ...row }) => row)
}
