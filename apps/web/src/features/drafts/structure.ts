import type { NodeView } from '@bangvang/contract/drafts'
import { mayStandUnder } from '@bangvang/core/drafts/check-nodes'
import { type DraftKind, type TextKind, textKinds } from '@bangvang/core/drafts/draft'
import { positionBetween } from '@bangvang/core/drafts/position'
import { childrenOf } from '@bangvang/core/drafts/tree'

/** Where a part goes: under which part, between which two, at which level. */
export type NewPlace = { parentId: string | null; position: string; kind: TextKind }
type Tree = {
  draftKind: DraftKind
  byId: ReadonlyMap<string, NodeView>
  children: ReadonlyMap<string | null, NodeView[]>
}

/** A draft's parts as a tree to find places in. */
export function treeOf(draftKind: DraftKind, nodes: readonly NodeView[]): Tree {
  return {
    draftKind,
    byId: new Map(nodes.map((node) => [node.id, node])),
    children: childrenOf(nodes),
  }
}

const siblingsOf = ({ children }: Tree, { parentId }: NodeView) => children.get(parentId) ?? []

/** The place right after a part, under the same parent. */
function rightAfter(tree: Tree, node: NodeView, kind: TextKind): NewPlace {
  const siblings = siblingsOf(tree, node)
  const next = siblings[siblings.findIndex(({ id }) => id === node.id) + 1]
  return {
    parentId: node.parentId,
    position: positionBetween(node.position, next?.position ?? null),
    kind,
  }
}

function firstIn({ children }: Tree, parentId: string | null, kind: TextKind): NewPlace {
  return { parentId, position: positionBetween(null, children.get(parentId)?.[0]?.position ?? null), kind }
}

function lastIn({ children }: Tree, parentId: string | null, kind: TextKind): NewPlace {
  return { parentId, position: positionBetween(children.get(parentId)?.at(-1)?.position ?? null, null), kind }
}

/** Chapters first; -1 of a kind that is no text's. */
const rankOf = (kind: NodeView['kind']) => (textKinds as readonly NodeView['kind'][]).indexOf(kind)

/**
 * Where a new part of that kind goes, for someone who stands at a part: inside it as the first where it is of a lower
 * level, else after it or after what holds it. Null where this draft takes none there.
 */
export function placeFor(tree: Tree, node: NodeView, kind: TextKind): NewPlace | null {
  const { draftKind, byId } = tree
  const isInside = kind !== 'paragraph' && rankOf(kind) > rankOf(node.kind)
  if (isInside && mayStandUnder(draftKind, kind, node.kind)) return firstIn(tree, node.id, kind)
  for (let at: NodeView | undefined = node; at !== undefined; at = byId.get(at.parentId ?? '')) {
    const parent = at.parentId === null ? null : (byId.get(at.parentId)?.kind ?? null)
    const isLevel = kind === 'paragraph' || rankOf(at.kind) >= rankOf(kind)
    if (isLevel && mayStandUnder(draftKind, kind, parent)) return rightAfter(tree, at, kind)
  }
  return null
}

const asText = (kind: NodeView['kind']): TextKind => textKinds.find((one) => one === kind) ?? 'paragraph'

/** What Enter adds: under a chapter its first article, under an article its first clause, else one more of the same. */
export function placeAfter(tree: Tree, node: NodeView): NewPlace | null {
  const inner = { chapter: 'article', article: 'clause' } as const
  const kind = node.kind === 'chapter' || node.kind === 'article' ? inner[node.kind] : asText(node.kind)
  return placeFor(tree, node, kind)
}

/** One place up (-1) or down (1) among what stands under the same part; null at the end. */
export function placeBeside(tree: Tree, node: NodeView, by: 1 | -1): NewPlace | null {
  const siblings = siblingsOf(tree, node)
  const at = siblings.findIndex(({ id }) => id === node.id)
  const over = siblings[at + by]
  if (over === undefined) return null
  const beyond = siblings[at + 2 * by]?.position ?? null
  const [low, high] = by === 1 ? [over.position, beyond] : [beyond, over.position]
  return { parentId: node.parentId, position: positionBetween(low, high), kind: asText(node.kind) }
}

/** One level down: a clause becomes the last point of the clause before it. Null where there is no such place. */
export function placeDeeper(tree: Tree, node: NodeView): NewPlace | null {
  const { draftKind, children } = tree
  const siblings = siblingsOf(tree, node)
  const before = siblings[siblings.findIndex(({ id }) => id === node.id) - 1]
  if (before === undefined) return null
  const kind = node.kind === 'clause' ? 'point' : asText(node.kind)
  if (kind !== node.kind && (children.get(node.id)?.length ?? 0) > 0) return null
  return mayStandUnder(draftKind, kind, before.kind) ? lastIn(tree, before.id, kind) : null
}

/** One level up: a point becomes the clause after the one that held it. Null where there is no such place. */
export function placeHigher(tree: Tree, node: NodeView): NewPlace | null {
  const { draftKind, byId } = tree
  const parent = byId.get(node.parentId ?? '')
  if (parent === undefined) return null
  const kind = node.kind === 'point' && parent.kind === 'clause' ? 'clause' : asText(node.kind)
  const over = parent.parentId === null ? null : (byId.get(parent.parentId)?.kind ?? null)
  return mayStandUnder(draftKind, kind, over) ? rightAfter(tree, parent, kind) : null
}

/** The kinds of parts that can be added where someone stands. */
export function kindsToAdd(tree: Tree, node: NodeView): TextKind[] {
  return textKinds.filter((kind) => placeFor(tree, node, kind) !== null)
}
