import { describe, expect, test } from 'vitest'
import { changesOf, options } from '../../test/changes.ts'
import type { Answer } from '../assessments/answer.ts'
import type { Criterion } from '../criteria/document.ts'

const steps = { kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact' } as const

describe('the least answer that is enough, written as finely as the present one', () => {
  test.each<[string, Partial<Criterion>, Answer, Answer]>([
    ['a value', { rule: { kind: 'perUnit', points: '3' } }, { value: '5.0' }, { value: '8.4' }],
    [
      'an achievement',
      { measure: { kind: 'achievement', better: 'higher' }, rule: steps },
      { target: '200', actual: '180' },
      { target: '200', actual: '190' },
    ],
    [
      'an achievement where lower is better',
      { measure: { kind: 'achievement', better: 'lower' }, rule: steps },
      { target: '10', actual: '12.00' },
      { target: '10', actual: '11.50' },
    ],
    [
      'a gap',
      { measure: { kind: 'gap', better: 'higher' }, rule: { kind: 'linear', zeroAt: '-30', fullAt: '30' } },
      { target: '0', actual: '-10' },
      { target: '0', actual: '0' },
    ],
    [
      'a gap where lower is better',
      { measure: { kind: 'gap', better: 'lower' }, rule: { kind: 'linear', zeroAt: '-30', fullAt: '30' } },
      { target: '0', actual: '10' },
      { target: '0', actual: '0' },
    ],
    [
      'a share',
      { measure: { kind: 'share' }, rule: { kind: 'perUnit', points: '1' } },
      { part: '1', whole: '50' },
      { part: '6', whole: '50' },
    ],
    [
      'a count',
      { measure: { kind: 'count' }, rule: { kind: 'perUnit', points: '4' } },
      { count: 2 },
      { count: 5 },
    ],
    [
      'a count where fewer is better',
      { measure: { kind: 'count' }, rule: { ...steps, side: 'above', from: '0' } },
      { count: 9 },
      { count: 4 },
    ],
    [
      'tiers',
      {
        rule: {
          kind: 'tiers',
          better: 'lower',
          tiers: [
            { bound: '1', points: '60' },
            { bound: '5', points: '12' },
          ],
        },
      },
      { value: '9.5' },
      { value: '5.0' },
    ],
    [
      'a bonus, where points are full',
      {
        rule: steps,
        bonus: { from: '100', side: 'above', per: '1', points: '2', count: 'completed', cap: '20' },
      },
      { value: '100' },
      { value: '105' },
    ],
    ['a judgement', { measure: { kind: 'judgement' } }, { points: '3' }, { points: '13.00' }],
    [
      'a judgement in steps',
      { measure: { kind: 'judgement', step: '1.5' } },
      { points: '3' },
      { points: '13.5' },
    ],
    ['a choice', { measure: { kind: 'choice', options } }, { option: 'half' }, { option: 'all' }],
    [
      'a checklist',
      { measure: { kind: 'checklist', options } },
      { checked: ['half'] },
      { checked: ['half', 'all'] },
    ],
  ])('%s', (_, ...row) => {
    const [criterion, answer, expected] = row
    expect(changesOf(criterion, answer)).toMatchObject([{ answer: expected, newRank: 1 }])
  })

  test('in a penalty section it is the other way round', () => {
    const section = { role: 'penalty' } as const
    const lead = '3'
    const low = { answers: { 'A.1': { count: 5 }, 'B.1': { points: '6' } } }
    const given = { lead: '9', section, low }
    const criterion: Partial<Criterion> = {
      measure: { kind: 'count' },
      rule: { kind: 'perUnit', points: '1' },
      maxPoints: '5',
    }
    expect(changesOf(criterion, { count: 5 }, given)).toEqual([
      {
        criterion: 'A.1',
        gain: lead.padEnd(4, '.00'),
        from: { points: '5.00', bonus: '0.00' },
        to: { points: '2.00', bonus: '0.00' },
        answer: { count: 2 },
        newRank: 1,
      },
    ])
    const judgement = { measure: { kind: 'judgement' } } as const
    const points = { points: '5' }
    const lowJudged = { ...given, low: { answers: { 'A.1': points, 'B.1': { points: '6' } } } }
    expect(changesOf(judgement, points, lowJudged)).toMatchObject([{ answer: { points: '2.00' } }])
  })
})
