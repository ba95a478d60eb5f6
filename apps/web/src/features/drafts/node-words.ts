import type { NodeView } from '@bangvang/contract/drafts'
import { wordsOf } from '@bangvang/core/drafts/words'

type Worded = Pick<NodeView, 'kind' | 'content'>

/** The first words of a part: a text part's text, a criteria part's title in Vietnamese. */
export function textOf(node: Worded): string {
  return wordsOf(node)[0]?.text ?? ''
}

/** The words of one field; the first field's where none is named. Null where the part has no such field. */
export function fieldText(node: Worded, field: string | null): string | null {
  const fields = wordsOf(node)
  return (field === null ? fields[0] : fields.find((one) => one.field === field))?.text ?? null
}

/** A few of a text's first words, for what names it in a sentence. */
export function beginning(text: string, most = 48): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  return `${flat.slice(0, flat.lastIndexOf(' ', most) > 0 ? flat.lastIndexOf(' ', most) : most)}…`
}
