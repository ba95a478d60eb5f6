import type { DraftNode } from './draft.ts'
import { comparePositions } from './position.ts'

/** What of a node places it in its tree. */
export type Placed = Pick<DraftNode, 'id' | 'parentId' | 'position'>
export type Branch<T extends Placed> = { node: T; children: Branch<T>[] }
/** `depth` is 0 at the top. */
export type InOrder<T extends Placed> = { node: T; depth: number }

/** Nodes by their id; of two with one id the first. */
export function nodesById<T extends Placed>(nodes: readonly T[]): ReadonlyMap<string, T> {
  return new Map(nodes.toReversed().map((node) => [node.id, node]))
}

/** Siblings in their order: by position, then by id, both by code unit (drafts/draft.ts). */
export function compareSiblings(a: Placed, b: Placed): number {
  return comparePositions(a.position, b.position) || comparePositions(a.id, b.id)
}

/** The children of every parent in their order; null: what stands at the top. */
export function childrenOf<T extends Placed>(nodes: readonly T[]): ReadonlyMap<string | null, T[]> {
  const children = new Map<string | null, T[]>()
  for (const node of nodes) {
    const siblings = children.get(node.parentId)
    if (siblings === undefined) children.set(node.parentId, [node])
    else siblings.push(node)
  }
  for (const siblings of children.values()) siblings.sort(compareSiblings)
  return children
}

/**
 * The nodes in document order, each before what it holds. A node that does not hang on the top (its parent is unknown, or it holds
 * itself) is left out: checkNodes names it.
 */
export function inOrder<T extends Placed>(nodes: readonly T[]): InOrder<T>[] {
  return under(childrenOf(nodes), null)
}

function under<T extends Placed>(
  children: ReadonlyMap<string | null, T[]>,
  top: string | null,
): InOrder<T>[] {
  const ordered: InOrder<T>[] = []
  const seen = new Set<string | null>([top])
  const stack = (children.get(top) ?? []).map((node) => ({ node, depth: 0 })).reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next.node.id)) continue
    seen.add(next.node.id)
    ordered.push(next)
    const depth = next.depth + 1
    for (const node of (children.get(next.node.id) ?? []).toReversed()) stack.push({ node, depth })
  }
  return ordered
}

/** The nodes as a tree of branches, in document order; what does not hang on the top is left out. */
export function toTree<T extends Placed>(nodes: readonly T[]): Branch<T>[] {
  const top: Branch<T>[] = []
  const branches = new Map<string, Branch<T>>()
  for (const { node } of inOrder(nodes)) {
    const branch: Branch<T> = { node, children: [] }
    branches.set(node.id, branch)
    const siblings = node.parentId === null ? top : branches.get(node.parentId)?.children
    siblings?.push(branch)
  }
  return top
}

/** The ids of a node and of all it holds, in document order; [] where there is no such node. */
export function subtreeIds(nodes: readonly Placed[], id: string): string[] {
  if (!nodes.some((node) => node.id === id)) return []
  return [id, ...under(childrenOf(nodes), id).map(({ node }) => node.id)]
}
