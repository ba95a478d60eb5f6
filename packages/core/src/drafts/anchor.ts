import type { Anchor, DraftNode, Quote } from './draft.ts'
import { fieldText } from './words.ts'

/** A place in a text: from `start` up to and without `end`, in UTF-16 code units. */
export type TextRange = { start: number; end: number }
/** Why an anchor is an orphan: its node is gone, its words are, or they cannot be told from others. */
export type OrphanReason = 'node-gone' | 'words-gone' | 'ambiguous'
/** Where an anchor fits: on the whole draft (nodeId null), on a node (range null), on words of `anchor.field`. */
export type AnchorPlace =
  | { fits: true; nodeId: string | null; range: TextRange | null }
  | { fits: false; reason: OrphanReason }

/** How many characters of context a quote keeps on each side. */
const CONTEXT = 32

/** The quote of a place in a text, with its contexts; never cuts a character that takes two code units. */
export function quoteAt(text: string, start: number, end: number): Quote {
  const from = isInsideCharacter(text, start) ? start - 1 : start
  const to = isInsideCharacter(text, end) ? end + 1 : end
  const first = Math.max(0, from - CONTEXT)
  const last = Math.min(text.length, to + CONTEXT)
  return {
    text: text.slice(from, to),
    before: text.slice(isInsideCharacter(text, first) ? first + 1 : first, from),
    after: text.slice(to, isInsideCharacter(text, last) ? last - 1 : last),
  }
}

function isInsideCharacter(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(index - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(index))
}

/**
 * Where the quoted words stand in the text: once with both contexts, or, where one context changed, once at all with the other still
 * beside them. Else null: an anchor that no longer fits is an orphan, never moved by guess (domain.md "Comments on drafts").
 */
export function findQuote(text: string, quote: Quote): TextRange | null {
  const found = lookFor(text, quote)
  return typeof found === 'string' ? null : found
}

function lookFor(text: string, quote: Quote): TextRange | Exclude<OrphanReason, 'node-gone'> {
  const starts = quote.text === '' ? [] : startsOf(text, quote.text)
  const [start, ...others] = starts.filter((at) => hasBefore(text, at, quote) && hasAfter(text, at, quote))
  if (start !== undefined) return others.length === 0 ? rangeOf(start, quote) : 'ambiguous'
  const [only] = starts
  if (only === undefined) return 'words-gone'
  return starts.length === 1 && hasNeighbour(text, only, quote) ? rangeOf(only, quote) : 'ambiguous'
}

/** Every place where the words stand, also where one overlaps the next. */
function startsOf(text: string, words: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at)
  return starts
}

function hasBefore(text: string, start: number, { before }: Quote): boolean {
  return text.endsWith(before, start)
}

function hasAfter(text: string, start: number, quote: Quote): boolean {
  return text.startsWith(quote.after, start + quote.text.length)
}

/** One context that is not empty stands unchanged: an empty one would fit anywhere. */
function hasNeighbour(text: string, start: number, quote: Quote): boolean {
  if (quote.before !== '' && hasBefore(text, start, quote)) return true
  return quote.after !== '' && hasAfter(text, start, quote)
}

function rangeOf(start: number, { text }: Quote): TextRange {
  return { start, end: start + text.length }
}

/** Where an anchor fits among the nodes (by id), or why it is an orphan; many anchors share one map (nodesById). */
export function placeAnchor(
  nodes: ReadonlyMap<string, Pick<DraftNode, 'content'>>,
  { nodeId, field, quote }: Anchor,
): AnchorPlace {
  if (nodeId === null) return { fits: true, nodeId, range: null }
  const node = nodes.get(nodeId)
  if (node === undefined) return { fits: false, reason: 'node-gone' }
  if (field === null && quote === null) return { fits: true, nodeId, range: null }
  const text = fieldText(node, field ?? '')
  if (text === null) return { fits: false, reason: 'words-gone' }
  if (quote === null) return { fits: true, nodeId, range: null }
  const found = lookFor(text, quote)
  return typeof found === 'string' ? { fits: false, reason: found } : { fits: true, nodeId, range: found }
}
