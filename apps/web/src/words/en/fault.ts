import type { WordsLike } from '../../lib/words-shape.ts'
import type { words as vi } from '../vi/fault.ts'

export const words: WordsLike<typeof vi> = {
  too_small: 'Missing, or too short.',
  too_big: 'Too long.',
  invalid_format: 'Not in the right form.',
  invalid_type: 'Missing, or of the wrong kind.',
  invalid_value: 'Not one of the values to choose from.',
  invalid_union: 'Not in the right form.',
  unrecognized_keys: 'There is more than asked for.',
  invalid_key: 'There is more than asked for.',
  invalid_element: 'One item is not right.',
  not_multiple_of: 'The number does not fit the step.',
  custom: 'Not right.',
  needed: 'Needed here.',
  forbidden: 'Not with this role.',
  'before-beginning': 'Before the beginning.',
  'duplicate-unit': 'The unit stands twice.',
  replaces_itself: 'A document does not replace itself.',
  unknown_law: 'This document is not on the shelf.',
  duplicate_law: 'The document stands here twice.',
  cycle: 'The two documents would replace each other.',
  note_missing: 'Say which part is replaced.',
}
