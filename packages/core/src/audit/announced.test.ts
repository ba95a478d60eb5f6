import { expect, test } from 'vitest'
import { isAnnounced } from './announced.ts'

test('an open vote is told to the season, whatever is about a secret ballot is not', () => {
  expect(isAnnounced({ aboutKind: 'ballot' })).toBe(true)
  expect(isAnnounced({ aboutKind: 'secret-ballot' })).toBe(false)
})
