import { describe, expect, test } from 'vitest'
import type { CriteriaDocument, Criterion } from '../criteria/document.ts'
import { listTargetCriteria, registrationContent, targetFault, targetFaults } from './registration.ts'

const both = (text: string) => ({ vi: text, en: text })
const criterion = (code: string, rest: Partial<Criterion>): Criterion => ({
  code,
  title: both(code),
  maxPoints: '10',
  measure: { kind: 'value' },
  ...rest,
})
const growth = criterion('A1', { measure: { kind: 'achievement', better: 'higher' } })
const poverty = criterion('A2', { measure: { kind: 'gap', better: 'lower' } })
const share = criterion('A3', { measure: { kind: 'share' } })
const document = {
  format: 'bangvang.criteria/1',
  code: 'C',
  year: 2020,
  title: both('C'),
  decimals: 2,
  maxPoints: '30',
  sections: [
    {
      code: 'I',
      title: both('I'),
      role: 'scored',
      criteria: [{ code: 'H', title: both('H'), criteria: [growth, share] }, poverty],
    },
  ],
} as CriteriaDocument

describe('what is registered', () => {
  test('targets stand for the criteria whose answer names one, under headings too', () => {
    expect(listTargetCriteria(document).map((placed) => placed.criterion.code)).toEqual(['A1', 'A2'])
  })

  test.each([
    [growth, '7.5', null],
    [growth, '0', 'not_positive'],
    [growth, '7,5', 'not_a_decimal'],
    [poverty, '-1', null],
    [share, '7', 'wrong_shape'],
  ] as const)('a target of %o is taken as an answer’s would be', (of, target, fault) => {
    expect(targetFault(document, of, target)).toBe(fault)
  })

  test('a target the criteria no longer have, or no longer take, is named', () => {
    const targets = ['A1', 'A3', 'Z9'].map((criterionCode) => ({ criterionCode, target: '1', note: '' }))
    expect(targetFaults(document, targets)).toEqual([
      { criterionCode: 'A3', code: 'wrong_shape' },
      { criterionCode: 'Z9', code: 'unknown_criterion' },
    ])
  })

  test('what is signed has targets by code and movements as entered, and nothing that is not said', () => {
    const content = registrationContent({
      season: { id: 'S-2020', year: 2020, clusterName: both('Cụm') },
      unit: { code: 'HDU', name: 'Hải Dương' },
      criteria: { number: 1, sha256: 'aa' },
      targets: [
        { criterionCode: 'A2', target: '1', note: '' },
        { criterionCode: 'A1', target: '7.5', note: 'NQ 12', version: 3 } as never,
      ],
      movements: [{ title: 'B', content: '' }, { title: 'A', content: 'x', id: '1' } as never],
    })
    expect(content.targets).toEqual([
      { criterionCode: 'A1', target: '7.5', note: 'NQ 12' },
      { criterionCode: 'A2', target: '1', note: '' },
    ])
    expect(content.movements).toEqual([
      { title: 'B', content: '' },
      { title: 'A', content: 'x' },
    ])
  })
})
