import type { NodeView } from '@bangvang/contract/drafts'
import { inOrder } from '@bangvang/core/drafts/tree'
import type { KeyboardEvent } from 'react'
import { placeAfter, placeBeside, placeDeeper, placeHigher } from './structure.ts'
import type { Editing } from './use-editing.ts'
import { goToPart } from './use-follow.ts'

type Pressed = KeyboardEvent<HTMLTextAreaElement>
type Place = { editing: Editing; node: NodeView; nodes: readonly NodeView[]; onRemove: () => void }

/** The part before or after a part in the text. */
function neighbour({ node, nodes }: Place, by: 1 | -1): NodeView | undefined {
  const lines = inOrder(nodes)
  return lines[lines.findIndex((line) => line.node.id === node.id) + by]?.node
}

/** Adds what Enter adds after a part, and goes on there. */
function addAfter({ editing, node }: Pick<Place, 'editing' | 'node'>): void {
  const place = placeAfter(editing.tree, node)
  if (place !== null) editing.edit(editing.acts.add(place))
}

function move(place: Place, to: ReturnType<typeof placeBeside>): boolean {
  if (to === null) return false
  void place.editing.acts.move(place.node, to)
  return true
}

function leaveTo(place: Place, by: 1 | -1): boolean {
  const next = neighbour(place, by)
  if (next === undefined) return false
  place.editing.edit(next.id)
  return true
}

/** The arrows: with Alt they move the part, at the ends of its text they lead to the one before or after it. */
function onArrow(place: Place, { key, altKey, currentTarget: box }: Pressed): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
  const by = key === 'ArrowUp' ? -1 : 1
  if (altKey) {
    move(place, placeBeside(place.editing.tree, place.node, by))
    return true
  }
  const isAtEnd = by === -1 ? box.selectionEnd === 0 : box.selectionStart === box.value.length
  return isAtEnd && leaveTo(place, by)
}

/** What a key does while a part is written; false: what it does in any text. */
function act(place: Place, event: Pressed): boolean {
  const { editing, node } = place
  const { key, shiftKey, currentTarget: box } = event
  switch (key) {
    case 'Tab':
      return move(place, (shiftKey ? placeHigher : placeDeeper)(editing.tree, node))
    case 'Delete':
    case 'Backspace':
      if (box.value === '') place.onRemove()
      return box.value === ''
    case 'Enter':
      if (!shiftKey) addAfter(place)
      return !shiftKey
    case 'Escape':
      editing.edit(null)
      requestAnimationFrame(() => goToPart(node.id))
      return true
    default:
      return onArrow(place, event)
  }
}

/**
 * The keys of a part being written: Enter goes on with the next part, Tab changes its level, Alt with an arrow its
 * place, Delete takes away one without words, Escape leaves (and Tab then goes on through the page, WCAG 2.1.2).
 */
export function onEditorKeys(place: Place) {
  return (event: Pressed) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (!act(place, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
