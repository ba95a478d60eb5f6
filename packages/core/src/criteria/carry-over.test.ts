import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument, anySubmissions } from '../../test/any.ts'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import type { Answer } from '../assessments/answer.ts'
import { carryAnswers, carryOver, carryOverride } from './carry-over.ts'
import { compareCriteria } from './compare.ts'
import type { Criterion, Measure } from './document.ts'

const document = makeDocument()
const title = text('Thu ngân sách trên địa bàn')
const carry = (answer: Answer, before: Partial<Criterion>, after: Partial<Criterion>) =>
  carryOver(answer, {
    before: makeCriterion({ title, ...before }),
    after: makeCriterion({ title, ...before, ...after }),
    document,
  })
const refused = (why: string, faults: unknown[] = []) => ({ fits: false, why, faults })

describe('an answer under a newer document', () => {
  const judgement: Measure = { kind: 'judgement' }
  const options = [{ key: 'a', title: text('Có'), points: '1' }]

  test('fits where only words, points, rule or number changed', () => {
    expect(
      carry({ value: '7' }, {}, { code: 'B.2', maxPoints: '9', rule: { kind: 'perUnit', points: '3' } }),
    ).toEqual({
      fits: true,
    })
    expect(carry({ value: '7' }, {}, { title: text('Thu ngân sách nội địa trên địa bàn tỉnh') })).toEqual({
      fits: true,
    })
    expect(carry({ notApplicable: true }, { notApplicable: 'full' }, { notApplicable: 'rescale' })).toEqual({
      fits: true,
    })
  })

  test('does not fit a criterion that has got its code and another title', () => {
    expect(carry({ value: '7' }, {}, { title: text('Trường đạt chuẩn quốc gia') })).toEqual(
      refused('criterion-replaced'),
    )
    expect(carry({ value: '7' }, { title: text('') }, { title })).toEqual({ fits: true })
  })

  test('does not fit another measure or another unit of count', () => {
    expect(carry({ value: '7' }, {}, { measure: { kind: 'rank', better: 'higher' } })).toEqual(
      refused('measure-changed'),
    )
    expect(carry({ value: '7' }, { unit: '%' }, { unit: 'tỷ đồng' })).toEqual(refused('unit-changed'))
    expect(carry({ value: '7' }, {}, { unit: '%' })).toEqual(refused('unit-changed'))
  })

  test('of judgement does not fit another scale', () => {
    expect(carry({ points: '7' }, { measure: judgement }, {})).toEqual({ fits: true })
    expect(carry({ points: '7' }, { measure: judgement }, { maxPoints: '80' })).toEqual(
      refused('scale-changed'),
    )
  })

  test('does not fit where it is no sound answer any more, and its faults say why', () => {
    const twoPoints: Measure = { kind: 'judgement', step: '2' }
    expect(carry({ points: '7' }, { measure: judgement }, { measure: twoPoints })).toEqual(
      refused('answer-refused', [{ path: 'points', code: 'not_a_step' }]),
    )
    const other: Measure = { kind: 'choice', options: [{ key: 'b', title: text('Không'), points: '1' }] }
    expect(carry({ option: 'a' }, { measure: { kind: 'choice', options } }, { measure: other })).toEqual(
      refused('answer-refused', [{ path: 'option', code: 'unknown_option' }]),
    )
    const { notApplicable: _, ...without } = makeCriterion({ title, notApplicable: 'full' })
    const pair = { before: makeCriterion({ title, notApplicable: 'full' }), after: without, document }
    expect(carryOver({ notApplicable: true }, pair)).toEqual(
      refused('answer-refused', [{ path: 'notApplicable', code: 'not_applicable_forbidden' }]),
    )
  })
})

describe('an appraiser’s points under a newer document', () => {
  const override = (before: Partial<Criterion>, after: Partial<Criterion>, decimals = 2) =>
    carryOverride(
      { points: '7.25' },
      {
        before: makeCriterion({ title, ...before }),
        after: makeCriterion({ title, ...before, ...after }),
        document: { ...document, decimals },
      },
    )

  test('stand where nothing that made them changed', () => {
    expect(override({}, { code: 'B.2', evidence: 'required' })).toEqual({ fits: true })
  })

  test('do not stand under another rule, maximum, measure or bonus, nor for another criterion', () => {
    expect(override({}, { maxPoints: '61' })).toEqual(refused('rule-changed'))
    expect(override({}, { rule: { kind: 'perUnit', points: '2' } })).toEqual(refused('rule-changed'))
    expect(override({}, { measure: { kind: 'count' } })).toEqual(refused('rule-changed'))
    expect(override({}, { title: text('Trường đạt chuẩn') })).toEqual(refused('criterion-replaced'))
  })

  test('do not stand where the document counts less finely', () => {
    expect(override({}, {}, 1)).toEqual(refused('answer-refused', [{ path: 'points', code: 'too_precise' }]))
  })
})

describe('one unit’s answers under a newer document', () => {
  test('go to the new codes; the others are named with why, by their old ones', () => {
    const named = (code: string, changes: Partial<Criterion> = {}) =>
      makeCriterion({ code, title: text(`Tiêu chí ${code}`), ...changes })
    const before = makeDocument({
      sections: [makeSection({ criteria: ['A.1', 'A.2', 'A.3', 'A.4'].map((code) => named(code)) })],
    })
    const after = makeDocument({
      sections: [
        makeSection({
          criteria: [
            named('A.2', { unit: '%' }),
            named('A.9', { title: text('Tiêu chí A.1') }),
            named('A.3'),
          ],
        }),
      ],
    })
    const answers = { 'A.4': { value: '4' }, 'A.1': { value: '1' }, 'A.2': { value: '2' } }
    expect(carryAnswers(compareCriteria(before, after), answers)).toEqual({
      answers: { 'A.9': { value: '1' } },
      carried: [{ from: 'A.1', to: 'A.9' }],
      notCarried: [
        { code: 'A.2', why: 'unit-changed', faults: [] },
        { code: 'A.4', why: 'criterion-removed', faults: [] },
      ],
    })
  })

  test('are all carried where nothing changed', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const any = anyDocument(draw)
        const comparison = compareCriteria(any, any)
        for (const { answers } of anySubmissions(draw, any)) {
          const { carried, notCarried, answers: same } = carryAnswers(comparison, answers)
          expect(same).toEqual(answers)
          expect(notCarried).toEqual([])
          expect(carried.every(({ from, to }) => from === to)).toBe(true)
        }
      }),
    )
  })

  test('are each carried or named, none twice, whatever changed', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const [before, after] = [anyDocument(draw), anyDocument(draw)]
        const comparison = compareCriteria(before, after)
        for (const { answers } of anySubmissions(draw, before)) {
          const { carried, notCarried } = carryAnswers(comparison, answers)
          const codes = [...carried.map(({ from }) => from), ...notCarried.map(({ code }) => code)]
          expect(codes.sort()).toEqual(Object.keys(answers).sort())
        }
      }),
    )
  })
})
