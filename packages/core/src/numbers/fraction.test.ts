import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  digitsAfterPoint,
  isDecimal,
  subtractDecimals,
  toUnits,
} from './decimal.ts'
import {
  compareFractions,
  type Fraction,
  formatUnits,
  minus,
  over,
  parseDecimal,
  plus,
  reduced,
  roundHalfUp,
  times,
  whole,
} from './fraction.ts'
import { add, divide, divideDown, type Integer, multiply, subtract, within } from './integer.ts'
import { line, lineFrom, pointOn } from './line.ts'

/** Whole numbers on both sides of where a JavaScript number stops being exact. */
const integer = fc
  .oneof(
    fc.integer({ min: -200, max: 200 }),
    fc.maxSafeInteger(),
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  )
  .map((value): Integer => value)
const nonZero = integer.filter((value) => BigInt(value) !== 0n)
const positive = nonZero.map((value): Integer => (value < 0 ? subtract(0, value) : value))
const fraction: fc.Arbitrary<Fraction> = fc.record({ numerator: integer, denominator: positive })
const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^(\.\d{1,6})?$/))
  .map((parts) => parts.join(''))
/** A decimal as a count of millionths, by other means than those that are tested. */
const millionths = (text: string): bigint => {
  const [whole = '', rest = ''] = text.replace('-', '').split('.')
  return BigInt(whole + rest.padEnd(6, '0')) * (text.startsWith('-') ? -1n : 1n)
}
const isSame = (a: Fraction, b: Fraction) =>
  BigInt(a.numerator) * BigInt(b.denominator) === BigInt(b.numerator) * BigInt(a.denominator)

test('whole numbers are exact however large', () => {
  fc.assert(
    fc.property(integer, nonZero, (a, b) => {
      expect(BigInt(add(a, b))).toBe(BigInt(a) + BigInt(b))
      expect(BigInt(subtract(a, b))).toBe(BigInt(a) - BigInt(b))
      expect(BigInt(multiply(a, b))).toBe(BigInt(a) * BigInt(b))
      const { quotient, remainder } = divide(a, b)
      expect([BigInt(quotient), BigInt(remainder)]).toEqual([BigInt(a) / BigInt(b), BigInt(a) % BigInt(b)])
    }),
  )
})

test('a whole number divided down is never more than the exact quotient', () => {
  expect([divideDown(-1, 2), divideDown(-4, 2), divideDown(7, 2), divideDown(-7n, 2)].map(Number)).toEqual([
    -1, -2, 3, -4,
  ])
})

test('an amount is kept within 0 and its cap', () => {
  expect([within(-1, 5), within(6, 5), within(5n, 5), within(9, null)].map(Number)).toEqual([0, 5, 5, 9])
})

test('fractions add, subtract, multiply, divide and compare exactly', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      expect(isSame(minus(plus(a, b), b), a)).toBe(true)
      expect(isSame(times(a, b), times(b, a))).toBe(true)
      if (BigInt(b.numerator) !== 0n) {
        const quotient = over(a, b)
        expect(quotient.denominator > 0).toBe(true)
        expect(isSame(times(quotient, b), a)).toBe(true)
      }
      const cross = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator)
      expect(compareFractions(a, b)).toBe(cross === 0n ? 0 : cross > 0n ? 1 : -1)
    }),
  )
})

test('in lowest terms a fraction is the same', () => {
  expect(reduced({ numerator: -12, denominator: 18 })).toEqual({ numerator: -2, denominator: 3 })
  fc.assert(
    fc.property(fraction, (each) => {
      expect(isSame(reduced(each), each)).toBe(true)
    }),
  )
})

describe('rounding', () => {
  test.each([
    ['0.125', 2, '0.13'],
    ['0.124999', 2, '0.12'],
    ['54.124294', 2, '54.12'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['-0.4', 0, '0'],
    ['-0.000000', 3, '0.000'],
    ['999999999999.999999', 3, '1000000000000.000'],
    ['2', 3, '2.000'],
  ])('%s to %d digits is %s: a half goes up', (text, digits, expected) => {
    expect(roundHalfUp(parseDecimal(text), digits)).toBe(expected)
  })

  test('the result is the nearest, a half away from zero', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const rounded = BigInt(roundHalfUp(value, digits).replace('.', ''))
        const [n, d] = [BigInt(value.numerator) * 10n ** BigInt(digits), BigInt(value.denominator)]
        const error = 2n * (rounded * d - n)
        const isHalf = error === d || error === -d
        expect(error <= d && error >= -d).toBe(true)
        if (isHalf) expect(rounded > 0n === n > 0n && error > 0n === n > 0n).toBe(true)
      }),
    )
  })
})

describe('a decimal as it travels', () => {
  test.each(['0', '-0', '12', '999999999999', '-1.5', '0.000001', '007'])('%s is one', (text) => {
    expect(isDecimal(text)).toBe(true)
  })

  test.each(
    [
      [
        '',
        '1234567890123',
        '1.',
        '.5',
        '1.1234567',
        '+1',
        '1e3',
        ' 1',
        '1 ',
        '1,5',
        '--1',
        '0x1',
        '1\n',
        '１',
        'NaN',
      ],
      [1, null, undefined, ['1'], {}, true],
    ].flat(),
  )('%j is none', (value) => {
    expect(isDecimal(value)).toBe(false)
  })

  test('is read, added, subtracted and compared exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(isSame(parseDecimal(a), { numerator: millionths(a), denominator: 1_000_000 })).toBe(true)
        expect(millionths(addDecimals(a, b))).toBe(millionths(a) + millionths(b))
        expect(millionths(subtractDecimals(a, b))).toBe(millionths(a) - millionths(b))
        const difference = millionths(a) - millionths(b)
        expect(compareDecimals(a, b)).toBe(difference === 0n ? 0 : difference > 0n ? 1 : -1)
      }),
    )
  })

  test.each([
    ['1.5', '2.25', '3.75', '-0.75'],
    ['0.10', '-0.1', '0.00', '0.20'],
    ['999999999999', '1', '1000000000000', '999999999998'],
  ])('%s and %s keep the longer fraction', (a, b, ...expected) => {
    expect([addDecimals(a, b), subtractDecimals(a, b)]).toEqual(expected)
  })

  test('counts its digits and its units', () => {
    expect([digitsAfterPoint('12'), digitsAfterPoint('1.50')]).toEqual([0, 2])
    expect(Number(toUnits('-1.5', 3))).toBe(-1500)
    expect([formatUnits(-5, 2), formatUnits(5n, 0), formatUnits(123456, 3)]).toEqual([
      '-0.05',
      '5',
      '123.456',
    ])
  })
})

test('a point on a line is where it is worked out to be', () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (constant, slope, x) => {
      expect(isSame(pointOn(line(constant, slope), x), plus(constant, times(slope, x)))).toBe(true)
    }),
  )
  const rise = lineFrom(parseDecimal('2'), whole(3), parseDecimal('0.5'))
  expect(roundHalfUp(pointOn(rise, parseDecimal('2.25')), 1)).toBe('1.5')
})
