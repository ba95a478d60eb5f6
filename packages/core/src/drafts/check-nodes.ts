import { type ContentFaultCode, checkContent } from './check-content.ts'
import { criteriaKinds, type DraftKind, type NewNode, type NodeKind, textKinds } from './draft.ts'
import { isPosition } from './position.ts'

export type NodeFaultCode =
  | ContentFaultCode
  | 'too_many'
  | 'duplicate_id'
  | 'bad_position'
  | 'unknown_parent'
  | 'cycle'
  | 'wrong_kind'
  | 'wrong_place'
  | 'root_missing'
  | 'duplicate_root'
/** `nodeId` null: the draft as a whole; `field` is the node's or its content's own field, or a path in it; null: the node as a whole. */
export type NodeFault<Code extends string = NodeFaultCode> = {
  nodeId: string | null
  field: string | null
  code: Code
}

/** The most nodes one draft has. */
export const MOST_NODES = 3000

type Parent = NodeKind | null
/** What a part may stand under; null: at the top. A regulation: chapter, article, clause, point; a paragraph anywhere. */
const REGULATION: Partial<Record<NodeKind, readonly Parent[]>> = {
  chapter: [null],
  article: [null, 'chapter'],
  clause: ['article'],
  point: ['article', 'clause'],
  paragraph: [null, 'chapter', 'article', 'clause', 'point'],
}
/** Plans, pacts and minutes count clauses without articles too. */
const PLAIN_TEXT: typeof REGULATION = { ...REGULATION, clause: [null, 'chapter', 'article'] }
const CRITERIA: typeof REGULATION = {
  criteriaSet: [null],
  section: ['criteriaSet'],
  heading: ['section', 'heading'],
  criterion: ['section', 'heading'],
  gate: ['criteriaSet'],
  grade: ['criteriaSet'],
  tieBreaker: ['criteriaSet'],
}
const SHAPES: Record<DraftKind, typeof REGULATION> = {
  criteria: CRITERIA,
  regulation: REGULATION,
  plan: PLAIN_TEXT,
  pact: PLAIN_TEXT,
  minutes: PLAIN_TEXT,
  ranking: {},
}

/** The kinds of parts that a draft of this kind is made of, outermost first; a ranking's rows are no parts. */
export function kindsOf(kind: DraftKind): readonly NodeKind[] {
  if (kind === 'ranking') return []
  return kind === 'criteria' ? criteriaKinds : textKinds
}

/** Whether a part may stand under a part of that kind, or at the top (null), in a draft of this kind. */
export function mayStandUnder(kind: DraftKind, node: NodeKind, parent: NodeKind | null): boolean {
  return SHAPES[kind][node]?.includes(parent) ?? false
}

/**
 * Every fault of the shape of a draft's nodes, in their order; [] means they can be saved: parts stand where their kind may, every one hangs
 * on the top, criteria have one root, contents are sound by checkContent (issue 3, points 1 and 3).
 */
export function checkNodes(kind: DraftKind, nodes: readonly NewNode[]): NodeFault[] {
  if (nodes.length > MOST_NODES) return [{ nodeId: null, field: null, code: 'too_many' }]
  const byId = new Map<string, NewNode>()
  const faults: NodeFault[] = []
  for (const node of nodes) {
    if (byId.has(node.id)) faults.push({ nodeId: node.id, field: 'id', code: 'duplicate_id' })
    else byId.set(node.id, node)
  }
  const circling = cycleIds(byId)
  for (const node of nodes) {
    faults.push(...placeFaults({ kind, node, byId, circling }))
    for (const fault of checkContent(node.kind, node.content)) faults.push({ nodeId: node.id, ...fault })
  }
  if (kind === 'criteria') faults.push(...rootFaults(nodes))
  return faults
}

type Place = {
  kind: DraftKind
  node: NewNode
  byId: ReadonlyMap<string, NewNode>
  circling: ReadonlySet<string>
}

function placeFaults({ kind, node, byId, circling }: Place): NodeFault[] {
  const faults: NodeFault[] = []
  const add = (field: string, code: NodeFaultCode) => faults.push({ nodeId: node.id, field, code })
  if (!isPosition(node.position)) add('position', 'bad_position')
  const parent = node.parentId === null ? null : byId.get(node.parentId)
  if (!kindsOf(kind).includes(node.kind)) add('kind', 'wrong_kind')
  else if (parent === undefined) add('parentId', 'unknown_parent')
  else if (circling.has(node.id)) add('parentId', 'cycle')
  else if (!mayStandUnder(kind, node.kind, parent?.kind ?? null)) add('parentId', 'wrong_place')
  return faults
}

/** The nodes that hold themselves, through one another. */
function cycleIds(byId: ReadonlyMap<string, NewNode>): ReadonlySet<string> {
  const seen = new Set<string>()
  const circling = new Set<string>()
  for (const start of byId.keys()) {
    const path: string[] = []
    let id: string | null | undefined = start
    while (id != null && !seen.has(id)) {
      seen.add(id)
      path.push(id)
      id = byId.get(id)?.parentId
    }
    const from = id == null ? -1 : path.indexOf(id)
    if (from >= 0) for (const each of path.slice(from)) circling.add(each)
  }
  return circling
}

function rootFaults(nodes: readonly NewNode[]): NodeFault[] {
  const [root, ...others] = nodes.filter(({ kind }) => kind === 'criteriaSet')
  if (root === undefined) return [{ nodeId: null, field: null, code: 'root_missing' }]
  return others.map(({ id }) => ({ nodeId: id, field: 'kind', code: 'duplicate_root' }))
}
