import { describe, expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { readScoringVectors } from '../../test/vectors.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import type { TieBreaker } from '../criteria/document.ts'
import { rankUnits } from './rank.ts'

describe('the 90 worked cases', () => {
  test.each(readScoringVectors())('$name ranks as written', ({ criteria, expect: expected }) => {
    expect(rankUnits(criteria, expected.results)).toEqual(expected.ranking)
  })
})

const judged = (code: string) => makeCriterion({ code, measure: { kind: 'judgement' } })

/** Rows as [unit, rank, tiedWith, decidedBy] of units given as [a, b, bonus, penalty]. */
function rows(
  tieBreakers: TieBreaker[],
  units: Record<string, [number, number, number, number]>,
  gated: string[] = [],
) {
  const document = makeDocument({
    decimals: 0,
    sections: [
      makeSection({ criteria: [judged('a'), judged('b')] }),
      makeSection({ code: 'B', role: 'bonus', criteria: [judged('x')] }),
      makeSection({ code: 'P', role: 'penalty', criteria: [judged('p')] }),
    ],
    gates: [{ code: 'U', title: text('U'), effect: { kind: 'unranked' } }],
    tieBreakers,
  })
  const submissions = Object.entries(units).map(([unit, [a, b, x, p]]) => ({
    unit,
    answers: Object.fromEntries(
      Object.entries({ a, b, x, p }).map(([code, points]) => [code, { points: String(points) }]),
    ),
    gates: gated.includes(unit) ? ['U'] : [],
  }))
  return rankUnits(document, scoreUnits(compileCriteria(document), submissions)).map(
    ({ unit, rank, tiedWith, decidedBy }) => [unit, rank, tiedWith.join(), decidedBy],
  )
}

describe('a shared total', () => {
  test('without tie-breakers is a shared rank, and the next is skipped; within it, by unit', () => {
    expect(rows([], { c: [5, 0, 0, 0], b: [0, 5, 0, 0], a: [1, 0, 0, 0], d: [9, 0, 0, 0] })).toEqual([
      ['d', 1, '', null],
      ['b', 2, 'c', null],
      ['c', 2, 'b', null],
      ['a', 4, '', null],
    ])
  })

  test.each<[TieBreaker, string]>([
    [{ amount: 'penalty' }, 'amount:penalty'],
    [{ section: 'P' }, 'section:P'],
    [{ criterion: 'p' }, 'criterion:p'],
  ])('%j: the lower wins', (tieBreaker, decidedBy) => {
    expect(rows([tieBreaker], { a: [9, 0, 0, 4], b: [5, 0, 0, 0] })).toEqual([
      ['b', 1, '', decidedBy],
      ['a', 2, '', decidedBy],
    ])
  })

  test.each<[TieBreaker, string]>([
    [{ amount: 'scored' }, 'amount:scored'],
    [{ amount: 'bonus' }, 'amount:bonus'],
    [{ section: 'B' }, 'section:B'],
    [{ criterion: 'x' }, 'criterion:x'],
  ])('%j: the higher wins', (tieBreaker, decidedBy) => {
    const wins = decidedBy === 'amount:scored' ? 'a' : 'b'
    expect(rows([tieBreaker], { a: [5, 0, 1, 0], b: [3, 0, 3, 0] })[0]).toEqual([wins, 1, '', decidedBy])
  })

  test('names the deepest tie-breaker that was needed, for those that share no rank', () => {
    const tieBreakers: TieBreaker[] = [{ criterion: 'a' }, { amount: 'bonus' }]
    expect(
      rows(tieBreakers, {
        a: [6, 0, 0, 0],
        b: [4, 1, 1, 0],
        c: [4, 2, 0, 0],
        d: [4, 2, 0, 0],
        e: [1, 0, 0, 0],
      }),
    ).toEqual([
      ['a', 1, '', 'criterion:a'],
      ['b', 2, '', 'amount:bonus'],
      ['c', 3, 'd', null],
      ['d', 3, 'c', null],
      ['e', 5, '', null],
    ])
  })

  test('with a unit that is not ranked decides nothing', () => {
    expect(
      rows([{ criterion: 'a' }], { c: [5, 0, 0, 0], b: [0, 5, 0, 0], a: [0, 5, 0, 0] }, ['b', 'a']),
    ).toEqual([
      ['c', 1, '', null],
      ['a', null, '', null],
      ['b', null, '', null],
    ])
  })

  test('of nobody is no ranking', () => {
    expect(rows([], {})).toEqual([])
  })
})
