import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, formatPoints, formats, matches, parseNumber } from './format.ts'

describe('numbers', () => {
  test('are written as the language writes them, with a true minus', () => {
    expect(formatPoints('1234.50', 'vi')).toBe('1.234,50')
    expect(formatPoints('1234567.5', 'en')).toBe('1,234,567.5')
    expect(formatPoints('-0.25', 'vi')).toBe('−0,25')
    expect(formatPoints('999', 'vi')).toBe('999')
  })
  test('are read in either writing', () => {
    expect(parseNumber('1.234,5', 'vi')).toBe('1234.5')
    expect(parseNumber('1,234.5', 'vi')).toBe('1234.5')
    expect(parseNumber(' 1 234,5', 'vi')).toBe('1234.5')
    expect(parseNumber('97.06', 'vi')).toBe('97.06')
    expect(parseNumber('97,06', 'en')).toBe('97.06')
    expect(parseNumber('−3', 'vi')).toBe('-3')
    expect(parseNumber('1.234.567', 'en')).toBe('1234567')
    expect(parseNumber('0', 'vi')).toBe('0')
  })
  test('with a lone mark before three digits are read as the language groups', () => {
    expect(parseNumber('1.234', 'vi')).toBe('1234')
    expect(parseNumber('1.234', 'en')).toBe('1.234')
    expect(parseNumber('0.234', 'vi')).toBe('0.234')
  })
  test('that are none are refused', () => {
    for (const typed of ['', 'abc', '1.2.3', '12,34,5', '5,', '1e5', '--1', '1,23.4.5'])
      expect(parseNumber(typed, 'vi'), typed).toBeNull()
  })
  test('written and read again are the same', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.option(fc.stringMatching(/^\d{1,3}$/)))
      .map(
        ([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`,
      )
    fc.assert(
      fc.property(decimal, fc.constantFrom('vi' as const, 'en' as const), (value, locale) => {
        expect(parseNumber(formatPoints(value, locale), locale)).toBe(value)
      }),
    )
  })
})

describe('words', () => {
  test('are found without diacritics, in any order', () => {
    expect(fold('Đồng bằng sông Hồng')).toBe('dong bang song hong')
    expect(matches('Hải Dương, đại biểu', 'dai bieu hai duong')).toBe(true)
    expect(matches('Hải Dương', 'nam dinh')).toBe(false)
  })
})

describe('times', () => {
  test('are those of Vietnam', () => {
    const at = new Date('2020-12-25T18:30:00Z')
    expect(formats('vi').dateTime(at)).toBe('01:30, 26/12/2020')
    expect(formats('vi').dayMonth(at)).toBe('26/12')
    expect(formats('vi').month(at)).toBe('12/2020')
    expect(formats('vi').weekday(at)).toBe('thứ Bảy')
    expect(formats('en').weekday(at)).toBe('Saturday')
    expect(formats('vi').day('2020-12-25')).toBe('25/12/2020')
  })
})
