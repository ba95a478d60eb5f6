import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, text } from '../../test/make.ts'
import type { Criterion, Measure } from '../criteria/document.ts'
import { answerFields } from './answer.ts'
import { checkAnswer, checkOverride } from './check-answer.ts'

const options = ['a', 'b'].map((key) => ({ key, title: text(key), points: '1' }))
const measures: Measure[] = [
  { kind: 'value' },
  { kind: 'achievement', better: 'higher' },
  { kind: 'gap', better: 'lower' },
  { kind: 'share' },
  { kind: 'count' },
  { kind: 'rank', better: 'higher' },
  { kind: 'choice', options },
  { kind: 'checklist', options },
  { kind: 'judgement', step: '0.3' },
]
const [value, achievement, gap, share, count, rank, choice, checklist, judgement] = measures as [
  Measure,
  ...Measure[],
]

const faultsOf = (measure: Measure | undefined, answer: unknown, changes: Partial<Criterion> = {}) =>
  checkAnswer(makeDocument(), makeCriterion({ ...(measure ? { measure } : {}), ...changes }), answer).map(
    ({ path, code }) => [path, code],
  )

test('each measure has its fields, in the order they are shown', () => {
  expect(measures.map(answerFields)).toEqual([
    ['value'],
    ['target', 'actual'],
    ['target', 'actual'],
    ['part', 'whole'],
    ['count'],
    ['value'],
    ['option'],
    ['checked'],
    ['points'],
  ])
})

describe('a sound answer', () => {
  test.each<[Measure | undefined, unknown]>([
    [value, { value: '-12.5' }],
    [achievement, { target: '0.000001', actual: '-3' }],
    [gap, { target: '-3', actual: '0' }],
    [share, { part: '5', whole: '5.0' }],
    [share, { part: '-0', whole: '1' }],
    [count, { count: 0 }],
    [count, { count: -0 }],
    [count, { count: 999_999_999_999 }],
    [rank, { value: '-0' }],
    [choice, { option: 'b' }],
    [checklist, { checked: [] }],
    [checklist, { checked: ['b', 'a'] }],
    [judgement, { points: '0.9' }],
    [judgement, { points: '60' }],
  ])('%j: %j', (measure, answer) => {
    expect(faultsOf(measure, answer)).toEqual([])
  })
})

describe('a refused answer names each field once', () => {
  test.each<[Measure | undefined, unknown, string[][]]>([
    [value, null, [['', 'wrong_shape']]],
    [value, ['1'], [['', 'wrong_shape']]],
    [value, '1', [['', 'wrong_shape']]],
    [value, {}, [['', 'wrong_shape']]],
    [value, { value: 1 }, [['value', 'not_a_decimal']]],
    [value, { value: '1', note: '' }, [['', 'wrong_shape']]],
    [
      value,
      { value: '1,5', note: '' },
      [
        ['', 'wrong_shape'],
        ['value', 'not_a_decimal'],
      ],
    ],
    [
      achievement,
      { target: '0' },
      [
        ['', 'wrong_shape'],
        ['target', 'not_positive'],
      ],
    ],
    [
      achievement,
      { target: '-1', actual: '' },
      [
        ['actual', 'not_a_decimal'],
        ['target', 'not_positive'],
      ],
    ],
    [
      share,
      { part: '-1', whole: '0' },
      [
        ['part', 'negative'],
        ['whole', 'not_positive'],
      ],
    ],
    [share, { part: '2', whole: '0' }, [['whole', 'not_positive']]],
    [share, { part: '2', whole: 'x' }, [['whole', 'not_a_decimal']]],
    [share, { part: '2', whole: '1.999999' }, [['part', 'exceeds_whole']]],
    [share, { part: '2' }, [['', 'wrong_shape']]],
    [count, { count: '3' }, [['count', 'not_an_integer']]],
    [count, { count: 0.5 }, [['count', 'not_an_integer']]],
    [count, { count: -0.5 }, [['count', 'not_an_integer']]],
    [count, { count: 1e12 }, [['count', 'not_an_integer']]],
    [count, { count: Number.POSITIVE_INFINITY }, [['count', 'not_an_integer']]],
    [count, { count: -1 }, [['count', 'negative']]],
    [choice, { option: 'z' }, [['option', 'unknown_option']]],
    [choice, { option: ['a'] }, [['option', 'unknown_option']]],
    [checklist, { checked: 'a' }, [['checked', 'wrong_shape']]],
    [checklist, { checked: ['z', 'z'] }, [['checked', 'duplicate_option']]],
    [checklist, { checked: ['a', 'z'] }, [['checked', 'unknown_option']]],
    [checklist, { checked: [1] }, [['checked', 'unknown_option']]],
    [judgement, { points: '60.1' }, [['points', 'out_of_range']]],
    [judgement, { points: '-0.1' }, [['points', 'out_of_range']]],
    [judgement, { points: '0.5' }, [['points', 'not_a_step']]],
    [judgement, { points: 5 }, [['points', 'not_a_decimal']]],
  ])('%j: %j', (measure, answer, faults) => {
    expect(faultsOf(measure, answer)).toEqual(faults)
  })
})

describe('not applicable', () => {
  test('is an answer where the criterion has it', () => {
    expect(faultsOf(value, { notApplicable: true }, { notApplicable: 'full' })).toEqual([])
    expect(faultsOf(value, { notApplicable: true })).toEqual([['notApplicable', 'not_applicable_forbidden']])
  })

  test.each([[{ notApplicable: false }], [{ notApplicable: true, value: 'x' }], [{ notApplicable: 'true' }]])(
    '%j is of the wrong shape, and looked at no further',
    (answer) => {
      expect(faultsOf(value, answer)).toEqual([['', 'wrong_shape']])
    },
  )
})

describe('an override', () => {
  const bonus = { from: '0', side: 'above', per: '1', points: '1', count: 'exact', cap: '5' } as const
  const faults = (override: unknown, changes: Partial<Criterion> = { bonus }) =>
    checkOverride(makeDocument(), makeCriterion(changes), override).map(({ path, code }) => [path, code])

  test.each<[unknown, string[][]]>([
    [{ points: '60.00', bonus: '5' }, []],
    [{ points: '0' }, []],
    [null, [['', 'wrong_shape']]],
    [{}, [['', 'wrong_shape']]],
    [
      { bonus: '6' },
      [
        ['', 'wrong_shape'],
        ['bonus', 'out_of_range'],
      ],
    ],
    [{ points: '1', reason: 'x' }, [['', 'wrong_shape']]],
    [
      { points: '60.001', bonus: null },
      [
        ['bonus', 'not_a_decimal'],
        ['points', 'out_of_range'],
      ],
    ],
    [
      { points: '59.001', bonus: '-1' },
      [
        ['bonus', 'out_of_range'],
        ['points', 'too_precise'],
      ],
    ],
    [
      { points: '1.000', bonus: '5.000' },
      [
        ['bonus', 'too_precise'],
        ['points', 'too_precise'],
      ],
    ],
  ])('%j', (override, expected) => {
    expect(faults(override)).toEqual(expected)
  })

  test('gives no bonus where the criterion has none', () => {
    expect(faults({ points: '1', bonus: '0.00' }, {})).toEqual([])
    expect(faults({ points: '1', bonus: '0.01' }, {})).toEqual([['bonus', 'out_of_range']])
  })
})

test('anything at all is answered with faults, never thrown at', () => {
  fc.assert(
    fc.property(fc.constantFrom(...measures), fc.anything(), fc.string(), (measure, any, field) => {
      const criterion = makeCriterion({ measure })
      for (const answer of [any, { [field]: any }, { target: any, actual: any }, { checked: [any] }]) {
        expect(Array.isArray(checkAnswer(makeDocument(), criterion, answer))).toBe(true)
        expect(Array.isArray(checkOverride(makeDocument(), criterion, answer))).toBe(true)
      }
    }),
  )
})
