import type { NodeView } from '@bangvang/contract/drafts'
import { mayStandUnder } from '@bangvang/core/drafts/check-nodes'
import type { CriteriaKind } from '@bangvang/core/drafts/draft'
import { positionBetween } from '@bangvang/core/drafts/position'
import { childrenOf, nodesById, subtreeIds } from '@bangvang/core/drafts/tree'

export type Nodes = readonly NodeView[]
/** Where a part stands: under which part, at which key among its siblings. */
export type Place = { parentId: string | null; position: string }
export type Move = 'up' | 'down' | 'in' | 'out'
export type Side = 'before' | 'after' | 'inside'

// Headings and criteria stand in one list; sections, gates, grades and tie-breakers each in their own.
const listOf = (kind: NodeView['kind']) => (kind === 'criterion' ? 'heading' : kind)
const isGroup = (node: NodeView | undefined) => node?.kind === 'heading' || node?.kind === 'section'

/** The parts that stand in one list with a part of this kind under a part, in their order. */
function listUnder(nodes: Nodes, parentId: string | null, kind: NodeView['kind']): NodeView[] {
  return (childrenOf(nodes).get(parentId) ?? []).filter((one) => listOf(one.kind) === listOf(kind))
}

/** The place at an index of a list, counted without the part that goes there. */
function placeAt(list: readonly NodeView[], parentId: string | null, index: number): Place {
  const [before, after] = [list[index - 1]?.position ?? null, list[index]?.position ?? null]
  return { parentId, position: positionBetween(before, after) }
}

class Mover {
  readonly node: NodeView
  private readonly nodes: Nodes
  private readonly byId: ReadonlyMap<string, NodeView>
  constructor(nodes: Nodes, node: NodeView) {
    this.nodes = nodes
    this.node = node
    this.byId = nodesById(nodes)
  }

  get parent(): NodeView | undefined {
    return this.byId.get(this.node.parentId ?? '')
  }

  /** The list of another part, or its own, without the part itself. */
  others(parentId: string | null): NodeView[] {
    return listUnder(this.nodes, parentId, this.node.kind).filter(({ id }) => id !== this.node.id)
  }

  get index(): number {
    const { parentId, kind, id } = this.node
    return listUnder(this.nodes, parentId, kind).findIndex((one) => one.id === id)
  }

  at(parentId: string | null, index: number): Place | null {
    const parent = this.byId.get(parentId ?? '')
    const holds = mayStandUnder('criteria', this.node.kind, parent?.kind ?? null)
    const isInside = parentId !== null && subtreeIds(this.nodes, this.node.id).includes(parentId)
    return holds && !isInside ? placeAt(this.others(parentId), parentId, index) : null
  }

  /** Right before or after a part, in that part's list. */
  beside(target: NodeView, side: 'before' | 'after'): Place | null {
    const index = this.others(target.parentId).findIndex(({ id }) => id === target.id)
    return index < 0 ? null : this.at(target.parentId, side === 'before' ? index : index + 1)
  }

  /** At the beginning or the end of the section beside the one it stands in. */
  inNextSection(step: 1 | -1): Place | null {
    const { parent } = this
    if (parent === undefined) return null
    const sections = listUnder(this.nodes, parent.parentId, parent.kind)
    const next = sections[sections.findIndex(({ id }) => id === parent.id) + step]
    if (next === undefined) return null
    return this.at(next.id, step === 1 ? 0 : this.others(next.id).length)
  }
}

function step(mover: Mover, by: 1 | -1): Place | null {
  const { node, index, parent } = mover
  const next = index + by
  if (next >= 0 && next <= mover.others(node.parentId).length) return mover.at(node.parentId, next)
  if (parent?.kind === 'heading') return mover.beside(parent, by === 1 ? 'after' : 'before')
  return parent?.kind === 'section' ? mover.inNextSection(by) : null
}

/** Where a part goes by one key, or null where it cannot go that way: up and down its list and on to the next, into and out of a heading. */
export function placeAfterMove(nodes: Nodes, node: NodeView, move: Move): Place | null {
  const mover = new Mover(nodes, node)
  switch (move) {
    case 'up':
      return step(mover, -1)
    case 'down':
      return step(mover, 1)
    case 'in': {
      const previous = listUnder(nodes, node.parentId, node.kind)[mover.index - 1]
      return previous?.kind === 'heading' ? mover.at(previous.id, mover.others(previous.id).length) : null
    }
    case 'out':
      return mover.parent?.kind === 'heading' ? mover.beside(mover.parent, 'after') : null
  }
}

/** Where a part goes when it is dropped on another, or null where it cannot stand there. */
export function placeOfDrop(
  nodes: Nodes,
  node: NodeView,
  drop: { target: NodeView; side: Side },
): Place | null {
  const { target, side } = drop
  if (node.id === target.id) return null
  const mover = new Mover(nodes, node)
  if (side === 'inside' && isGroup(target)) return mover.at(target.id, mover.others(target.id).length)
  return mover.beside(target, side === 'before' ? 'before' : 'after')
}

/** Where a new part of a kind goes, as near after the selected one as its kind may stand. */
export function placeOfNew(nodes: Nodes, kind: CriteriaKind, selected: NodeView | undefined): Place | null {
  const byId = nodesById(nodes)
  const root = nodes.find((node) => node.kind === 'criteriaSet')
  for (let at = selected; at !== undefined; at = byId.get(at.parentId ?? '')) {
    const isBeside = listOf(at.kind) === listOf(kind)
    const parent = byId.get(at.parentId ?? '')
    if (isBeside && mayStandUnder('criteria', kind, parent?.kind ?? null)) {
      const list = listUnder(nodes, at.parentId, kind)
      return placeAt(list, at.parentId, list.indexOf(at) + 1)
    }
    if (mayStandUnder('criteria', kind, at.kind)) {
      const list = listUnder(nodes, at.id, kind)
      return placeAt(list, at.id, list.length)
    }
  }
  const under = mayStandUnder('criteria', kind, 'criteriaSet')
    ? root
    : listUnder(nodes, root?.id ?? null, 'section').at(-1)
  if (under === undefined) return null
  const list = listUnder(nodes, under.id, kind)
  return placeAt(list, under.id, list.length)
}

/** A code like the one before it that no part has yet: KT09 is followed by KT10. */
export function nextCode(nodes: Nodes, before: unknown): string {
  const [, head = '', digits = ''] = /^(.*?)(\d*)$/.exec(typeof before === 'string' ? before : '') ?? []
  if (digits === '') return ''
  const taken = new Set(nodes.map(({ content }) => content.code))
  for (let count = Number(digits) + 1; count < Number(digits) + 1000; count += 1) {
    const code = `${head}${String(count).padStart(digits.length, '0')}`
    if (!taken.has(code)) return code
  }
  return ''
}

const title = { vi: '', en: '' }

/** What a new part holds before anything is typed. */
export function contentOfNew(kind: CriteriaKind, code: string): NodeView['content'] {
  switch (kind) {
    case 'criteriaSet':
      return { code, year: 2000, title, decimals: 2, maxPoints: '0' }
    case 'section':
      return { code, title, role: 'scored' }
    case 'heading':
      return { code, title }
    case 'criterion':
      return {
        code,
        title,
        maxPoints: '10',
        measure: { kind: 'achievement', better: 'higher' },
        rule: { kind: 'linear', zeroAt: '0', fullAt: '100' },
        evidence: 'required',
      }
    case 'gate':
      return { code, title, effect: { kind: 'unranked' } }
    case 'grade':
      return { code, title, atLeast: '0' }
    case 'tieBreaker':
      return { amount: 'scored' }
  }
}
