import { expect, test } from 'vitest'
import { roles } from './actor.ts'
import { type MandateWish, mandateFaults, mayStandIn, overlaps } from './grant-mandate.ts'

const wish = (change: Partial<MandateWish>): MandateWish => ({
  role: 'delegate',
  seasonId: 'DBSH-2020',
  unitId: 'HDU',
  startsOn: '2020-01-01',
  endsOn: null,
  paperNumber: null,
  substituteForId: null,
  ...change,
})

test('each role has its scope: a unit and a season, a season, or neither', () => {
  const scope = (change: Partial<MandateWish>) =>
    roles.filter((role) => mandateFaults(wish({ role, ...change })).length === 0)
  expect(scope({})).toEqual(['delegate', 'leader', 'chair', 'viceChair', 'secretary', 'appraiser'])
  expect(scope({ unitId: null })).toEqual(['secretary', 'appraiser'])
  expect(scope({ unitId: null, seasonId: null })).toEqual(['reviewer', 'administrator'])
})

test('every fault is named at its field', () => {
  expect(
    mandateFaults(wish({ seasonId: null, unitId: null, endsOn: '2019-01-01', substituteForId: 'm' })),
  ).toEqual([
    { field: 'seasonId', code: 'needed' },
    { field: 'unitId', code: 'needed' },
    { field: 'endsOn', code: 'before-beginning' },
    { field: 'paperNumber', code: 'needed' },
  ])
  expect(mandateFaults(wish({ role: 'reviewer' }))).toEqual([
    { field: 'seasonId', code: 'forbidden' },
    { field: 'unitId', code: 'forbidden' },
  ])
})

test('mandates of the same role, season and unit overlap where their days do', () => {
  const first = wish({ endsOn: '2020-06-30' })
  expect(
    [wish({ startsOn: '2020-06-30' }), wish({ startsOn: '2020-07-01' }), wish({ unitId: 'BNI' })].map(
      (second) => overlaps(first, second),
    ),
  ).toEqual([true, false, false])
  expect(overlaps(wish({}), wish({ startsOn: '2030-01-01' }))).toBe(true)
})

test('a substitute stands in for someone else, in the same role, for the same unit and season', () => {
  const mandate = { role: 'delegate', seasonId: 'DBSH-2020', unitId: 'HDU', personId: 'a' } as const
  const standsIn = (change: object) => mayStandIn({ ...mandate, personId: 'b', ...change }, mandate)
  expect(standsIn({})).toBe(true)
  for (const change of [{ personId: 'a' }, { role: 'leader' }, { seasonId: 'DBSH-2021' }, { unitId: 'NDI' }])
    expect(standsIn(change), JSON.stringify(change)).toBe(false)
})
