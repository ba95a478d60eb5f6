import type { DraftNode, NewNode } from '@bangvang/core/drafts/draft'

function inNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(inNfc)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.normalize('NFC'), inNfc(inner)]))
}

/** A part's content with every text of it in NFC, as all words here are kept; checked before, so that its depth is known. */
export const wholeContent = (content: DraftNode['content']) => inNfc(content) as DraftNode['content']

/** Parts with their contents so. */
export const wholeNodes = (nodes: readonly NewNode[]): NewNode[] =>
  nodes.map((node) => ({ ...node, content: wholeContent(node.content) }))
