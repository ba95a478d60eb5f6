import { isObject } from '../criteria/by-code.ts'
import type { DraftNode } from './draft.ts'
import { longestRising } from './longest-rising.ts'
import { sameJson } from './same-json.ts'
import { childrenOf } from './tree.ts'
import { diffWords, type WordRun } from './words.ts'

/** What of a node a comparison looks at; `version` and the very position keys are not among it. */
export type Compared = Omit<DraftNode, 'version'>
/** Where a node stands: under which parent, as which kind, right after which sibling (null: as the first). */
export type NodePlace = Pick<DraftNode, 'parentId' | 'kind'> & { previousId: string | null }

/** One difference of one node; undefined in `changed`: the content has no such field. */
export type NodeDifference =
  | { kind: 'added'; nodeId: string; node: Compared; place: NodePlace }
  | { kind: 'removed'; nodeId: string; node: Compared }
  | { kind: 'moved'; nodeId: string; before: NodePlace; after: NodePlace }
  | { kind: 'reworded'; nodeId: string; field: string; before: string; after: string; words: WordRun[] }
  | { kind: 'changed'; nodeId: string; field: string; before: unknown; after: unknown }

type Content = DraftNode['content']

/**
 * How two versions of a draft differ, node by node (by id): what was removed first, then in the order of `after`'s parents what was
 * added, moved (another parent or level, or another order among the siblings that stayed: as few as can be), reworded word by word, changed
 * (issue 3, points 2 and 3). applyComparison makes `after` of `before`.
 */
export function compareNodes(before: readonly Compared[], after: readonly Compared[]): NodeDifference[] {
  const [old, young] = [placesOf(before), placesOf(after)]
  const unmoved = unmovedIds(old, young)
  const differences: NodeDifference[] = []
  for (const [nodeId, { node }] of old) {
    if (!young.has(nodeId)) differences.push({ kind: 'removed', nodeId, node })
  }
  for (const [nodeId, { node, place }] of young) {
    const was = old.get(nodeId)
    if (was === undefined) {
      differences.push({ kind: 'added', nodeId, node, place })
      continue
    }
    if (!unmoved.has(nodeId)) differences.push({ kind: 'moved', nodeId, before: was.place, after: place })
    differences.push(...contentDifferences(nodeId, was.node.content, node.content))
  }
  return differences
}

type PlacedNode = { node: Compared; place: NodePlace }

/** Every node with its place, siblings together in their order. */
function placesOf(nodes: readonly Compared[]): Map<string, PlacedNode> {
  const places = new Map<string, PlacedNode>()
  for (const [parentId, siblings] of childrenOf(nodes)) {
    siblings.forEach((node, index) => {
      const previousId = siblings[index - 1]?.id ?? null
      places.set(node.id, { node, place: { parentId, kind: node.kind, previousId } })
    })
  }
  return places
}

/** The nodes that stayed: under their parent, at their level, and in the longest run of siblings that kept their order. */
function unmovedIds(old: Map<string, PlacedNode>, young: Map<string, PlacedNode>): Set<string> {
  const order = new Map([...old.keys()].map((id, index) => [id, index]))
  const kept = new Map<string | null, string[]>()
  for (const [id, { place }] of young) {
    const was = old.get(id)?.place
    if (was === undefined || was.parentId !== place.parentId || was.kind !== place.kind) continue
    kept.set(place.parentId, [...(kept.get(place.parentId) ?? []), id])
  }
  return new Set(
    [...kept.values()].flatMap((ids) => {
      const indexes = ids.map((id) => order.get(id) ?? 0)
      return longestRising(indexes).flatMap((at) => ids[at] ?? [])
    }),
  )
}

function contentDifferences(nodeId: string, before: Content, after: Content): NodeDifference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].flatMap((field) => {
    const [old, young] = [ownField(before, field), ownField(after, field)]
    if (sameJson(old, young)) return []
    return (
      wordDifferences({ nodeId, field }, old, young) ?? [
        { kind: 'changed', nodeId, field, before: old, after: young },
      ]
    )
  })
}

function ownField(content: Content, field: string): unknown {
  return Object.hasOwn(content, field) ? content[field] : undefined
}

type FieldOf = { nodeId: string; field: string }

/** Of a field that is words on both sides: a text, or a title or guidance in both languages. Null: no words. */
function wordDifferences(
  { nodeId, field }: FieldOf,
  before: unknown,
  after: unknown,
): NodeDifference[] | null {
  if (field === 'text' && typeof before === 'string' && typeof after === 'string') {
    return [reworded({ nodeId, field }, before, after)]
  }
  if (field !== 'title' && field !== 'guidance') return null
  if (!isWords(before) || !isWords(after)) return null
  return (['vi', 'en'] as const).flatMap((language) => {
    const [old, young] = [before[language], after[language]]
    return old === young ? [] : [reworded({ nodeId, field: `${field}.${language}` }, old, young)]
  })
}

function reworded({ nodeId, field }: FieldOf, before: string, after: string): NodeDifference {
  return { kind: 'reworded', nodeId, field, before, after, words: diffWords(before, after) }
}

function isWords(value: unknown): value is { vi: string; en: string } {
  if (!isObject(value) || Object.keys(value).length !== 2) return false
  return typeof value.vi === 'string' && typeof value.en === 'string'
}
