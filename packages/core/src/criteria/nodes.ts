import type { NodeFault } from '../drafts/check-nodes.ts'
import type { DraftNode, NewNode } from '../drafts/draft.ts'
import { positionsFor } from '../drafts/position.ts'
import { inOrder } from '../drafts/tree.ts'
import { isObject } from './by-code.ts'
import { type CriteriaFaultCode, checkCriteria } from './check.ts'

type Parts = Record<string, unknown>

const FORMAT = 'bangvang.criteria/1'
/** The lists of a document's parts, and the kind of the parts in each. */
const LISTS = {
  section: 'sections',
  gate: 'gates',
  grade: 'grades',
  tieBreaker: 'tieBreakers',
  heading: 'criteria',
  criterion: 'criteria',
} as const
type ListedKind = keyof typeof LISTS

/**
 * A criteria document as the nodes of a draft, parents before their children: one criteriaSet with sections, gates, grades and
 * tie-breakers under it, headings and criteria under their section or heading. `newId` gives a new id each time. toDocument is the way back.
 * The document need not be sound: what stands in its lists and is no object is left out.
 */
export function toNodes(document: unknown, newId: () => string): NewNode[] {
  const { format: _, sections, gates, grades, tieBreakers, ...head } = isObject(document) ? document : {}
  const root = { id: newId(), parentId: null, position: positionsFor(1)[0] ?? '' }
  const nodes: NewNode[] = [{ ...root, kind: 'criteriaSet', content: head }]
  const children = [
    ...partsOf('section', sections),
    ...partsOf('gate', gates),
    ...partsOf('grade', grades),
    ...partsOf('tieBreaker', tieBreakers),
  ]
  const waiting = [{ parentId: root.id, children }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { parentId } = next
    const positions = positionsFor(next.children.length)
    next.children.forEach(({ kind, part }, index) => {
      const { criteria, ...content } = part
      const id = newId()
      nodes.push({ id, parentId, position: positions[index] ?? '', kind, content })
      waiting.push({ parentId: id, children: partsOf('criterion', criteria) })
    })
  }
  return nodes
}

/** The parts in a list of a document; in `criteria` what holds criteria is a heading. */
function partsOf(kind: ListedKind, list: unknown): { kind: ListedKind; part: Parts }[] {
  return (Array.isArray(list) ? list : [])
    .filter(isObject)
    .map((part) => ({ kind: kind === 'criterion' && 'criteria' in part ? 'heading' : kind, part }))
}

/** A document made of nodes, sound or not, and where in it each node became what (the root is ''). */
export type DraftedDocument = { document: unknown; pathOf: ReadonlyMap<string, string> }
type Made = { path: string; part: Parts }

/**
 * The criteria document that a draft's nodes make, for checkCriteria to judge: whatever hangs on the first criteriaSet, in document order. A
 * list without parts is left out, but for the sections and what a section or a heading holds.
 */
export function toDocument(nodes: readonly Omit<DraftNode, 'version'>[]): DraftedDocument {
  const made = new Map<string, Made>()
  let document: Parts = { format: FORMAT, sections: [] }
  for (const { node } of inOrder(nodes)) {
    if (node.kind === 'criteriaSet' && made.size === 0) {
      document = { format: FORMAT, ...node.content, sections: [] }
      made.set(node.id, { path: '', part: document })
    }
    const parent = made.get(node.parentId ?? '')
    if (parent !== undefined && isListed(node.kind))
      made.set(node.id, putInto(parent, node.kind, node.content))
  }
  return { document, pathOf: new Map([...made].map(([id, { path }]) => [id, path])) }
}

/** Puts a part at the end of its list in the part over it. */
function putInto(parent: Made, kind: ListedKind, content: Parts): Made {
  const name = LISTS[kind]
  const list = Array.isArray(parent.part[name]) ? parent.part[name] : []
  parent.part[name] = list
  const part = kind === 'section' || kind === 'heading' ? { ...content, criteria: [] } : { ...content }
  const path = `${parent.path === '' ? '' : `${parent.path}.`}${name}.${list.length}`
  list.push(part)
  return { path, part }
}

function isListed(kind: NewNode['kind']): kind is ListedKind {
  return Object.hasOwn(LISTS, kind)
}

/**
 * Every fault by which drafted criteria contradict themselves, at its node; `field` is the path in its content ("rule.per"), null: the
 * part as a whole; `nodeId` null: there is no criteriaSet (scoring.md "A criteria document that contradicts itself").
 */
export function faultsOfCriteria(
  nodes: readonly Omit<DraftNode, 'version'>[],
): NodeFault<CriteriaFaultCode>[] {
  const { document, pathOf } = toDocument(nodes)
  const nodeAt = new Map([...pathOf].map(([id, path]) => [path, id]))
  return checkCriteria(document).map(({ path, code }) => {
    const nodePath = nearestPath(path, nodeAt)
    const field = nodePath === '' ? path : path.slice(nodePath.length + 1)
    return { nodeId: nodeAt.get(nodePath) ?? null, field: field === '' ? null : field, code }
  })
}

/** The path of the innermost node that a path leads into. */
function nearestPath(path: string, nodeAt: ReadonlyMap<string, string>): string {
  let nearest = path
  while (nearest !== '' && !nodeAt.has(nearest)) {
    nearest = nearest.slice(0, Math.max(0, nearest.lastIndexOf('.')))
  }
  return nearest
}

/** Faults of a draft grouped by their node, in the order given; null: the draft as a whole. */
export function faultsByNode<T extends { nodeId: string | null }>(
  faults: readonly T[],
): ReadonlyMap<string | null, T[]> {
  const byNode = new Map<string | null, T[]>()
  for (const fault of faults) byNode.set(fault.nodeId, [...(byNode.get(fault.nodeId) ?? []), fault])
  return byNode
}
