import { describe, expect, test } from 'vitest'
import { achievement, bonus, explain, rate, steps } from '../../test/explain.ts'
import { makeDocument } from '../../test/make.ts'
import type { Bonus, Criterion } from '../criteria/document.ts'
import { explainCriterion } from './explain.ts'
import { compileCriteria, scoreAlone } from './score.ts'

test('the whole trace of one criterion reads as an official would say it', () => {
  const trace = explain({
    criterion: { measure: achievement, rule: steps({ zeroPast: '70' }), bonus },
    answer: { target: '17700', actual: '17180' },
  })
  expect(trace).toEqual({
    status: null,
    measure: {
      vi: '17.180 ÷ 17.700 × 100 = 97,062147 %',
      en: '17,180 ÷ 17,700 × 100 = 97.062147 %',
    },
    rule: {
      vi: 'Từ 100 % trở lên: đủ 60 điểm. Thiếu 1 điểm phần trăm trừ 2 điểm, tính cả phần lẻ. Dưới 70 %: 0 điểm.',
      en: '100 % or more: all 60 points. Each 1 percentage point below takes 2 points off, parts counted. Below 70 %: 0 points.',
    },
    calculation: { vi: '60 − 2 × 2,937853 = 54,124294', en: '60 − 2 × 2.937853 = 54.124294' },
    rounding: { vi: 'Hai chữ số, từ 5 thì lên: 54,12', en: 'Two digits, 5 rounds up: 54.12' },
    bonus: {
      vi: 'Vượt 100 % mới có: cứ vượt đủ 2 điểm phần trăm được 1 điểm, tối đa 10. Lần này: 0.',
      en: 'Only above 100 %: each full 2 percentage points above gives 1 point, at most 10. This time: 0.',
    },
  })
})

describe('the bonus', () => {
  const rule = steps({})
  test.each<[Partial<Bonus>, string, string]>([
    [{}, '105', '(105 − 100) ÷ 2 = 2,5 → 2; 1 × 2 = 2'],
    [{ count: 'started' }, '105', '(105 − 100) ÷ 2 = 2,5 → 3; 1 × 3 = 3'],
    [{ count: 'exact', per: '1' }, '105.5', '1 × 5,5 = 5,5'],
    [{ cap: '1' }, '105', '(105 − 100) ÷ 2 = 2,5 → 2; 1 × 2 = 2 → 1'],
    [{ side: 'below' }, '95', '(100 − 95) ÷ 2 = 2,5 → 2; 1 × 2 = 2'],
    [{ side: 'below' }, '100', '0'],
  ])('%j at %s', (changes, actual, vi) => {
    const trace = explain({
      criterion: { measure: achievement, rule, bonus: { ...bonus, ...changes } },
      answer: rate(actual),
    })
    expect(trace.bonus?.vi.endsWith(`Lần này: ${vi}.`)).toBe(true)
  })

  test.each<[Partial<Bonus>, string]>([
    [
      { count: 'exact', per: '1' },
      'Vượt 100 % mới có: vượt 1 điểm phần trăm được 1 điểm, tính cả phần lẻ, tối đa 10.',
    ],
    [
      { side: 'below', count: 'started' },
      'Dưới 100 % mới có: cứ thiếu 2 điểm phần trăm, kể cả chưa đủ, được 1 điểm, tối đa 10.',
    ],
  ])('%j in words', (changes, vi) => {
    const trace = explain({ criterion: { measure: achievement, rule, bonus: { ...bonus, ...changes } } })
    expect(trace.bonus?.vi).toBe(`${vi} Lần này: 0,00.`)
  })

  test('a criterion without one says nothing of it', () => {
    expect(explain({ criterion: {} }).bonus).toBeNull()
  })
})

describe('the status', () => {
  const criterion: Partial<Criterion> = { measure: achievement, rule: steps({}), bonus }

  test('no answer makes no points, and says so', () => {
    expect(explain({ criterion })).toMatchObject({
      status: { vi: 'Chưa có câu trả lời: 0 điểm.', en: 'No answer yet: 0 points.' },
      measure: null,
      calculation: null,
      rounding: null,
    })
  })

  test.each([
    ['full', 'Không được giao chỉ tiêu: được đủ 60 điểm.'],
    [
      'rescale',
      'Không được giao chỉ tiêu: không tính tiêu chí này, điểm của phần được quy đổi từ các tiêu chí còn lại.',
    ],
  ] as const)('not applicable, %s', (notApplicable, vi) => {
    const trace = explain({ criterion: { ...criterion, notApplicable }, answer: { notApplicable: true } })
    expect(trace).toMatchObject({ status: { vi }, measure: null, calculation: null, rounding: null })
  })

  test('a rank measure scored alone is pending', () => {
    const trace = explain({
      criterion: { measure: { kind: 'rank', better: 'lower' } },
      answer: { value: '3' },
      isAlone: true,
    })
    expect(trace.status?.vi).toBe('Điểm theo hạng trong Cụm, tính khi cả Cụm cùng chấm; tạm tính 0 điểm.')
    expect(trace).toMatchObject({ measure: { en: 'Reported value: 3' }, calculation: null, rounding: null })
  })

  test('an override says what it replaces, and what the rule would have given', () => {
    const trace = explain({ criterion, answer: rate('99'), override: { points: '40' } })
    expect(trace).toMatchObject({
      status: {
        vi: 'Tổ thẩm định ấn định 40,00 điểm, thay cho điểm tính theo quy tắc.',
        en: 'The appraisers set 40.00 points in place of what the rule gives.',
      },
      calculation: { vi: '60 − 2 × 1 = 58' },
      rounding: null,
    })
  })

  test('an override of the bonus stands in place of its formula', () => {
    const trace = explain({ criterion, answer: rate('110'), override: { points: '60', bonus: '1.5' } })
    expect(trace.status?.vi).toBe(
      'Tổ thẩm định ấn định 60,00 điểm, thay cho điểm tính theo quy tắc; điểm thưởng 1,50.',
    )
    expect(trace.status?.en).toBe(
      'The appraisers set 60.00 points in place of what the rule gives; bonus 1.50.',
    )
    expect(trace.bonus?.vi.endsWith('Lần này: 1,50.')).toBe(true)
  })
})

test.each([
  [0, 'Không chữ số lẻ, từ 5 thì lên: 1'],
  [1, 'Một chữ số, từ 5 thì lên: 1,0'],
  [3, 'Ba chữ số, từ 5 thì lên: 1,000'],
])('rounding to %d digits is said in words', (decimals, vi) => {
  const document = makeDocument({ decimals })
  const answer = { value: '1' }
  const result = scoreAlone(compileCriteria(document), { unit: 'X', answers: { 'A.1': answer } }).criteria[
    'A.1'
  ]
  if (!result) throw new Error('no result')
  const trace = explainCriterion(document, { criterionCode: 'A.1', answer, override: undefined, result })
  expect(trace.rounding?.vi).toBe(vi)
})

test('a criterion that is not there has no trace', () => {
  const result = { status: 'missing', measure: null, points: '0', bonus: '0' } as const
  const given = { criterionCode: 'Z', answer: undefined, override: undefined, result }
  expect(() => explainCriterion(makeDocument(), given)).toThrow(RangeError)
})
