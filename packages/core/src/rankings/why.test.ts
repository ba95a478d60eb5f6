import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import type { Submission } from '../assessments/answer.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import type { CriteriaDocument } from '../criteria/document.ts'
import { rankUnits } from './rank.ts'
import { whyThisPlace } from './why.ts'

const judged = (code: string) => makeCriterion({ code, measure: { kind: 'judgement' } })
const document: CriteriaDocument = makeDocument({
  decimals: 1,
  sections: [
    makeSection({ criteria: [judged('A.1'), judged('A.2')] }),
    makeSection({ code: 'P', role: 'penalty', criteria: [judged('P.1')] }),
  ],
  gates: [{ code: 'L', title: text('L'), effect: { kind: 'unranked' } }],
  tieBreakers: [{ amount: 'penalty' }, { criterion: 'A.1' }, { section: 'A' }],
})

const unit = (name: string, points: [string, string, string], gates: string[] = []): Submission => {
  const [first, second, penalty] = points
  const answers = { 'A.1': { points: first }, 'A.2': { points: second }, 'P.1': { points: penalty } }
  return { unit: name, answers, gates }
}

const cluster = [
  unit('A', ['10', '10', '0']),
  unit('B', ['9', '11', '0']),
  unit('C', ['12', '10', '2']),
  unit('D', ['12', '10', '2']),
  unit('E', ['1', '1', '0']),
  unit('F', ['60', '60', '0'], ['L']),
]
const results = scoreUnits(compileCriteria(document), cluster)
const ranking = rankUnits(document, results)
const why = (name: string) => whyThisPlace(document, { results, ranking, unit: name })

describe('why a unit stands where it stands', () => {
  test('the total decides, and no tie-breaker is considered', () => {
    expect(why('E')).toEqual({
      unit: 'E',
      rank: 5,
      tiedWith: [],
      decidedBy: null,
      above: {
        unit: 'D',
        rank: 3,
        bases: [
          {
            key: 'total',
            mine: '2.0',
            theirs: '20.0',
            difference: '-18.0',
            lowerWins: false,
            isDeciding: true,
            isConsidered: true,
          },
          {
            key: 'amount:penalty',
            mine: '0.0',
            theirs: '2.0',
            difference: '-2.0',
            lowerWins: true,
            isDeciding: false,
            isConsidered: false,
          },
          {
            key: 'criterion:A.1',
            mine: '1.0',
            theirs: '12.0',
            difference: '-11.0',
            lowerWins: false,
            isDeciding: false,
            isConsidered: false,
          },
          {
            key: 'section:A',
            mine: '2.0',
            theirs: '22.0',
            difference: '-20.0',
            lowerWins: false,
            isDeciding: false,
            isConsidered: false,
          },
        ],
      },
    })
  })

  test('the first tie-breaker that differs decides; a smaller penalty wins', () => {
    const reason = why('C')
    expect(reason).toMatchObject({ rank: 3, tiedWith: ['D'], above: { unit: 'B', rank: 2 } })
    expect(
      reason?.above?.bases.map(({ key, isDeciding, isConsidered }) => [key, isDeciding, isConsidered]),
    ).toEqual([
      ['total', false, true],
      ['amount:penalty', true, true],
      ['criterion:A.1', false, false],
      ['section:A', false, false],
    ])
  })

  test('bases that are equal are considered up to the one that decides', () => {
    const reason = why('B')
    expect(reason).toMatchObject({ rank: 2, decidedBy: 'criterion:A.1', above: { unit: 'A', rank: 1 } })
    expect(reason?.above?.bases.map(({ isDeciding, isConsidered }) => [isDeciding, isConsidered])).toEqual([
      [false, true],
      [false, true],
      [true, true],
      [false, false],
    ])
  })

  test('nobody stands above the first, nor above a unit that is not ranked', () => {
    expect(why('A')).toMatchObject({ rank: 1, above: null })
    expect(why('F')).toEqual({ unit: 'F', rank: null, above: null, tiedWith: [], decidedBy: null })
  })

  test('a unit that shares its rank is compared with the one above both', () => {
    expect(why('D')?.above?.unit).toBe(why('C')?.above?.unit)
  })

  test('a unit that is not there has no place', () => {
    expect(why('Z')).toBeUndefined()
  })
})
