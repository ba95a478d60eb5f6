import { keep, kept } from '../../lib/device.ts'

export type KeptWords = [nodeId: string, { text: string; version: number }][]

const nameOf = (personId: string, draftId: string) => `draft-words.${personId}.${draftId}`

/** Words this person typed over parts of this draft that the server has not got; [] where there are none. */
export function keptWords(personId: string, draftId: string): KeptWords {
  const text = kept(nameOf(personId, draftId))
  if (text === null) return []
  try {
    return JSON.parse(text) as KeptWords
  } catch {
    // Another version of the page wrote them otherwise.
    return []
  }
}

/** Keeps such words on this device, or forgets them where there are none. */
export function keepWords(personId: string, draftId: string, words: KeptWords): void {
  keep(nameOf(personId, draftId), words.length === 0 ? null : JSON.stringify(words))
}
