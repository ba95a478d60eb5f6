import { type OrphanReason, placeAnchor } from './anchor.ts'
import { LONGEST_TEXT } from './check-content.ts'
import type { Anchor, DraftNode } from './draft.ts'
import { fieldText, withFieldText } from './words.ts'

/** `no-field`: the anchor names no words that could be replaced. `too-long`: the field's text would be. */
export type SuggestRefusal = { reason: OrphanReason | 'no-field' | 'too-long' }
export type Suggested = { ok: true; content: DraftNode['content'] } | { ok: false; refusal: SuggestRefusal }

/**
 * The node's content with the replacement where the anchor's words stand (the whole field where it quotes none; the text of a text part
 * where it names no field). Refused where the words cannot be found for certain (domain.md "Comments on drafts").
 */
export function applySuggestion(
  node: Pick<DraftNode, 'id' | 'content'>,
  anchor: Anchor,
  replacement: string,
): Suggested {
  const field = anchor.field ?? 'text'
  const place = placeAnchor(new Map([[node.id, node]]), { ...anchor, field })
  if (!place.fits) return { ok: false, refusal: { reason: place.reason } }
  const text = fieldText(node, field)
  if (place.nodeId === null || text === null) return { ok: false, refusal: { reason: 'no-field' } }
  const { start, end } = place.range ?? { start: 0, end: text.length }
  const replaced = text.slice(0, start) + replacement + text.slice(end)
  if (replaced.length > LONGEST_TEXT) return { ok: false, refusal: { reason: 'too-long' } }
  return { ok: true, content: withFieldText(node.content, field, replaced) }
}
