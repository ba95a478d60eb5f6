import { expect, test } from 'vitest'
import { lawInForce } from './law.ts'
import { mayKeepLaws } from './policy.ts'

const dates = { issuedOn: '2023-12-01', effectiveFrom: '2024-01-01', effectiveTo: '2025-06-30' }
const days = ['2023-12-31', '2024-01-01', '2025-06-30', '2025-07-01']

test('a law stands from its first day to its last, both included', () => {
  expect(days.map((day) => lawInForce(dates, day))).toEqual(['notYet', 'inForce', 'inForce', 'ended'])
  expect(lawInForce({ ...dates, effectiveTo: null }, '2999-01-01')).toBe('inForce')
})

test('without its first day nobody knows whether it stands, but before its issue it does not, nor after its end', () => {
  const undated = { ...dates, effectiveFrom: null }
  expect(['2023-11-30', '2023-12-01', '2025-07-01'].map((day) => lawInForce(undated, day))).toEqual([
    'notYet',
    'unknown',
    'ended',
  ])
  expect(lawInForce({ issuedOn: null, effectiveFrom: null, effectiveTo: null }, '1945-09-02')).toBe('unknown')
})

test('the administrator and the reviewer keep the shelf; no one of a season, nobody without a mandate', () => {
  const as = (role: 'administrator' | 'reviewer' | 'chair' | 'secretary') =>
    mayKeepLaws({
      personId: 'p',
      name: 'n',
      mandate: { id: 'm', role, seasonId: null, unitId: null, startsOn: '', endsOn: null, paperNumber: null },
    })
  expect([as('administrator'), as('reviewer'), as('chair'), as('secretary')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(mayKeepLaws(null)).toBe(false)
})
