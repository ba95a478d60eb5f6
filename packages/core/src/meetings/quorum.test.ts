import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tally } from '../ballots/tally.ts'
import { quorumOf } from './quorum.ts'

describe('a quorum is an exact fraction of its base', () => {
  test.each([
    { share: '2/3', test: 'atLeast', part: 6, base: 9, needed: 6, holds: true },
    { share: '2/3', test: 'atLeast', part: 5, base: 9, needed: 6, holds: false },
    { share: '2/3', test: 'moreThan', part: 6, base: 9, needed: 7, holds: false },
    { share: '4/5', test: 'atLeast', part: 7, base: 9, needed: 8, holds: false },
    { share: '4/5', test: 'atLeast', part: 8, base: 10, needed: 8, holds: true },
    { share: '1/2', test: 'moreThan', part: 5, base: 9, needed: 5, holds: true },
    { share: '1/1', test: 'moreThan', part: 9, base: 9, needed: 10, holds: false },
    { share: '0/1', test: 'atLeast', part: 0, base: 9, needed: 0, holds: true },
    { share: '0/1', test: 'atLeast', part: 0, base: 0, needed: 1, holds: false },
    { share: '66,6 %', test: 'atLeast', part: 9, base: 9, needed: 10, holds: false },
  ] as const)(
    '$part of $base, $test $share: $holds, $needed needed',
    ({ part, base, needed, holds, ...rule }) => {
      expect(quorumOf(rule, part, base)).toEqual({ ...rule, part, base, needed, holds })
    },
  )
})

test('the meeting and the tally of a vote never differ about a quorum', () => {
  const rule = fc.record({
    share: fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }))
      .map(([a, b]) => `${Math.min(a, b)}/${b}`),
    test: fc.constantFrom('atLeast' as const, 'moreThan' as const),
  })
  const there = fc
    .integer({ min: 0, max: 200 })
    .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)))
  fc.assert(
    fc.property(rule, there, ({ share, test: by }, [present, members]) => {
      const question = {
        kind: 'yesNo' as const,
        quorum: { share, of: 'members' as const, test: by, counts: 'present' as const },
        threshold: { share: '1/2', of: 'valid' as const, test: by },
      }
      const { outcome } = tally(question, { members, present, written: 0, invalid: 0, ballots: [], round: 1 })
      expect(quorumOf({ share, test: by }, present, members).holds).toBe(outcome !== 'noQuorum')
    }),
  )
})
