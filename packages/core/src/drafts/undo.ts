import type { DraftNode } from './draft.ts'
import { sameJson } from './same-json.ts'
import { nodesById } from './tree.ts'

/** What one revision did to one node: null before it was made, null after it was removed. */
export type NodeChange = { nodeId: string; before: DraftNode | null; after: DraftNode | null }
export type UndoRefusal = { reason: 'node-changed'; nodeIds: string[] }
export type UndoDecision = { ok: true; changes: NodeChange[] } | { ok: false; refusal: UndoRefusal }

/**
 * The changes that take one revision back: every node of it as it was before, its version counted on. Refused where anything of it is not as
 * the revision left it (a later change that was itself taken back is none), where a node to be removed holds others by now, or where the place to return to is gone (issue 3, points 1 and 6). What it
 * gives is a revision itself: undoing that brings the first back.
 */
export function undoRevision(changes: readonly NodeChange[], nodes: readonly DraftNode[]): UndoDecision {
  const now = nodesById(nodes)
  const undone = changes.map(({ nodeId, before, after }): NodeChange => {
    const current = now.get(nodeId) ?? null
    const version = Math.max(...[before, after, current].map((node) => node?.version ?? 0)) + 1
    return { nodeId, before: current, after: before && { ...before, version } }
  })
  const then = new Map(now)
  for (const { nodeId, after } of undone) {
    if (after === null) then.delete(nodeId)
    else then.set(nodeId, after)
  }
  const changed = changes.filter(({ nodeId, after }) => !isAs(now.get(nodeId) ?? null, after))
  const adrift = [...then.values()].filter((node) => !hangs(node, then))
  const nodeIds = [...new Set([...changed.map(({ nodeId }) => nodeId), ...adrift.map(({ id }) => id)])].sort()
  return nodeIds.length > 0
    ? { ok: false, refusal: { reason: 'node-changed', nodeIds } }
    : { ok: true, changes: undone }
}

/** Whether a node stands where it stood and says what it said, or is gone as it was; its version may have counted on. */
function isAs(node: DraftNode | null, wanted: DraftNode | null): boolean {
  if (node === null || wanted === null) return node === wanted
  return (
    node.parentId === wanted.parentId &&
    node.position === wanted.position &&
    sameJson(node.content, wanted.content)
  )
}

/** Whether a node hangs on the top through parents that are there. */
function hangs(node: DraftNode, nodes: ReadonlyMap<string, DraftNode>): boolean {
  const seen = new Set([node.id])
  let { parentId } = node
  while (parentId !== null) {
    const parent = nodes.get(parentId)
    if (parent === undefined || seen.has(parentId)) return false
    seen.add(parentId)
    parentId = parent.parentId
  }
  return true
}
