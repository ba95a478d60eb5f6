import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOfNumber, readDecimal } from './read-decimal.ts'

const reading = (text: string) => {
  const read = readDecimal(text)
  return read.ok ? read.decimal : read.reason
}

test.each([
  ['1.234,5', '1234.5'],
  ['1,234.5', '1234.5'],
  ['1234.5', '1234.5'],
  ['1 234 567,25', '1234567.25'],
  ['1.234.567', '1234567'],
  ['65,8', '65.8'],
  ['0,125', '0.125'],
  ['−3', '-3'],
  [' 007,50 ', '7.5'],
  ['-0,0', '0'],
  ['123456789012.123456', '123456789012.123456'],
])('%j is read as %s', (written, decimal) => {
  expect(reading(written)).toBe(decimal)
})

test.each(['1.234', '12,345', '-999.999'])('%j could be two numbers, so it is none', (written) => {
  expect(reading(written)).toBe('ambiguous_number')
})

test.each(['', 'x', '1e5', '12 34', '1.23.456', '85%', '1234567890123', '=1', '1..5'])(
  '%j is no number',
  (written) => {
    expect(reading(written)).toBe('not_a_decimal')
  },
)

test('more than six digits after the point are refused, not rounded', () => {
  expect(reading('0,1234567')).toBe('too_precise')
  expect(decimalOfNumber(1 / 3)).toEqual({ ok: false, reason: 'too_precise' })
  expect(decimalOfNumber(1e-9)).toEqual({ ok: false, reason: 'too_precise' })
})

test("a spreadsheet's number is what it shows", () => {
  expect(decimalOfNumber(0.1 + 0.2)).toEqual({ ok: true, decimal: '0.3' })
  expect(decimalOfNumber(-0)).toEqual({ ok: true, decimal: '0' })
  expect(decimalOfNumber(1e12)).toEqual({ ok: false, reason: 'not_a_decimal' })
  expect(decimalOfNumber(Number.NaN)).toEqual({ ok: false, reason: 'not_a_decimal' })
})

test('any number of at most 15 digits comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(5), (units, decimals) => {
      const number = Number((units / 10 ** decimals).toFixed(decimals))
      const read = decimalOfNumber(number)
      expect(read.ok && Number(read.decimal)).toBe(number + 0)
    }),
  )
})
