import { useCallback, useState } from 'react'
import { keep, kept } from '../../lib/device.ts'
import type { Composing } from './desk-state.ts'

/** A comment not sent yet: what it is about and what is written so far. */
export type KeptComment = Composing & { body: string; words: string }

const nameOf = (personId: string, draftId: string) => `draft-comment.${personId}.${draftId}`

/** The comment this person left unfinished on this device, on this draft; null where there is none. */
export function keptComment(personId: string, draftId: string): KeptComment | null {
  const text = kept(nameOf(personId, draftId))
  if (text === null) return null
  try {
    return JSON.parse(text) as KeptComment
  } catch {
    // Another version of the page wrote it otherwise.
    return null
  }
}

/** What is written of a new comment, kept on the device until it is sent or dropped. */
export function useKeptComment(place: { personId: string; draftId: string }, first: KeptComment) {
  const { personId, draftId } = place
  const [typed, setTyped] = useState(first)
  const type = useCallback(
    (next: KeptComment) => {
      setTyped(next)
      keep(nameOf(personId, draftId), JSON.stringify(next))
    },
    [personId, draftId],
  )
  const drop = useCallback(() => keep(nameOf(personId, draftId), null), [personId, draftId])
  return { typed, type, drop }
}
