import { expect, test } from 'vitest'
import { actsAs, dayInVietnam, isInForce } from './actor.ts'

test('a mandate is in force from its first day to its last, both included', () => {
  const mandate = { startsOn: '2020-01-01', endsOn: '2020-12-31' }
  expect(
    ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => isInForce(mandate, day)),
  ).toEqual([false, true, true, false])
  expect(isInForce({ startsOn: '2020-01-01', endsOn: null }, '2999-01-01')).toBe(true)
})

test('the day begins at midnight in Vietnam, seven hours before Greenwich', () => {
  expect(dayInVietnam(new Date('2020-12-31T16:59:59.999Z'))).toBe('2020-12-31')
  expect(dayInVietnam(new Date('2020-12-31T17:00:00.000Z'))).toBe('2021-01-01')
})

test('nobody and a person without a mandate act in no role', () => {
  expect(actsAs(null, 'chair')).toBe(false)
  expect(actsAs({ personId: 'p', name: 'n', mandate: null }, 'chair')).toBe(false)
})
