import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { readScoringVectors } from '../../test/vectors.ts'
import { checkSubmissions } from './check-submissions.ts'

test.each(readScoringVectors())('$name: bad input is refused whole, with every problem', (vector) => {
  const { criteria, submissions, invalid } = vector
  const { unit } = invalid.submission as { unit: string }
  expect(checkSubmissions(criteria, [invalid.submission])).toEqual(
    invalid.problems.map((problem) => ({ unit, ...problem })),
  )
  expect(checkSubmissions(criteria, submissions)).toEqual([])
})

const document = makeDocument({
  sections: [
    makeSection({
      criteria: [
        makeCriterion(),
        { code: 'H', title: text('H'), criteria: [makeCriterion({ code: 'A.1.value' })] },
      ],
    }),
  ],
  gates: [{ code: 'L', title: text('L'), effect: { kind: 'hold' } }],
})
const faultsOf = (...submissions: unknown[]) =>
  checkSubmissions(document, submissions).map(({ unit, path, code }) => [unit, path, code])

describe('what is not of the shape', () => {
  test('no list at all', () => {
    for (const none of [undefined, null, {}, 'x', 3]) {
      expect(checkSubmissions(document, none)).toEqual([
        { unit: null, path: 'submissions', code: 'wrong_shape' },
      ])
    }
  })

  test('a submission that is none, or has no unit', () => {
    expect(faultsOf(null, [], 'HDU', { answers: {} }, { unit: 7, answers: { Z: 1 } })).toEqual([
      [null, '', 'wrong_shape'],
      [null, '', 'wrong_shape'],
      [null, '', 'wrong_shape'],
      [null, 'unit', 'wrong_shape'],
      [null, 'answers.Z', 'unknown_criterion'],
      [null, 'unit', 'wrong_shape'],
    ])
  })

  test('fields missing, too many, or no objects and lists', () => {
    expect(faultsOf({ unit: 'u', note: '', overrides: null, gates: 'L' })).toEqual([
      ['u', 'answers', 'wrong_shape'],
      ['u', 'gates', 'wrong_shape'],
      ['u', 'note', 'wrong_shape'],
      ['u', 'overrides', 'wrong_shape'],
    ])
  })

  test('a unit twice: the later one', () => {
    expect(
      faultsOf({ unit: 'u', answers: {} }, { unit: 'v', answers: {} }, { unit: 'u', answers: {} }),
    ).toEqual([['u', 'unit', 'duplicate_unit']])
  })
})

describe('what is not in the criteria', () => {
  test('a heading, a section, a name that every object has', () => {
    const answers = JSON.parse('{"H":{},"A":{},"constructor":{},"__proto__":{}}')
    expect(
      faultsOf({ unit: 'u', answers, overrides: { H: 1 } }).map(([, path, code]) => [path, code]),
    ).toEqual(
      ['answers.A', 'answers.H', 'answers.__proto__', 'answers.constructor', 'overrides.H'].map((path) => [
        path,
        'unknown_criterion',
      ]),
    )
  })

  test('gates, each named once', () => {
    expect(faultsOf({ unit: 'u', answers: {}, gates: ['Z', 'L', 'Z', 5, 'L'] })).toEqual([
      ['u', 'gates', 'wrong_shape'],
      ['u', 'gates.Z', 'unknown_gate'],
    ])
  })
})

test('problems stand by path, then code, by code unit; submissions as given', () => {
  const answers = { 'A.1.value': { value: 1, x: 1 }, 'A.1': { value: 'x' }, é: {}, z: {} }
  expect(
    faultsOf({ unit: 'b', answers, overrides: { 'A.1': { points: 'x' } } }, { unit: 'a', answers: { z: 1 } }),
  ).toEqual([
    ['b', 'answers.A.1.value', 'not_a_decimal'],
    ['b', 'answers.A.1.value', 'wrong_shape'],
    ['b', 'answers.A.1.value.value', 'not_a_decimal'],
    ['b', 'answers.z', 'unknown_criterion'],
    ['b', 'answers.é', 'unknown_criterion'],
    ['b', 'overrides.A.1.points', 'not_a_decimal'],
    ['a', 'answers.z', 'unknown_criterion'],
  ])
})

test('anything at all is answered with problems, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (a, b) => {
      const made = { unit: 'u', answers: { 'A.1': a }, overrides: { 'A.1': b }, gates: [a] }
      expect(Array.isArray(checkSubmissions(document, [a, made, { unit: a, answers: b, gates: b }]))).toBe(
        true,
      )
    }),
  )
})
