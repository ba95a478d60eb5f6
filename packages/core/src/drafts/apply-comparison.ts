import type { Compared, NodeDifference, NodePlace } from './compare.ts'
import type { DraftNode } from './draft.ts'
import { comparePositions, positionsFor } from './position.ts'
import { childrenOf } from './tree.ts'

type Content = DraftNode['content']
type Sorted = { nodes: Map<string, Compared>; places: [string, NodePlace][] }

/**
 * The nodes that a comparison leads to: of `before` and compareNodes(before, after) the nodes of `after`, but for the very position keys,
 * which are given out anew among siblings where they do not fit any more. Parents first as they were, then by where they were put.
 */
export function applyComparison(
  before: readonly Compared[],
  differences: readonly NodeDifference[],
): Compared[] {
  const { nodes, places } = sorted(before, differences)
  const placed = new Set(places.map(([id]) => id))
  const lists = new Map<string | null, Compared[]>()
  for (const [parentId, siblings] of childrenOf([...nodes.values()].filter(({ id }) => !placed.has(id)))) {
    lists.set(parentId, siblings)
  }
  for (const [id, { parentId, kind, previousId }] of places) {
    const node = nodes.get(id)
    if (node === undefined) continue
    const siblings = lists.get(parentId) ?? []
    const at = previousId === null ? 0 : siblings.findIndex((sibling) => sibling.id === previousId) + 1
    lists.set(parentId, siblings.toSpliced(at, 0, { ...node, parentId, kind }))
  }
  return [...lists.values()].flatMap(inPosition)
}

/** The nodes with their contents as they will be, and the places that are given out, in the order they are. */
function sorted(before: readonly Compared[], differences: readonly NodeDifference[]): Sorted {
  const nodes = new Map(before.map((node) => [node.id, node]))
  const places: [string, NodePlace][] = []
  for (const difference of differences) {
    const { nodeId } = difference
    const node = nodes.get(nodeId)
    switch (difference.kind) {
      case 'removed':
        nodes.delete(nodeId)
        break
      case 'added':
        nodes.set(nodeId, difference.node)
        places.push([nodeId, difference.place])
        break
      case 'moved':
        places.push([nodeId, difference.after])
        break
      case 'reworded':
      case 'changed':
        if (node) nodes.set(nodeId, { ...node, content: withField(node.content, difference) })
        break
    }
  }
  return { nodes, places }
}

function withField(
  content: Content,
  { field, after }: Extract<NodeDifference, { kind: 'reworded' | 'changed' }>,
): Content {
  const [name = '', language] = field.split('.')
  if (language !== undefined)
    return { ...content, [name]: { ...(content[name] as object), [language]: after } }
  if (after !== undefined) return { ...content, [name]: after }
  return Object.fromEntries(Object.entries(content).filter(([key]) => key !== name))
}

/** Siblings keep their keys where those rise; else all get new ones. */
function inPosition(siblings: readonly Compared[]): Compared[] {
  const rises = siblings.every(
    ({ position }, index) =>
      index === 0 || comparePositions(siblings[index - 1]?.position ?? '', position) < 0,
  )
  if (rises) return [...siblings]
  const positions = positionsFor(siblings.length)
  return siblings.map((node, index) => ({ ...node, position: positions[index] ?? node.position }))
}
