import { expect, test } from 'vitest'
import { ballotPresets, presetNames, questionOf } from './presets.ts'
import { checkQuestion, tally } from './tally.ts'

const options = ['Quảng Ninh', 'Hải Dương', 'Bắc Ninh']

test.each(presetNames)('the rule of %s is a sound question, with where it stands', (name) => {
  expect(checkQuestion(questionOf(name, options, 2))).toEqual([])
  expect(ballotPresets[name].legalBasis).not.toBe('')
})

test('the flag needs at least 80 % of all members, written opinions counted in', () => {
  const question = questionOf('flag', ['Quảng Ninh'])
  const yes = { 'Quảng Ninh': 'yes' as const }
  const turnout = { members: 9, present: 7, written: 1, invalid: 0, round: 1 }
  expect(tally(question, { ...turnout, ballots: Array.from({ length: 8 }, () => yes) })).toMatchObject({
    outcome: 'decided',
    elected: ['Quảng Ninh'],
  })
  expect(tally(question, { ...turnout, ballots: Array.from({ length: 7 }, () => yes) }).elected).toEqual([])
  expect(tally(question, { ...turnout, written: 0, ballots: [] }).outcome).toBe('noQuorum')
})

test('the chair is elected by more than half of the valid votes, for one seat', () => {
  const question = questionOf('election', options)
  const ballots = [
    ...Array.from({ length: 5 }, () => ['Hải Dương']),
    ...Array.from({ length: 4 }, () => ['Bắc Ninh']),
  ]
  const turnout = { members: 9, present: 9, written: 0, invalid: 0, ballots, round: 1 }
  expect(tally(question, turnout)).toMatchObject({ outcome: 'decided', elected: ['Hải Dương'] })
})
