import { describe, expect, test } from 'vitest'
import { type Fault, faultsOf } from '../../test/faults.ts'
import { text } from '../../test/make.ts'

describe('what stands beside the criteria', () => {
  const gate = (code: string, effect: unknown) => ({ code, title: text('g'), effect })
  const grade = (code: string, atLeast: string, more: object = {}) => ({
    code,
    title: text('g'),
    atLeast,
    ...more,
  })
  test.each<[string, object, Fault[]]>([
    [
      'effects',
      {
        gates: [
          gate('A', { kind: 'gradeCap', grade: 'Z' }),
          gate('B', {}),
          gate('C', { kind: 'hold', grade: 'X' }),
          gate('D', { kind: 'x' }),
          gate('E', null),
          gate('F', { kind: 'gradeCap' }),
        ],
      },
      [
        ['gates.0.effect.grade', 'unknown_grade'],
        ['gates.1.effect', 'wrong_shape'],
        ['gates.2.effect', 'wrong_shape'],
        ['gates.3.effect.kind', 'unknown_value'],
        ['gates.4.effect', 'wrong_shape'],
        ['gates.5.effect', 'wrong_shape'],
      ],
    ],
    [
      'codes of gates and grades, each among themselves',
      {
        gates: [gate('A', { kind: 'hold' }), gate('A', { kind: 'hold' }), gate(' B', { kind: 'hold' })],
        grades: [grade('A', '9'), grade('12', '5'), grade('A', '1')],
      },
      [
        ['gates.1.code', 'duplicate_code'],
        ['gates.2.code', 'bad_code'],
        ['grades.1.code', 'bad_code'],
        ['grades.2.code', 'duplicate_code'],
      ],
    ],
    [
      'grades out of order, after the last sound one',
      { grades: [grade('X', '9'), grade('Y', '-1'), grade('Z', '9.01'), grade('W', '9.01')] },
      [
        ['grades.1.atLeast', 'negative'],
        ['grades.2.atLeast', 'not_sorted'],
      ],
    ],
    [
      'what a grade requires',
      {
        grades: [
          grade('X', '9', {
            require: [{ section: 'A', atLeast: '1' }, { section: 'A.1', atLeast: '-1' }, {}],
          }),
          grade('Y', '1', { require: 'A' }),
        ],
      },
      [
        ['grades.0.require.1.atLeast', 'negative'],
        ['grades.0.require.1.section', 'unknown_section'],
        ['grades.0.require.2', 'wrong_shape'],
        ['grades.1.require', 'wrong_shape'],
      ],
    ],
    [
      'a capped grade that has a bad code is found',
      { gates: [gate('A', { kind: 'gradeCap', grade: '1' })], grades: [grade('1', '9')] },
      [['grades.0.code', 'bad_code']],
    ],
    [
      'tie-breakers',
      {
        tieBreakers: [
          { section: 'A' },
          { section: 'A' },
          { criterion: 'A' },
          { amount: 'all' },
          { section: 'A', criterion: 'Z' },
          {},
          null,
          { total: 1 },
          { section: { toString: null } },
        ],
      },
      [
        ['tieBreakers.1', 'duplicate_tie_breaker'],
        ['tieBreakers.2.criterion', 'unknown_criterion'],
        ['tieBreakers.3.amount', 'unknown_value'],
        ['tieBreakers.4', 'wrong_shape'],
        ['tieBreakers.4.criterion', 'unknown_criterion'],
        ['tieBreakers.5', 'wrong_shape'],
        ['tieBreakers.6', 'wrong_shape'],
        ['tieBreakers.7', 'wrong_shape'],
        ['tieBreakers.8.section', 'unknown_section'],
      ],
    ],
    [
      'lists that are none',
      { gates: null, grades: {}, tieBreakers: 'x' },
      [
        ['gates', 'wrong_shape'],
        ['grades', 'wrong_shape'],
        ['tieBreakers', 'wrong_shape'],
      ],
    ],
  ])('%s', (_, document, faults) => {
    expect(faultsOf({}, document)).toEqual(faults)
  })
})
