import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection } from '../../test/make.ts'
import type { Bonus, Criterion, Measure, Rule } from '../criteria/document.ts'
import type { Answer } from './answer.ts'
import { compileCriteria, scoreUnits } from './score.ts'

function scored(changes: Partial<Criterion>, answer: Answer, decimals = 2) {
  const criterion = makeCriterion({ maxPoints: '10', ...changes })
  const document = makeDocument({ decimals, sections: [makeSection({ criteria: [criterion] })] })
  const [result] = scoreUnits(compileCriteria(document), [{ unit: 'u', answers: { 'A.1': answer } }])
  return result?.criteria['A.1']
}

const steps = (changes: object): Rule =>
  ({ kind: 'steps', from: '100', side: 'below', per: '2', points: '1', count: 'exact', ...changes }) as Rule
const tiers: Rule = {
  kind: 'tiers',
  better: 'higher',
  tiers: [
    { bound: '90', points: '10' },
    { bound: '80', points: '4.005' },
  ],
}

describe('m', () => {
  test.each<[Measure, Answer, string]>([
    [{ kind: 'value' }, { value: '-0' }, '0.000000'],
    [{ kind: 'value' }, { value: '-0.000001' }, '-0.000001'],
    [{ kind: 'achievement', better: 'higher' }, { target: '3', actual: '2' }, '66.666667'],
    [{ kind: 'achievement', better: 'higher' }, { target: '3', actual: '-2' }, '-66.666667'],
    [{ kind: 'achievement', better: 'lower' }, { target: '0.5', actual: '0.75' }, '50.000000'],
    [{ kind: 'achievement', better: 'lower' }, { target: '1', actual: '2' }, '0.000000'],
    [
      { kind: 'achievement', better: 'higher' },
      { target: '999999999999.999999', actual: '-999999999999.999999' },
      '-100.000000',
    ],
    [
      { kind: 'achievement', better: 'higher' },
      { target: '0.000001', actual: '999999999999.999999' },
      '99999999999999999900.000000',
    ],
    [{ kind: 'gap', better: 'higher' }, { target: '0.1', actual: '0.3' }, '0.200000'],
    [{ kind: 'gap', better: 'lower' }, { target: '0.10', actual: '0.3' }, '-0.200000'],
    [{ kind: 'share' }, { part: '1', whole: '7' }, '14.285714'],
    [{ kind: 'count' }, { count: 999999999999 }, '999999999999.000000'],
    [{ kind: 'rank', better: 'lower' }, { value: '-12.5' }, '-12.500000'],
  ])('of %j, %j, is %s', (measure, answer, m) => {
    expect(scored({ measure }, answer)?.measure).toBe(m)
  })
})

describe('points', () => {
  test.each<[Rule, string, string]>([
    [{ kind: 'linear', zeroAt: '50', fullAt: '80' }, '60', '3.33'],
    [{ kind: 'linear', zeroAt: '50', fullAt: '80' }, '49.9', '0.00'],
    [{ kind: 'linear', zeroAt: '50', fullAt: '80' }, '80.1', '10.00'],
    [{ kind: 'linear', zeroAt: '9', fullAt: '0' }, '3', '6.67'],
    [{ kind: 'linear', zeroAt: '9', fullAt: '0' }, '-3', '10.00'],
    [steps({}), '100', '10.00'],
    [steps({}), '97', '8.50'],
    [steps({ count: 'completed' }), '97', '9.00'],
    [steps({ count: 'completed' }), '96', '8.00'],
    [steps({ count: 'started' }), '97', '8.00'],
    [steps({ count: 'started' }), '96', '8.00'],
    [steps({ count: 'started' }), '99.999999', '9.00'],
    [steps({}), '70', '0.00'],
    [steps({ zeroPast: '96' }), '96', '8.00'],
    [steps({ zeroPast: '96' }), '95.999999', '0.00'],
    [steps({ side: 'above' }), '99', '10.00'],
    [steps({ side: 'above', zeroPast: '104' }), '104', '8.00'],
    [steps({ side: 'above', zeroPast: '104' }), '104.000001', '0.00'],
    [steps({ points: '0.005', per: '1' }), '99', '10.00'],
    [steps({ points: '0.006', per: '1' }), '99', '9.99'],
    [tiers, '90', '10.00'],
    [tiers, '89.999999', '4.01'],
    [tiers, '79', '0.00'],
    [
      {
        kind: 'tiers',
        better: 'lower',
        tiers: [
          { bound: '1', points: '10' },
          { bound: '2', points: '5' },
        ],
      },
      '1.5',
      '5.00',
    ],
    [{ kind: 'tiers', better: 'lower', tiers: [{ bound: '1', points: '10' }] }, '1.1', '0.00'],
    [{ kind: 'perUnit', points: '0.333' }, '5', '1.67'],
    [{ kind: 'perUnit', points: '3' }, '-1', '0.00'],
    [{ kind: 'perUnit', points: '3' }, '4', '10.00'],
  ])('%j at %s: %s', (rule, value, points) => {
    expect(scored({ rule }, { value })?.points).toBe(points)
  })

  test('a half rounds up, once', () => {
    expect(scored({ rule: { kind: 'perUnit', points: '1' } }, { value: '2.5' }, 0)?.points).toBe('3')
    expect(scored({ rule: { kind: 'perUnit', points: '1' } }, { value: '2.4999' }, 0)?.points).toBe('2')
    expect(scored({ rule: { kind: 'perUnit', points: '1' } }, { value: '2.4445' }, 3)?.points).toBe('2.445')
  })
})

describe('a bonus', () => {
  const bonus: Bonus = { from: '100', side: 'above', per: '2', points: '1.5', count: 'completed', cap: '4' }
  test.each<[Partial<Bonus>, string, string]>([
    [{}, '100', '0.00'],
    [{}, '101.9', '0.00'],
    [{}, '102', '1.50'],
    [{}, '110', '4.00'],
    [{ count: 'started' }, '100.1', '1.50'],
    [{ count: 'exact' }, '101', '0.75'],
    [{ side: 'below' }, '97', '1.50'],
    [{ side: 'below' }, '101', '0.00'],
    [{ cap: '0' }, '110', '0.00'],
  ])('%j at %s: %s', (changes, value, expected) => {
    const result = scored(
      { rule: { kind: 'perUnit', points: '0.01' }, bonus: { ...bonus, ...changes } },
      { value },
    )
    expect(result?.bonus).toBe(expected)
  })
})

test('options sum exactly and are rounded once', () => {
  const title = { vi: '', en: '' }
  const options = ['a', 'b', 'c'].map((key) => ({ key, title, points: '0.004' }))
  const measure: Measure = { kind: 'checklist', options }
  expect(scored({ measure }, { checked: ['a', 'b', 'c'] })?.points).toBe('0.01')
  expect(scored({ measure }, { checked: ['a'] })?.points).toBe('0.00')
  expect(scored({ measure: { kind: 'judgement' } }, { points: '1.005' })?.points).toBe('1.01')
})
