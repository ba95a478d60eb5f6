import { describe, expect, test } from 'vitest'
import { achievement, type ExplainCase, explain, options, rate, steps } from '../../test/explain.ts'
import { readScoringVectors } from '../../test/vectors.ts'
import type { Measure, Rule } from '../criteria/document.ts'
import { explainCriterion } from './explain.ts'

describe('the calculation', () => {
  const rank: Measure = { kind: 'rank', better: 'higher' }
  const value: Measure = { kind: 'value' }
  const tiers: Rule = {
    kind: 'tiers',
    better: 'higher',
    tiers: [
      { bound: '95', points: '60' },
      { bound: '90', points: '45' },
    ],
  }
  const table: Rule = { kind: 'placeTable', points: ['60', '50'] }
  test.each<[ExplainCase, string]>([
    [{ criterion: { measure: achievement, rule: steps({}) }, answer: rate('102') }, '102 % ≥ 100 % → 60'],
    [
      { criterion: { measure: achievement, rule: steps({ zeroPast: '70' }) }, answer: rate('69.9') },
      '69,9 % < 70 % → 0',
    ],
    [
      { criterion: { measure: achievement, rule: steps({ per: '5' }) }, answer: rate('97.5') },
      '(100 − 97,5) ÷ 5 = 0,5; 60 − 2 × 0,5 = 59',
    ],
    [
      {
        criterion: { measure: achievement, rule: steps({ per: '5', count: 'completed' }) },
        answer: rate('87.5'),
      },
      '(100 − 87,5) ÷ 5 = 2,5 → 2; 60 − 2 × 2 = 56',
    ],
    [
      {
        criterion: { measure: achievement, rule: steps({ per: '5', count: 'started' }) },
        answer: rate('87.5'),
      },
      '(100 − 87,5) ÷ 5 = 2,5 → 3; 60 − 2 × 3 = 54',
    ],
    [
      {
        criterion: { measure: value, unit: 'vụ', rule: steps({ side: 'above', from: '-2' }) },
        answer: { value: '-3' },
      },
      '−3 vụ ≤ −2 vụ → 60',
    ],
    [
      {
        criterion: { measure: value, rule: steps({ side: 'above', from: '-2', zeroPast: '5' }) },
        answer: { value: '6' },
      },
      '6 > 5 → 0',
    ],
    [
      {
        criterion: { measure: value, rule: steps({ side: 'above', from: '-2', per: '2' }) },
        answer: { value: '4' },
      },
      '(4 − (−2)) ÷ 2 = 3; 60 − 2 × 3 = 54',
    ],
    [
      { criterion: { measure: value, rule: steps({ points: '40' }) }, answer: { value: '98' } },
      '60 − 40 × 2 = −20 → 0',
    ],
    [
      {
        criterion: { measure: value, rule: { kind: 'linear', zeroAt: '-50', fullAt: '100' } },
        answer: { value: '25' },
      },
      '60 × (25 − (−50)) ÷ (100 − (−50)) = 30',
    ],
    [
      {
        criterion: { measure: value, rule: { kind: 'linear', zeroAt: '0', fullAt: '100' } },
        answer: { value: '110' },
      },
      '60 × (110 − 0) ÷ (100 − 0) = 66 → 60',
    ],
    [
      {
        criterion: { measure: value, rule: { kind: 'linear', zeroAt: '0', fullAt: '100' } },
        answer: { value: '-10' },
      },
      '60 × (−10 − 0) ÷ (100 − 0) = −6 → 0',
    ],
    [
      { criterion: { measure: { kind: 'share' }, rule: tiers }, answer: { part: '93', whole: '100' } },
      '93 % ≥ 90 % → 45',
    ],
    [
      { criterion: { measure: { kind: 'share' }, rule: tiers }, answer: { part: '3', whole: '100' } },
      '3 % < 90 % → 0',
    ],
    [
      {
        criterion: {
          measure: value,
          rule: { ...tiers, better: 'lower', tiers: [{ bound: '2', points: '9' }] } as Rule,
        },
        answer: { value: '2' },
      },
      '2 ≤ 2 → 9',
    ],
    [
      {
        criterion: {
          measure: value,
          rule: { ...tiers, better: 'lower', tiers: [{ bound: '2', points: '9' }] } as Rule,
        },
        answer: { value: '2.1' },
      },
      '2,1 > 2 → 0',
    ],
    [
      {
        criterion: { measure: { kind: 'count' }, rule: { kind: 'perUnit', points: '0.5' } },
        answer: { count: 7 },
      },
      '0,5 × 7 = 3,5',
    ],
    [
      { criterion: { measure: value, rule: { kind: 'perUnit', points: '50' } }, answer: { value: '-1' } },
      '50 × (−1) = −50 → 0',
    ],
    [{ criterion: { measure: rank }, answer: { value: '5' }, place: 1 }, '60 − 2 × (1 − 1) = 60'],
    [
      {
        criterion: { measure: rank, rule: { kind: 'places', step: '40' } },
        answer: { value: '5' },
        place: 3,
      },
      '60 − 40 × (3 − 1) = −20 → 0',
    ],
    [{ criterion: { measure: rank, rule: table }, answer: { value: '5' }, place: 2 }, 'Hạng 2 → 50'],
    [{ criterion: { measure: rank, rule: table }, answer: { value: '5' }, place: 3 }, 'Hạng 3 → 0'],
    [{ criterion: { measure: rank }, answer: { value: '5' } }, 'Theo hạng trong Cụm.'],
    [{ criterion: { measure: { kind: 'choice', options } }, answer: { option: 'b' } }, '= 1,5'],
    [
      { criterion: { measure: { kind: 'checklist', options } }, answer: { checked: ['c', 'a'] } },
      '20 + 1 = 21',
    ],
    [{ criterion: { measure: { kind: 'checklist', options } }, answer: { checked: [] } }, '= 0'],
    [{ criterion: { measure: { kind: 'judgement' } }, answer: { points: '12.50' } }, '= 12,5'],
  ])('%j', (given, vi) => {
    expect(explain(given).calculation?.vi).toBe(vi)
  })
})

test.each(readScoringVectors())(
  '$name: every calculation ends with the number that was rounded',
  (vector) => {
    const { criteria, submissions } = vector
    const half = 0.5 * 10 ** -criteria.decimals
    submissions.forEach((submission, index) => {
      for (const [criterionCode, result] of Object.entries(vector.expect.results[index]?.criteria ?? {})) {
        const answer = submission.answers[criterionCode]
        const override = submission.overrides?.[criterionCode]
        const trace = explainCriterion(criteria, { criterionCode, answer, override, result })
        const isKnown = result.status === 'scored' && trace.calculation?.en !== 'By the place in the cluster.'
        if (!isKnown) continue
        const last = /(−?)([\d,]+(?:\.\d+)?)$/.exec(trace.calculation?.en ?? '')
        const made = Number(`${last?.[1] === '' ? '' : '-'}${last?.[2]?.replaceAll(',', '')}`)
        expect(Math.abs(made - Number(result.points))).toBeLessThanOrEqual(half + 1e-6)
      }
    })
  },
)
