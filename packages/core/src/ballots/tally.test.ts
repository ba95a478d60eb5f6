import { describe, expect, test } from 'vitest'
import { readTallyVectors } from '../../test/vectors.ts'
import { checkQuestion, checkTurnout, tally } from './tally.ts'

describe('the 120 worked cases', () => {
  test.each(readTallyVectors())('$name decides as written', ({ question, turnout, expect: expected }) => {
    expect(checkQuestion(question)).toEqual([])
    expect(checkTurnout(question, turnout)).toEqual([])
    expect(tally(question, turnout)).toEqual(expected)
  })

  test.each(readTallyVectors())('$name refuses a bad turnout with every problem', ({ question, invalid }) => {
    expect(checkTurnout(question, invalid.turnout)).toEqual(invalid.problems)
  })
})
