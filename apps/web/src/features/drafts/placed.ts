import type { CommentView, NodeView } from '@bangvang/contract/drafts'
import { type OrphanReason, placeAnchor, type TextRange } from '@bangvang/core/drafts/anchor'
import { inOrder, nodesById } from '@bangvang/core/drafts/tree'

/** A comment where it stands in the draft: at which part, at which words, or why at none (an orphan). */
export type PlacedComment = {
  comment: CommentView
  /** The part it stands at; null: the whole draft, or nowhere any more. */
  nodeId: string | null
  field: string | null
  range: TextRange | null
  orphan: OrphanReason | null
}

function place(comment: CommentView, byId: ReadonlyMap<string, NodeView>): PlacedComment {
  const { nodeId } = comment.anchor
  // The words of an applied suggestion are gone because it was applied: it stands at its part, and is no orphan.
  if (comment.appliedAt !== null && nodeId !== null && byId.has(nodeId))
    return { comment, nodeId, field: null, range: null, orphan: null }
  const placed = placeAnchor(byId, comment.anchor)
  if (!placed.fits) return { comment, nodeId: null, field: null, range: null, orphan: placed.reason }
  return { comment, nodeId: placed.nodeId, field: comment.anchor.field, range: placed.range, orphan: null }
}

/**
 * The comments in the order of what they are about: the whole draft, then part by part and word by word, orphans
 * last; those at the same place in the order they came. One look-up a comment, so that a thousand take milliseconds.
 */
export function placeComments(nodes: readonly NodeView[], comments: readonly CommentView[]): PlacedComment[] {
  const byId = nodesById(nodes)
  const orderOf = new Map(inOrder(nodes).map(({ node }, index) => [node.id, index]))
  const rank = ({ nodeId, orphan }: PlacedComment) =>
    orphan !== null ? Number.MAX_SAFE_INTEGER : nodeId === null ? -1 : (orderOf.get(nodeId) ?? 0)
  return comments
    .map((comment) => place(comment, byId))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.range?.start ?? -1) - (b.range?.start ?? -1) ||
        a.comment.number - b.comment.number,
    )
}

/** The placed comments of each part. */
export function groupByNode(placed: readonly PlacedComment[]): Map<string, PlacedComment[]> {
  const groups = new Map<string, PlacedComment[]>()
  for (const one of placed) {
    if (one.nodeId === null) continue
    const group = groups.get(one.nodeId)
    if (group === undefined) groups.set(one.nodeId, [one])
    else group.push(one)
  }
  return groups
}

/** A stretch of text with the comments that quote it, and those whose words end with it. */
export type Segment = { text: string; start: number; quotedBy: PlacedComment[]; endsOf: PlacedComment[] }

/** A text cut at every border of a quoted range; nothing of it is lost. */
export function segmentsOf(text: string, marks: readonly PlacedComment[]): Segment[] {
  const ranges = marks.flatMap((mark) => (mark.range === null ? [] : [{ mark, ...mark.range }]))
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1] ?? text.length
    return {
      text: text.slice(start, end),
      start,
      quotedBy: ranges.filter((one) => one.start <= start && end <= one.end).map(({ mark }) => mark),
      endsOf: ranges.filter((one) => one.end === end).map(({ mark }) => mark),
    }
  })
}
