import { quoteAt } from '@bangvang/core/drafts/anchor'
import type { Quote } from '@bangvang/core/drafts/draft'
import { diffWords } from '@bangvang/core/drafts/words'

/** A stretch of the text as it was, and of the text as it is written: both begin alike, and what follows both is alike. */
type Stretch = { start: number; end: number; after: number }

/** What two texts have apart, between the words both begin with and the words both end with. */
function apart(text: string, edited: string): Stretch {
  const parts = diffWords(text, edited)
  const isSame = (at: number) => parts.at(at)?.kind === 'same'
  const head = isSame(0) ? (parts[0]?.text.length ?? 0) : 0
  const tail = isSame(-1) && parts.length > 1 ? (parts.at(-1)?.text.length ?? 0) : 0
  return { start: head, end: text.length - tail, after: edited.length - tail }
}

/**
 * The stretch with a word more before or after it, where it needs one: a quote is never empty, and blanks at the ends of
 * a replacement do not travel.
 */
function grown(text: string, edited: string, { start, end, after }: Stretch): Stretch {
  const words = edited.slice(start, after)
  const isBare = start === end
  const before =
    /^\s/.test(words) || (isBare && !/\s$/.test(words)) ? text.slice(0, start).search(/\S+\s*$/) : -1
  const from = before >= 0 ? before : start
  const needsNext = /\s$/.test(words) || from === end
  const next = needsNext ? (/^\s*\S+/.exec(text.slice(end))?.[0].length ?? 0) : 0
  return { start: from, end: end + next, after: after + next }
}

/**
 * What a person changed by writing over a text: the smallest run of words that differs, quoted, and what should stand
 * there. Null where nothing differs.
 */
export function narrow(text: string, edited: string): { quote: Quote; replacement: string } | null {
  if (text === edited) return null
  const { start, end, after } = grown(text, edited, apart(text, edited))
  if (start === end) return null
  return { quote: quoteAt(text, start, end), replacement: edited.slice(start, after) }
}
