import type { KeyboardEvent } from 'react'
import { areKeysOn, isTyping } from './desk-keys.ts'
import { goToPart } from './use-follow.ts'

export type DeskKeyActs = {
  /** To the next comment (1) or the one before (-1). */
  step: (by: 1 | -1) => void
  compose: (kind: 'comment' | 'suggestion') => void
  reply: () => void
  answer: () => void
  resolve: () => void
  noComment: () => void
  fresh: () => void
  help: () => void
  close: () => void
}

/** The next or previous part of the text takes the focus; false where the focus is on none. */
function stepPart(by: 1 | -1): boolean {
  const part = document.activeElement?.closest<HTMLElement>('[data-node]')
  if (!part) return false
  const parts = [...(part.parentElement?.querySelectorAll<HTMLElement>('[data-node]') ?? [])]
  const next = parts[parts.indexOf(part) + by]?.dataset.node
  if (next !== undefined) goToPart(next)
  return true
}

/**
 * The keys of the desk, heard only from within it and never while writing (WCAG 2.1.4); the single letters can be
 * switched off. Arrow keys go from part to part, Escape folds what is open.
 */
export function onDeskKeys(acts: DeskKeyActs) {
  const letters: Record<string, () => void> = {
    j: () => acts.step(1),
    k: () => acts.step(-1),
    c: () => acts.compose('comment'),
    s: () => acts.compose('suggestion'),
    r: acts.reply,
    a: acts.answer,
    e: acts.resolve,
    n: acts.noComment,
    u: acts.fresh,
    '?': acts.help,
  }
  return (event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = { ArrowDown: 1, ArrowUp: -1 } as const
    const by = arrow[event.key as keyof typeof arrow]
    if (by !== undefined) {
      if (stepPart(by)) event.preventDefault()
      return
    }
    if (event.key === 'Escape') return acts.close()
    const act = areKeysOn() ? letters[event.key.toLowerCase()] : undefined
    if (act === undefined) return
    event.preventDefault()
    act()
  }
}
