import fc from 'fast-check'
import { expect, test } from 'vitest'
import { voteSources } from './ballot.ts'
import type { Ballot } from './question.ts'
import { checkTurnout, tally } from './tally.ts'
import { turnoutOf } from './turnout.ts'

const memberIds = ['QNI', 'BNI', 'HNA', 'HDU']
const question = {
  kind: 'yesNo' as const,
  quorum: {
    share: '1/2',
    of: 'members' as const,
    test: 'atLeast' as const,
    counts: 'presentOrWritten' as const,
  },
  threshold: { share: '1/2', of: 'members' as const, test: 'moreThan' as const },
}

test('the absent who wrote, the invalid and who has left are counted where they belong', () => {
  expect(
    turnoutOf({
      memberIds,
      presentIds: ['BNI', 'HDU'],
      votes: [
        { unitId: 'QNI', source: 'own', choice: 'yes' },
        { unitId: 'BNI', source: 'hand', choice: null },
        { unitId: 'HDU', source: 'written', choice: 'no' },
      ],
      round: 1,
    }),
  ).toEqual({ members: 4, present: 2, written: 1, invalid: 1, ballots: ['yes', 'no'], round: 1 })
})

const choice = fc.constantFrom<(Ballot | null)[]>('yes', 'no', 'abstain', null)
const facts = fc.record({
  memberIds: fc.constant(memberIds),
  presentIds: fc.subarray([...memberIds, 'GUEST']),
  votes: fc.uniqueArray(
    fc.record({
      unitId: fc.constantFrom(...memberIds, 'GUEST'),
      source: fc.constantFrom(...voteSources),
      choice,
    }),
    { selector: ({ unitId }) => unitId, maxLength: 5 },
  ),
  round: fc.integer({ min: 1, max: 3 }),
})

test('whatever came, went, wrote and voted, the turnout can be tallied and no member counts twice', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const turnout = turnoutOf(given)
      expect(checkTurnout(question, turnout)).toEqual([])
      const { counts } = tally(question, turnout)
      expect(counts.cast).toBe(given.votes.filter(({ unitId }) => memberIds.includes(unitId)).length)
      expect(counts.present + counts.written).toBeLessThanOrEqual(counts.members)
    }),
  )
})
