import type { DraftNode, NodeKind, TextKind } from './draft.ts'
import { inOrder, type Placed } from './tree.ts'

type Numbered = Placed & Pick<DraftNode, 'kind'>
/** A part's own number: `ordinal` counts from 1, `number` is how it is written: chapter "II", article "5", clause "2", point "đ". */
export type NodeNumber = { kind: Exclude<TextKind, 'paragraph'>; ordinal: number; number: string }
/**
 * Where a node stands, to be said in words elsewhere: the numbers of the parts it stands in and its own (null: in none), and of a
 * criteria part its code.
 */
export type Citation = {
  kind: NodeKind
  chapter: string | null
  article: string | null
  clause: string | null
  point: string | null
  code: string | null
}

/** The letters that number points (Decree 30/2020: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư; no f, j, w, z). */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'
const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/**
 * The numbers of the parts that have one, by node id: chapters and articles count through the whole document, clauses and points
 * from 1 under their parent (Decree 30/2020, Annex I). Paragraphs and criteria parts have none.
 */
export function numberNodes(nodes: readonly Numbered[]): ReadonlyMap<string, NodeNumber> {
  const numbers = new Map<string, NodeNumber>()
  const counts = new Map<string, number>()
  for (const { node } of inOrder(nodes)) {
    const { kind } = node
    if (!isNumbered(kind)) continue
    const counter = kind === 'chapter' || kind === 'article' ? kind : `${kind} of ${node.parentId}`
    const ordinal = (counts.get(counter) ?? 0) + 1
    counts.set(counter, ordinal)
    numbers.set(node.id, { kind, ordinal, number: numberOf(kind, ordinal) })
  }
  return numbers
}

function isNumbered(kind: NodeKind): kind is NodeNumber['kind'] {
  return kind === 'chapter' || kind === 'article' || kind === 'clause' || kind === 'point'
}

/** How the part of that kind and ordinal (from 1) is numbered: chapter 2 "II", article 5 "5", point 5 "đ". */
export function numberOf(kind: NodeNumber['kind'], ordinal: number): string {
  if (kind === 'chapter') return roman(ordinal)
  return kind === 'point' ? letters(ordinal) : String(ordinal)
}

function roman(ordinal: number): string {
  let rest = ordinal
  let written = ''
  for (const [digits, value] of ROMAN) {
    written += digits.repeat(Math.floor(rest / value))
    rest %= value
  }
  return written
}

/** a to y, then aa, ab…: no regulation has so many, a document read from a file may. */
function letters(ordinal: number): string {
  let rest = ordinal
  let written = ''
  while (rest > 0) {
    written = `${LETTERS[(rest - 1) % LETTERS.length]}${written}`
    rest = Math.floor((rest - 1) / LETTERS.length)
  }
  return written
}

/** Where every node stands, by node id; for one node see citeNode. */
export function citeNodes(
  nodes: readonly (Numbered & Pick<DraftNode, 'content'>)[],
): ReadonlyMap<string, Citation> {
  const numbers = numberNodes(nodes)
  const citations = new Map<string, Citation>()
  for (const { node } of inOrder(nodes)) {
    const over = node.parentId === null ? undefined : citations.get(node.parentId)
    const own = numbers.get(node.id)
    const { code } = node.content
    citations.set(node.id, {
      ...(over ?? { chapter: null, article: null, clause: null, point: null }),
      ...(own && { [own.kind]: own.number }),
      kind: node.kind,
      code: typeof code === 'string' ? code : null,
    })
  }
  return citations
}

/** Where one node stands: {article: "5", clause: "2", point: "b"}; null where it is not among the nodes. */
export function citeNode(
  nodes: readonly (Numbered & Pick<DraftNode, 'content'>)[],
  id: string,
): Citation | null {
  return citeNodes(nodes).get(id) ?? null
}
