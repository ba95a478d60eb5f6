import type { NodeView } from '@bangvang/contract/drafts'
import { compareNodes, type NodeDifference } from '@bangvang/core/drafts/compare'
import { inOrder } from '@bangvang/core/drafts/tree'

type Of<K extends NodeDifference['kind']> = Extract<NodeDifference, { kind: K }>
/** One part of two compared versions: as it stands (or stood), and how it differs. */
export type ComparedLine = {
  node: NodeView
  state: 'added' | 'removed' | 'kept'
  moved: Of<'moved'> | null
  reworded: readonly Of<'reworded'>[]
  changed: readonly Of<'changed'>[]
}
export type Counts = { added: number; removed: number; moved: number; reworded: number }

/** Parts of the earlier version that are gone, by the part they stood after: ''  is the very beginning. */
function goneAfter(before: readonly NodeView[], removed: ReadonlySet<string>): Map<string, NodeView[]> {
  const gone = new Map<string, NodeView[]>()
  let after = ''
  for (const { node } of inOrder(before)) {
    if (!removed.has(node.id)) after = node.id
    else gone.set(after, [...(gone.get(after) ?? []), node])
  }
  return gone
}

function lineOf(node: NodeView, differences: readonly NodeDifference[]): ComparedLine {
  const of = <K extends NodeDifference['kind']>(kind: K) =>
    differences.filter((one): one is Of<K> => one.kind === kind)
  return {
    node,
    state: of('added').length > 0 ? 'added' : 'kept',
    moved: of('moved')[0] ?? null,
    reworded: of('reworded'),
    changed: of('changed'),
  }
}

/** Whether a part differs at all. */
export function differs({ state, moved, reworded, changed }: ComparedLine): boolean {
  return state !== 'kept' || moved !== null || reworded.length + changed.length > 0
}

/**
 * The later version in its order with how each part differs from the earlier one; parts that are gone stand where they
 * stood. Core's comparison says what differs.
 */
export function comparedLines(before: readonly NodeView[], after: readonly NodeView[]): ComparedLine[] {
  const byNode = new Map<string, NodeDifference[]>()
  for (const one of compareNodes(before, after)) {
    const known = byNode.get(one.nodeId)
    if (known === undefined) byNode.set(one.nodeId, [one])
    else known.push(one)
  }
  const removed = new Set([...byNode].flatMap(([id, [first]]) => (first?.kind === 'removed' ? [id] : [])))
  const gone = goneAfter(before, removed)
  const removedAt = (id: string): ComparedLine[] =>
    (gone.get(id) ?? []).map((node) => ({ ...lineOf(node, []), state: 'removed' }))
  return [
    ...removedAt(''),
    ...inOrder(after).flatMap(({ node }) => [lineOf(node, byNode.get(node.id) ?? []), ...removedAt(node.id)]),
  ]
}

/** The lines that differ, with the headings over them so that one knows where one is. */
export function onlyChanged(lines: readonly ComparedLine[]): ComparedLine[] {
  const wanted = new Set<string | null>()
  const byId = new Map(lines.map((line) => [line.node.id, line]))
  for (const line of lines) {
    if (!differs(line)) continue
    for (let id: string | null = line.node.id; id !== null && !wanted.has(id); ) {
      wanted.add(id)
      id = byId.get(id)?.node.parentId ?? null
    }
  }
  return lines.filter(({ node }) => wanted.has(node.id))
}

/** How many parts were added, removed, moved, and reworded or otherwise changed. */
export function countDifferences(lines: readonly ComparedLine[]): Counts {
  const count = (is: (line: ComparedLine) => boolean) => lines.filter(is).length
  return {
    added: count(({ state }) => state === 'added'),
    removed: count(({ state }) => state === 'removed'),
    moved: count(({ moved }) => moved !== null),
    reworded: count(({ reworded, changed }) => reworded.length + changed.length > 0),
  }
}
