import fc from 'fast-check'
import { mayStandUnder } from '../src/drafts/check-nodes.ts'
import { type NewNode, type NodeKind, textKinds } from '../src/drafts/draft.ts'
import { positionBetween } from '../src/drafts/position.ts'
import type { Draw } from './any.ts'

const words = fc
  .array(fc.constantFrom('Cụm', 'trưởng', 'đơn', 'vị', 'thi', 'đua', '80', '%', ',', 'ngày'), {
    maxLength: 12,
  })
  .map((each) => each.join(' '))

/** The nodes of a sound regulation, with ids n0, n1, …, at places drawn one by one. */
export function anyNodes(draw: Draw, most = 12): NewNode[] {
  const nodes: NewNode[] = []
  const count = draw(fc.integer, { min: 0, max: most })
  for (let index = 0; index < count; index += 1) nodes.push(anyNode(draw, nodes, `n${index}`))
  return nodes
}

/** One node more for a regulation. */
export function anyNode(draw: Draw, nodes: readonly NewNode[], id: string): NewNode {
  const places: { parent: NewNode | null; kind: NodeKind }[] = [null, ...nodes].flatMap((parent) =>
    textKinds
      .filter((kind) => mayStandUnder('regulation', kind, parent?.kind ?? null))
      .map((kind) => ({ parent, kind })),
  )
  const { parent, kind } = draw(() => fc.constantFrom(...places))
  const parentId = parent?.id ?? null
  return {
    id,
    parentId,
    position: anyPlace(draw, nodes, parentId),
    kind,
    content: { text: draw(() => words) },
  }
}

/** A position among a parent's children. */
export function anyPlace(draw: Draw, nodes: readonly NewNode[], parentId: string | null): string {
  const positions = nodes.filter((node) => node.parentId === parentId).map(({ position }) => position)
  const at = draw(fc.integer, { min: 0, max: positions.length })
  positions.sort((a, b) => (a < b ? -1 : 1))
  return positionBetween(positions[at - 1] ?? null, positions[at] ?? null)
}

/** A version after: some nodes removed with all they hold, some moved, reworded, and some added. */
export function anyLater(draw: Draw, before: readonly NewNode[]): NewNode[] {
  let nodes = [...before]
  const acts = draw(fc.array, fc.constantFrom('remove', 'move', 'reword', 'add'), { maxLength: 10 })
  acts.forEach((act, index) => {
    const node = nodes.length === 0 ? undefined : draw(() => fc.constantFrom(...nodes))
    if (act === 'add' || node === undefined) nodes = [...nodes, anyNode(draw, nodes, `later${index}`)]
    else if (act === 'remove') nodes = withoutNode(nodes, node)
    else if (act === 'reword') nodes = replaced(nodes, { ...node, content: { text: draw(() => words) } })
    else nodes = replaced(nodes, moved(draw, nodes, node))
  })
  return nodes
}

function withoutNode(nodes: readonly NewNode[], node: NewNode): NewNode[] {
  const gone = new Set([node.id])
  for (let size = 0; size < gone.size; ) {
    size = gone.size
    for (const { id, parentId } of nodes) if (parentId !== null && gone.has(parentId)) gone.add(id)
  }
  return nodes.filter(({ id }) => !gone.has(id))
}

/** Under another parent where it may stand, or elsewhere under its own. */
function moved(draw: Draw, nodes: readonly NewNode[], node: NewNode): NewNode {
  const parents = [null, ...withoutNode(nodes, node)].filter((parent) =>
    mayStandUnder('regulation', node.kind, parent?.kind ?? null),
  )
  const parentId = draw(() => fc.constantFrom(...parents))?.id ?? null
  return { ...node, parentId, position: anyPlace(draw, nodes, parentId) }
}

function replaced(nodes: readonly NewNode[], node: NewNode): NewNode[] {
  return nodes.map((each) => (each.id === node.id ? node : each))
}
