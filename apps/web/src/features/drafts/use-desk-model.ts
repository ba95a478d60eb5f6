import type { CommentView, DraftView } from '@bangvang/contract/drafts'
import { inOrder } from '@bangvang/core/drafts/tree'
import { useMemo } from 'react'
import { useCite, useLabels } from './labels.ts'
import { beginning } from './node-words.ts'
import { groupByNode, type PlacedComment, placeComments } from './placed.ts'

const named = ['chapter', 'article', 'section', 'heading']

/** What the page shows of a draft and its comments, each worked out once for as long as it holds. */
export function useDeskModel(draft: DraftView, comments: readonly CommentView[]) {
  const { nodes } = draft
  const labels = useLabels(nodes)
  const cite = useCite(nodes)
  const placed = useMemo(() => placeComments(nodes, comments), [nodes, comments])
  const marksOf = useMemo(() => groupByNode(placed), [placed])
  const orphans = useMemo(() => placed.filter(({ orphan }) => orphan !== null), [placed])
  const lines = useMemo(() => inOrder(nodes), [nodes])
  const partIds = useMemo(
    () => lines.filter(({ node }) => named.includes(node.kind)).map(({ node }) => node.id),
    [lines],
  )
  /** The first comment on each part of the outline or what it holds. */
  const firstOf = useMemo(() => {
    const first = new Map<string, string>()
    let part = ''
    for (const { node } of lines) {
      if (named.includes(node.kind)) part = node.id
      const id = marksOf.get(node.id)?.[0]?.comment.id
      if (id !== undefined && !first.has(part)) first.set(part, id)
    }
    return first
  }, [lines, marksOf])
  const aboutOf = useMemo(
    () =>
      ({ comment: { anchor }, orphan }: PlacedComment) =>
        orphan !== null && anchor.quote !== null
          ? `“${beginning(anchor.quote.text, 32)}”`
          : cite(anchor.nodeId),
    [cite],
  )
  return { labels, cite, placed, marksOf, orphans, lines, partIds, firstOf, aboutOf }
}
export type DeskModel = ReturnType<typeof useDeskModel>

/** Before which of the shown comments a new one on that part stands: after those on it and on what is before it. */
export function placeInMargin(
  shown: readonly PlacedComment[],
  { lines }: DeskModel,
  nodeId: string | null,
): number {
  const order = new Map(lines.map(({ node }, index) => [node.id, index]))
  const rankOf = (id: string | null) => (id === null ? -1 : (order.get(id) ?? -1))
  const rank = rankOf(nodeId)
  const after = shown.findIndex((one) => one.orphan !== null || rankOf(one.nodeId) > rank)
  return after === -1 ? shown.length : after
}
