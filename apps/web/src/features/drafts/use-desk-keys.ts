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
  /** The part the reader stands at is written over; does nothing where it may not be. */
  edit: () => void
  undo: () => void
  redo: () => void
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

/** Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do again. */
function onCommand(event: KeyboardEvent, { undo, redo }: DeskKeyActs): void {
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redo()
  else undo()
}

/** Arrow keys, F2, Enter on a part and Escape; true where the key was one of them. */
function onPlaceKey({ key, target }: KeyboardEvent, { close, edit }: DeskKeyActs): boolean {
  if (key === 'ArrowDown' || key === 'ArrowUp') return stepPart(key === 'ArrowDown' ? 1 : -1)
  const isOnPart = target instanceof Element && target.matches('[data-node]')
  if (key === 'Escape') close()
  else if (key === 'F2' || (key === 'Enter' && isOnPart)) edit()
  else return false
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
    if (isTyping(event) || event.altKey) return
    if (event.ctrlKey || event.metaKey) return onCommand(event, acts)
    const letter = areKeysOn() ? letters[event.key.toLowerCase()] : undefined
    if (letter === undefined && !onPlaceKey(event, acts)) return
    event.preventDefault()
    letter?.()
  }
}
