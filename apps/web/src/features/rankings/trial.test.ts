import { compileCriteria } from '@bangvang/core/assessments/score'
import { expect, test } from 'vitest'
import { document, ranking, submitted } from '../../lib/small-cluster.ts'
import { decidingOf, distanceTo, rowBefore } from './standing.ts'
import { applyTrial, made, rowsOf, withChange } from './trial.ts'

const compiled = compileCriteria(document)
const rankOf = (unit: string, trial: Parameters<typeof applyTrial>[1]) =>
  made(compiled, applyTrial(submitted, trial)).ranking.find((row) => row.unit === unit)?.rank

test('a ranking made here is the one the server shows', () => {
  const { rows } = ranking('deliberation')
  expect(rowsOf(made(compiled, submitted), rows)).toEqual(rows)
})

test('other points move a unit, and the given submissions stay as they are', () => {
  const before = structuredClone(submitted)
  const change = { unitId: 'NDI', criterionCode: 'KT09', to: { points: '40' } }
  expect(rankOf('NDI', [])).toBe(3)
  expect(rankOf('NDI', [change])).toBe(2)
  expect(submitted).toEqual(before)
})

test('an answer that is tried takes the place of an override', () => {
  const overridden = submitted.map((one) =>
    one.unit === 'NDI' ? { ...one, overrides: { KT07: { points: '0' } } } : one,
  )
  const to = { answer: { target: '1000', actual: '1000' } }
  const tried = made(compiled, applyTrial(overridden, [{ unitId: 'NDI', criterionCode: 'KT07', to }]))
  expect(tried.results.find(({ unit }) => unit === 'NDI')?.criteria.KT07).toMatchObject({
    status: 'scored',
    points: '60.00',
  })
})

test('a second trial of the same cell takes the place of the first', () => {
  const first = { unitId: 'NDI', criterionCode: 'KT09', to: { points: '40' } }
  const second = { ...first, to: { points: '10' } }
  expect(withChange(withChange([], first), second)).toEqual([second])
})

test('the tie-breaker that decided is told with both amounts, and nobody is behind an equal', () => {
  const { rows } = ranking('deliberation')
  const [first, second, third] = rows
  if (first === undefined || second === undefined || third === undefined) throw new Error('three rows')
  expect(decidingOf(rows, first)).toMatchObject({
    basis: 'section:III',
    isAbove: true,
    amounts: { mine: '20.00', theirs: '18.00' },
  })
  expect(decidingOf(rows, third)).toBeNull()
  expect(distanceTo(rowBefore(rows, second), second)).toBeNull()
  expect(distanceTo(rowBefore(rows, third), third)).toBe('10.00')
})
