import { quoteAt } from '@bangvang/core/drafts/anchor'
import type { Quote } from '@bangvang/core/drafts/draft'
import { diffWords } from '@bangvang/core/drafts/words'

/**
 * What a person changed by writing over a text: the smallest run of words that differs, quoted, and what should stand
 * there. Words only put in take the word before them along (after them at the start), since a quote is never empty.
 * Null where nothing differs.
 */
export function narrow(text: string, edited: string): { quote: Quote; replacement: string } | null {
  if (text === edited) return null
  const parts = diffWords(text, edited)
  const isSame = (at: number) => parts.at(at)?.kind === 'same'
  let start = isSame(0) ? (parts[0]?.text.length ?? 0) : 0
  const tail = isSame(-1) && parts.length > 1 ? (parts.at(-1)?.text.length ?? 0) : 0
  let end = text.length - tail
  let after = edited.length - tail
  if (start === end) {
    const before = text.slice(0, start).search(/\S+\s*$/)
    if (before >= 0) start = before
    else {
      const next = /^\s*\S+/.exec(text.slice(end))?.[0].length ?? 0
      end += next
      after += next
    }
  }
  if (start === end) return null
  return { quote: quoteAt(text, start, end), replacement: edited.slice(start, after) }
}
