import { describe, expect, test } from 'vitest'
import { answersOf, bangvang, fileOf, readVectors } from './run.test-kit.ts'

type Vector = {
  question: object
  turnout: object
  expect: unknown
  invalid: { turnout: object; problems: unknown }
}
const vectors = readVectors('tally') as unknown as Vector[]
const [first] = vectors
if (!first) throw new Error('no vectors')

describe('tally', () => {
  test('with - answers every worked case, good or refused, one line each, in order', async () => {
    const lines = vectors.flatMap(({ question, turnout, invalid }) => [
      JSON.stringify({ question, turnout }),
      JSON.stringify({ question, turnout: invalid.turnout }),
    ])
    const ended = await bangvang(['tally', '-'], lines.join('\n'))
    expect(answersOf(ended)).toEqual(
      vectors.flatMap((vector) => [vector.expect, { problems: vector.invalid.problems }]),
    )
    expect(ended.code).toBe(0)
  })

  test('with FILE prints the decision and ends with 0, or the problems and ends with 1', async () => {
    const { question, turnout, invalid } = first
    const decided = await bangvang(['tally', fileOf(JSON.stringify({ question, turnout }))])
    expect([decided.code, ...answersOf(decided)]).toEqual([0, first.expect])
    const refused = await bangvang(['tally', fileOf(JSON.stringify({ question, turnout: invalid.turnout }))])
    expect([refused.code, ...answersOf(refused)]).toEqual([1, { problems: invalid.problems }])
  })

  test('names the faults of a question behind "question"', async () => {
    const { question, turnout } = first
    const lines = [
      { question: { ...question, maxRounds: 0 }, turnout },
      { turnout },
      { question: { ...question, kind: 'shout' }, turnout },
      [],
    ]
    const ended = await bangvang(['tally', '-'], lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(answersOf(ended)).toEqual([
      { problems: [{ path: 'question.maxRounds', code: 'out_of_range' }] },
      { problems: [{ path: 'question', code: 'wrong_shape' }] },
      { problems: [{ path: 'question.kind', code: 'unknown_value' }] },
      { problems: [{ path: '', code: 'wrong_shape' }] },
    ])
  })

  test('answers a line that is no JSON at its own place', async () => {
    const ended = await bangvang(['tally', '-'], '{\n\n')
    const not = { problems: [{ path: '', code: 'not_json' }] }
    expect(answersOf(ended)).toEqual([not, not])
  })
})
