import { describe, expect, test } from 'vitest'
import { questionOf } from './presets.ts'
import type { Ballot, Question } from './question.ts'
import { tally } from './tally.ts'

const times = (count: number, ballot: Ballot): Ballot[] => Array.from({ length: count }, () => ballot)

/** Nine provinces, as the cluster of 2020 had; so many there, so many who wrote. */
const nine = (
  there: number,
  ballots: Ballot[],
  rest: { written?: number; invalid?: number; round?: number } = {},
) => ({
  ...{ members: 9, present: there, written: 0, invalid: 0, round: 1, ballots },
  ...rest,
})

describe('yes or no, of nine members', () => {
  const majority = (
    of: 'members' | 'present' | 'cast' | 'valid' | 'expressed',
    test: 'atLeast' | 'moreThan' = 'moreThan',
  ) => ({
    ...questionOf('conclusion', []),
    threshold: { share: '1/2', of, test },
  })
  test.each([
    { rule: majority('members'), there: 8, yes: 5, no: 3, abstain: 0, passed: true },
    { rule: majority('members'), there: 8, yes: 4, no: 0, abstain: 4, passed: false },
    { rule: majority('present'), there: 8, yes: 4, no: 3, abstain: 1, passed: false },
    { rule: majority('present', 'atLeast'), there: 8, yes: 4, no: 4, abstain: 0, passed: true },
    { rule: majority('cast'), there: 8, yes: 4, no: 2, abstain: 1, passed: true },
    { rule: majority('valid'), there: 8, yes: 4, no: 2, abstain: 2, passed: false },
    { rule: majority('expressed'), there: 8, yes: 3, no: 2, abstain: 3, passed: true },
    { rule: majority('expressed'), there: 8, yes: 0, no: 0, abstain: 8, passed: false },
  ])(
    '$yes yes, $no no, $abstain abstaining of $there there, $rule.threshold.test 1/2 of $rule.threshold.of: $passed',
    ({ rule, there, yes, no, abstain, passed }) => {
      const ballots = [...times(yes, 'yes'), ...times(no, 'no'), ...times(abstain, 'abstain')]
      expect(tally(rule, nine(there, ballots))).toMatchObject({ outcome: 'decided', passed })
    },
  )

  test.each([
    { there: 6, outcome: 'decided' },
    { there: 5, outcome: 'noQuorum' },
  ])('with $there of nine there, where 2/3 must be: $outcome', ({ there, outcome }) => {
    expect(tally(questionOf('conclusion', []), nine(there, times(there, 'yes'))).outcome).toBe(outcome)
  })
})

describe('the flag: at least 80 % of all nine, absent members in writing', () => {
  const yes = { A: 'yes' } as const
  test.each([
    { there: 8, written: 0, yeses: 8, elected: ['A'] },
    { there: 8, written: 0, yeses: 7, elected: [] },
    { there: 6, written: 2, yeses: 8, elected: ['A'] },
    { there: 9, written: 0, yeses: 8, elected: ['A'] },
  ])(
    '$yeses yeses of $there there and $written who wrote: $elected',
    ({ there, written, yeses, elected }) => {
      const ballots = [...times(yeses, yes), ...times(there + written - yeses, { A: 'no' })]
      expect(tally(questionOf('flag', ['A']), nine(there, ballots, { written })).elected).toEqual(elected)
    },
  )
})

describe('electing by marks', () => {
  const seats = (count: number, share = '1/2'): Question => ({
    ...questionOf('election', ['A', 'B', 'C'], count),
    threshold: { share, of: 'valid', test: 'atLeast' },
  })
  test.each([
    { name: 'one seat, five to four', rule: seats(1), marks: [5, 4, 0], elected: ['A'], outcome: 'decided' },
    {
      name: 'nobody has half',
      rule: seats(1),
      marks: [4, 3, 2],
      elected: [],
      outcome: 'notEnough',
      next: ['A', 'B'],
    },
    {
      name: 'equal seconds both go on',
      rule: seats(1),
      marks: [3, 2, 2],
      elected: [],
      outcome: 'notEnough',
      next: ['A', 'B', 'C'],
      invalid: 2,
    },
    {
      name: 'a tie for the only seat',
      rule: seats(1, '1/3'),
      marks: [4, 4, 1],
      elected: [],
      outcome: 'tie',
      next: ['A', 'B'],
    },
    {
      name: 'two seats, two pass',
      rule: seats(2, '1/3'),
      marks: [5, 4, 0],
      elected: ['A', 'B'],
      outcome: 'decided',
    },
    {
      name: 'two seats, all three tie',
      rule: seats(2, '1/3'),
      marks: [3, 3, 3],
      elected: [],
      outcome: 'tie',
      next: ['A', 'B', 'C'],
    },
  ])('$name', ({ rule, marks, elected, outcome, next, invalid = 0 }) => {
    const ballots = ['A', 'B', 'C'].flatMap((option, index) => times(marks[index] ?? 0, [option]))
    const result = tally(rule, nine(9, ballots, { invalid }))
    expect(result).toMatchObject({ outcome, elected })
    expect(result.next?.options).toEqual(next)
  })

  test('a tie in the last round is the chair’s to decide', () => {
    const ballots = [...times(4, ['A']), ...times(4, ['B'])]
    const { next } = tally(seats(1, '1/3'), nine(9, ballots, { round: 2 }))
    expect(next).toEqual({ kind: 'chairDecides', options: ['A', 'B'], seats: 1 })
  })
})
