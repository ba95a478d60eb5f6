import type { NodeView } from '@bangvang/contract/drafts'
import { childrenOf } from '@bangvang/core/drafts/tree'
import { addDecimals, compareDecimals, isDecimal, subtractDecimals } from '@bangvang/core/numbers/decimal'

export type Sums = {
  /** What the criteria of each section come to, by its node's id. */
  sections: ReadonlyMap<string, string>
  /** The scored sections together. */
  scored: string
  /** What the document says it comes to; null where that is no decimal. */
  maxPoints: string | null
  /** scored − maxPoints: '0' where they agree. */
  difference: string
}

/** The sum of the points under a part, sound ones alone. */
function sumUnder(children: ReadonlyMap<string | null, NodeView[]>, id: string): string {
  const waiting = [...(children.get(id) ?? [])]
  let sum = '0'
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    waiting.push(...(children.get(node.id) ?? []))
    const { maxPoints } = node.content
    if (node.kind === 'criterion' && isDecimal(maxPoints)) sum = addDecimals(sum, maxPoints)
  }
  return sum
}

/** The points of drafted criteria as they stand, per section and in all (scoring.md: maxPoints is the sum of the scored sections). */
export function sumsOf(nodes: readonly NodeView[]): Sums {
  const children = childrenOf(nodes)
  const root = nodes.find(({ kind }) => kind === 'criteriaSet')
  const inRoot = nodes.filter((node) => node.kind === 'section' && node.parentId === root?.id)
  const sections = new Map(inRoot.map(({ id }) => [id, sumUnder(children, id)]))
  const scored = inRoot
    .filter(({ content }) => content.role === 'scored')
    .reduce((sum, { id }) => addDecimals(sum, sections.get(id) ?? '0'), '0')
  const said = root?.content.maxPoints
  const maxPoints = isDecimal(said) ? said : null
  const difference = subtractDecimals(scored, maxPoints ?? '0')
  return {
    sections,
    scored,
    maxPoints,
    difference: compareDecimals(difference, '0') === 0 ? '0' : difference,
  }
}
