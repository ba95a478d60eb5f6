import type { WordsLike } from '../../lib/words-shape.ts'
import type { words as vi } from '../vi/handover.ts'

export const words: WordsLike<typeof vi> = {
  title: 'Handover',
  about:
    'One zip: the final ranking, the journal of the year, issued papers, minutes, the pact, awards, and the list of evidence with hashes. Check it with bangvang verify.',
  download: 'Download the handover',
}
