import { describe, expect, test } from 'vitest'
import { criterion, type Fault, faultsOf } from '../../test/faults.ts'
import { makeCriterion, makeDocument, makeSection } from '../../test/make.ts'
import { checkCriteria } from './check.ts'

const linear = { kind: 'linear', zeroAt: '0', fullAt: '100' }
const steps = { kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact' }
const bonus = { from: '100', side: 'above', per: '1', points: '2', count: 'exact', cap: '5' }
const tiers = (...each: [string, string][]) => ({
  kind: 'tiers',
  better: 'higher',
  tiers: each.map(([bound, points]) => ({ bound, points })),
})

describe('a kind that is missing or unknown', () => {
  test.each<[string, object, Fault[]]>([
    [
      'in a measure, where rule and bonus are looked into all the same',
      { measure: { kind: 'guess', better: 5 }, rule: { ...steps, per: '0' }, bonus: { ...bonus, cap: '-1' } },
      [
        [`${criterion}.bonus.cap`, 'negative'],
        [`${criterion}.measure.kind`, 'unknown_value'],
        [`${criterion}.rule.per`, 'not_positive'],
      ],
    ],
    [
      'in a measure, where places are not forbidden',
      { measure: {}, rule: { kind: 'places', step: '-1' } },
      [
        [`${criterion}.measure`, 'wrong_shape'],
        [`${criterion}.rule.step`, 'negative'],
      ],
    ],
    [
      'in a measure, where no rule is missing',
      { measure: { kind: null }, rule: undefined },
      [
        [`${criterion}.measure.kind`, 'unknown_value'],
        [`${criterion}.rule`, 'wrong_shape'],
      ],
    ],
    [
      'in a rule, of which nothing else is named',
      { rule: { kind: 'magic', per: '0', x: 1 } },
      [[`${criterion}.rule.kind`, 'unknown_value']],
    ],
    ['in a rule that says none', { rule: { per: '0' } }, [[`${criterion}.rule`, 'wrong_shape']]],
    ['in no measure at all', { measure: undefined }, [[`${criterion}.measure`, 'wrong_shape']]],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults)
  })
})

describe('a rule or bonus', () => {
  test.each<[string, object, Fault[]]>([
    ['missing', { measure: { kind: 'count' }, rule: null }, [[`${criterion}.rule`, 'wrong_shape']]],
    [
      'forbidden is not looked into',
      { measure: { kind: 'judgement' }, rule: { kind: 'magic' }, bonus: null },
      [
        [`${criterion}.bonus`, 'bonus_forbidden'],
        [`${criterion}.rule`, 'rule_forbidden'],
      ],
    ],
    [
      'of places without rank is not looked into',
      { rule: { kind: 'places', step: '-1' } },
      [[`${criterion}.rule.kind`, 'rule_forbidden']],
    ],
    [
      'of a rank that is a line',
      { measure: { kind: 'rank', better: 'higher' }, rule: { ...linear, fullAt: '0' }, bonus },
      [
        [`${criterion}.bonus`, 'bonus_forbidden'],
        [`${criterion}.rule.kind`, 'rule_forbidden'],
      ],
    ],
    [
      'with a field too many: the faults of those that are there are named too',
      { rule: { ...steps, per: '-1', x: 1 } },
      [
        [`${criterion}.rule`, 'wrong_shape'],
        [`${criterion}.rule.per`, 'not_positive'],
      ],
    ],
    [
      'bonus with zeroPast, which only steps have',
      { rule: linear, bonus: { ...bonus, zeroPast: 'x' } },
      [[`${criterion}.bonus`, 'wrong_shape']],
    ],
    [
      'bonus without a cap, which null is not',
      { bonus: { ...bonus, cap: null } },
      [[`${criterion}.bonus.cap`, 'not_a_decimal']],
    ],
    [
      'with ends that are written differently but the same',
      { rule: { ...linear, zeroAt: '100.0' } },
      [[`${criterion}.rule.fullAt`, 'same_ends']],
    ],
    ['with zeroPast at from', { rule: { ...steps, zeroPast: '100' } }, []],
    [
      'with zeroPast on the other side',
      { rule: { ...steps, zeroPast: '100.01' } },
      [[`${criterion}.rule.zeroPast`, 'wrong_side']],
    ],
    [
      'with zeroPast on the other side, above',
      { rule: { ...steps, side: 'above', zeroPast: '99' } },
      [[`${criterion}.rule.zeroPast`, 'wrong_side']],
    ],
    [
      'with a side that is none: zeroPast is compared with nothing',
      { rule: { ...steps, side: 'left', zeroPast: '101' } },
      [[`${criterion}.rule.side`, 'unknown_value']],
    ],
    [
      'with tiers out of order',
      { rule: tiers(['90', '50'], ['95', '60.5'], ['95', '40']) },
      [
        [`${criterion}.rule.tiers.1.bound`, 'not_sorted'],
        [`${criterion}.rule.tiers.1.points`, 'out_of_range'],
        [`${criterion}.rule.tiers.2.bound`, 'not_sorted'],
      ],
    ],
    [
      'with tiers compared with the last sound one',
      { rule: tiers(['90', '50'], ['x', '-1'], ['89', '51']) },
      [
        [`${criterion}.rule.tiers.1.bound`, 'not_a_decimal'],
        [`${criterion}.rule.tiers.1.points`, 'negative'],
        [`${criterion}.rule.tiers.2.points`, 'not_sorted'],
      ],
    ],
    [
      'with tiers of unknown order',
      { rule: { ...tiers(['90', '50'], ['95', '40']), better: 'up' } },
      [[`${criterion}.rule.better`, 'unknown_value']],
    ],
    ['with lower tiers in order', { rule: { ...tiers(['1', '50'], ['2', '40']), better: 'lower' } }, []],
    [
      'with tiers that are no objects',
      { rule: { kind: 'tiers', better: 'higher', tiers: [null] } },
      [[`${criterion}.rule.tiers.0`, 'wrong_shape']],
    ],
    ['without tiers', { rule: { kind: 'tiers', better: 'higher' } }, [[`${criterion}.rule`, 'wrong_shape']]],
    [
      'with an empty table',
      { measure: { kind: 'rank', better: 'lower' }, rule: { kind: 'placeTable', points: [] } },
      [[`${criterion}.rule.points`, 'empty']],
    ],
    [
      'with a table that is no list',
      { measure: { kind: 'rank', better: 'lower' }, rule: { kind: 'placeTable', points: '5' } },
      [[`${criterion}.rule.points`, 'wrong_shape']],
    ],
  ])('%s', (_, changes, faults) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    expect(faultsOf(given)).toEqual(faults)
  })

  test('that is not there is missing, and its place is the rule', () => {
    const { rule: _, ...without } = makeCriterion()
    const document = makeDocument({ sections: [makeSection({ criteria: [without] })] })
    expect(checkCriteria(document)).toEqual([{ path: `${criterion}.rule`, code: 'rule_missing' }])
  })
})
