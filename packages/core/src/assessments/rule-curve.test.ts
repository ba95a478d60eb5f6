import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection } from '../../test/make.ts'
import { readScoringVectors } from '../../test/vectors.ts'
import type { Criterion, Rule } from '../criteria/document.ts'
import { listCriteria } from '../criteria/list.ts'
import { ruleCurve } from './rule-curve.ts'
import { compileCriteria, scoreAlone } from './score.ts'

const corners = (rule: Rule) =>
  ruleCurve(makeCriterion({ rule, maxPoints: '10' })).map(({ m, points }) => [Number(m), Number(points)])
const steps = (changes: object): Rule =>
  ({ kind: 'steps', from: '100', side: 'below', per: '1', points: '2', count: 'exact', ...changes }) as Rule

describe('the corners of a rule, flat ends a quarter wider', () => {
  test.each<[Rule, number[][]]>([
    [
      { kind: 'linear', zeroAt: '0', fullAt: '100' },
      [
        [-25, 0],
        [0, 0],
        [100, 10],
        [125, 10],
      ],
    ],
    [
      { kind: 'linear', zeroAt: '8', fullAt: '0' },
      [
        [-2, 10],
        [0, 10],
        [8, 0],
        [10, 0],
      ],
    ],
    [
      { kind: 'perUnit', points: '2.5' },
      [
        [-1, 0],
        [0, 0],
        [4, 10],
        [5, 10],
      ],
    ],
    [
      steps({}),
      [
        [93.75, 0],
        [95, 0],
        [100, 10],
        [101.25, 10],
      ],
    ],
    [
      steps({ zeroPast: '96' }),
      [
        [95, 0],
        [96, 0],
        [96, 2],
        [100, 10],
        [101, 10],
      ],
    ],
    [
      steps({ zeroPast: '90' }),
      [
        [93.75, 0],
        [95, 0],
        [100, 10],
        [101.25, 10],
      ],
    ],
    [
      steps({ side: 'above' }),
      [
        [98.75, 10],
        [100, 10],
        [105, 0],
        [106.25, 0],
      ],
    ],
    [
      steps({ points: '0' }),
      [
        [99, 10],
        [100, 10],
        [101, 10],
      ],
    ],
    [
      steps({ points: '0', zeroPast: '80' }),
      [
        [75, 0],
        [80, 0],
        [80, 10],
        [100, 10],
        [105, 10],
      ],
    ],
    [
      steps({ points: '4', count: 'completed' }),
      [
        [96.25, 0],
        [97, 0],
        [97, 2],
        [98, 2],
        [98, 6],
        [99, 6],
        [99, 10],
        [100, 10],
        [100.75, 10],
      ],
    ],
    [
      steps({ points: '4', count: 'started' }),
      [
        [96.25, 0],
        [97, 0],
        [98, 0],
        [98, 2],
        [99, 2],
        [99, 6],
        [100, 6],
        [100, 10],
        [100.75, 10],
      ],
    ],
    [
      steps({ points: '4', count: 'completed', side: 'above', zeroPast: '101.5' }),
      [
        [99.625, 10],
        [100, 10],
        [101, 10],
        [101, 6],
        [101.5, 6],
        [101.5, 0],
        [101.875, 0],
      ],
    ],
    [
      steps({ points: '0.1', count: 'started' }),
      [
        [-25, 0],
        [0, 0],
        [100, 10],
        [125, 10],
      ],
    ],
    [
      {
        kind: 'tiers',
        better: 'higher',
        tiers: [
          { bound: '95', points: '10' },
          { bound: '91', points: '4' },
        ],
      },
      [
        [90, 0],
        [91, 0],
        [91, 4],
        [95, 4],
        [95, 10],
        [96, 10],
      ],
    ],
    [
      { kind: 'tiers', better: 'lower', tiers: [{ bound: '1', points: '10' }] },
      [
        [0, 10],
        [1, 10],
        [1, 0],
        [2, 0],
      ],
    ],
  ])('%j', (rule, expected) => {
    expect(corners(rule)).toEqual(expected)
  })
})

test('a rule that makes no points from a number has no curve', () => {
  expect(ruleCurve(makeCriterion({ measure: { kind: 'rank', better: 'higher' } }))).toEqual([])
  expect(ruleCurve(makeCriterion({ measure: { kind: 'judgement' } }))).toEqual([])
})

/** The points that the curve shows strictly between its corners, by straight lines. */
function pointsBetween(criterion: Criterion): { m: string; points: number }[] {
  const curve = ruleCurve(criterion)
  return curve.slice(1).flatMap((right, index) => {
    const left = curve[index]
    if (!left || Number(right.m) - Number(left.m) < 0.001) return []
    const m = ((Number(left.m) + Number(right.m)) / 2).toFixed(6)
    return [{ m, points: (Number(left.points) + Number(right.points)) / 2 }]
  })
}

test.each(readScoringVectors())(
  '$name: between its corners the curve shows what is scored',
  ({ criteria }) => {
    for (const { criterion } of listCriteria(criteria)) {
      const { rule } = criterion
      const isStairs = rule?.kind === 'steps' && rule.count !== 'exact'
      const isSmoothed = isStairs && Number(criterion.maxPoints) / Number(rule.points) > 60
      if (isSmoothed) continue
      const document = makeDocument({
        decimals: criteria.decimals,
        sections: [
          makeSection({
            criteria: [
              makeCriterion({
                rule: rule ?? { kind: 'perUnit', points: '1' },
                maxPoints: criterion.maxPoints,
              }),
            ],
          }),
        ],
      })
      const compiled = compileCriteria(document)
      for (const { m, points } of pointsBetween(criterion)) {
        const result = scoreAlone(compiled, { unit: 'X', answers: { 'A.1': { value: m } } })
        expect(Math.abs(Number(result.total) - points)).toBeLessThanOrEqual(0.51 * 10 ** -criteria.decimals)
      }
    }
  },
)
