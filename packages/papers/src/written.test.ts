import { expect, test } from 'vitest'
import { amount, day, dayOf, hourOf, longDay, number, signed } from './written.ts'

test('numbers have a decimal comma and a point at the thousands', () => {
  expect(amount('1234567.50')).toBe('1.234.567,50')
  expect(number('97.060')).toBe('97,06')
  expect([signed('1.50'), signed('-2.00'), signed('0.00')]).toEqual(['+1,50', '−2,00', '0,00'])
})

test('days under ten and the first two months bear a zero, the others none (Decree 30, annex I)', () => {
  expect(longDay('2021-02-05')).toBe('ngày 05 tháng 02 năm 2021')
  expect(longDay('2020-11-30')).toBe('ngày 30 tháng 11 năm 2020')
  expect(longDay('2020-09-03')).toBe('ngày 03 tháng 9 năm 2020')
  expect(longDay(null)).toBe('ngày … tháng … năm …')
})

test('times are those of Vietnam', () => {
  const evening = new Date('2021-01-16T18:30:00Z')
  expect([dayOf(evening), hourOf(evening)]).toEqual(['17/01/2021', '1 giờ 30 phút'])
  expect(hourOf(new Date('2021-01-17T01:00:00Z'))).toBe('8 giờ 00')
  expect(day('2021-01-05')).toBe('05/01/2021')
})
