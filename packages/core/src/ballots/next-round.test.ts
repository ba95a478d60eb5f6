import { expect, test } from 'vitest'
import { fitsDecision, leftToChair, nextRound } from './next-round.ts'
import { questionOf } from './presets.ts'
import { checkQuestion, tally } from './tally.ts'

const candidates = ['Hải Dương', 'Bắc Ninh', 'Vĩnh Phúc']
const question = {
  ...questionOf('election', candidates),
  threshold: { share: '1/3', of: 'valid', test: 'atLeast' },
} as const
const turnout = { members: 9, present: 9, written: 0, invalid: 0, round: 1 }
const votes = (...counts: number[]) =>
  counts.flatMap((count, index) => Array.from({ length: count }, () => [candidates[index] ?? '']))

test('a tie is voted on again among the tied; tied again, the chair decides', () => {
  const first = tally(question, { ...turnout, ballots: votes(4, 4, 1) })
  expect(first.outcome).toBe('tie')
  const again = nextRound(question, first)
  expect(again).toMatchObject({ kind: 'choose', options: ['Hải Dương', 'Bắc Ninh'], seats: 1, maxChoices: 1 })
  expect(checkQuestion(again)).toEqual([])
  expect(leftToChair(first)).toBeNull()
  if (again === null) throw new Error('no second round')
  const second = tally(again, { ...turnout, ballots: votes(4, 4), round: 2 })
  expect(nextRound(again, second)).toBeNull()
  expect(leftToChair(second)).toEqual({ kind: 'chairDecides', options: ['Hải Dương', 'Bắc Ninh'], seats: 1 })
})

test('what is decided, or without quorum, or a yes or no, has no second round', () => {
  expect(nextRound(question, tally(question, { ...turnout, ballots: votes(9) }))).toBeNull()
  expect(nextRound(question, tally(question, { ...turnout, present: 1, ballots: [] }))).toBeNull()
  const yesNo = questionOf('conclusion', [])
  expect(nextRound(yesNo, tally(yesNo, { ...turnout, ballots: ['no'] }))).toBeNull()
})

test('marks are limited to the seats left where they were limited to the seats', () => {
  const two = { ...questionOf('election', candidates, 2), threshold: question.threshold } as const
  const first = tally(two, { ...turnout, ballots: [...votes(5).map(() => ['Hải Dương']), ...votes(0, 4)] })
  expect(first).toMatchObject({ elected: ['Hải Dương', 'Bắc Ninh'], outcome: 'decided' })
  const short = tally(two, { ...turnout, ballots: [...votes(6), ...votes(0, 2, 1)] })
  expect(short).toMatchObject({ outcome: 'notEnough', elected: ['Hải Dương'] })
  expect(nextRound(two, short)).toMatchObject({ options: ['Bắc Ninh', 'Vĩnh Phúc'], seats: 1, maxChoices: 1 })
  const wide = { ...two, maxChoices: 3 } as const
  expect(nextRound(wide, short)).toMatchObject({ seats: 1, maxChoices: 2 })
  const approve = {
    ...questionOf('flag', candidates, 2),
    threshold: { share: '1/2', of: 'cast', test: 'moreThan' },
  } as const
  const half = tally(approve, {
    ...turnout,
    ballots: Array.from({ length: 9 }, () => ({ 'Bắc Ninh': 'yes' as const })),
  })
  expect(nextRound(approve, half)).toMatchObject({
    kind: 'approve',
    seats: 1,
    options: ['Hải Dương', 'Vĩnh Phúc'],
  })
})

test.each([
  { chosen: ['a'], fits: true },
  { chosen: [], fits: true },
  { chosen: ['a', 'b'], fits: false },
  { chosen: ['c'], fits: false },
])('the chair choosing $chosen of a and b for one seat: $fits', ({ chosen, fits }) => {
  expect(fitsDecision({ kind: 'chairDecides', options: ['a', 'b'], seats: 1 }, chosen)).toBe(fits)
  expect(fitsDecision({ kind: 'chairDecides', options: ['a', 'b'], seats: 2 }, ['a', 'a'])).toBe(false)
})
