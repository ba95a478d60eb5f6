import type { Quote } from '@bangvang/core/drafts/draft'
import { diffWords } from '@bangvang/core/drafts/words'
import { useMemo } from 'react'

/** One text become another, word by word: what goes is struck, what comes is underlined. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => diffWords(before, after), [before, after])
  return runs.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
    if (kind === 'same') return <span key={index}>{text}</span>
    const Mark = kind === 'removed' ? 'del' : 'ins'
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
    return <Mark key={index}>{text}</Mark>
  })
}

/** A context of fewer characters reaches the end of the text; a whole one may cut a word. */
const CONTEXT = 31

/** The quoted words with what should stand there, amid the words around them. */
export function SuggestionDiff({
  quote,
  replacement,
  label,
}: {
  quote: Quote
  replacement: string
  label: string
}) {
  const { before, text, after } = quote
  return (
    <p className="diff">
      <span className="vh">{label}: </span>
      {before.length < CONTEXT ? before : `…${before.replace(/^\S*/, '')}`}
      <WordDiff before={text} after={replacement} />
      {after.length < CONTEXT ? after : `${after.replace(/\S*$/, '')}…`}
    </p>
  )
}
