import { add, divide, greatestCommonDivisor, type Integer, multiply, subtract } from './integer.ts'

/** An exact ratio; the denominator is more than 0. Not necessarily in lowest terms. */
export type Fraction = { readonly numerator: Integer; readonly denominator: Integer }

const POWERS_OF_TEN = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

/** 10 to the power of `exponent`, 0 to 6. */
export function powerOfTen(exponent: number): number {
  return POWERS_OF_TEN[exponent] ?? 10 ** exponent
}

/** A decimal as it travels, `-?\d{1,12}(\.\d{1,6})?` and nothing else (scoring.md "Numbers"), as a fraction. */
export function parseDecimal(decimal: string): Fraction {
  const point = decimal.indexOf('.')
  if (point < 0) return { numerator: Number(decimal), denominator: 1 }
  const digits = decimal.slice(0, point) + decimal.slice(point + 1)
  const number = Number(digits)
  return {
    numerator: Number.isSafeInteger(number) ? number : BigInt(digits),
    denominator: powerOfTen(decimal.length - point - 1),
  }
}

/** A whole number as a fraction. */
export function whole(integer: Integer): Fraction {
  return { numerator: integer, denominator: 1 }
}

/** a + b, exact. */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) {
    return { numerator: add(a.numerator, b.numerator), denominator: a.denominator }
  }
  return {
    numerator: add(multiply(a.numerator, b.denominator), multiply(b.numerator, a.denominator)),
    denominator: multiply(a.denominator, b.denominator),
  }
}

/** a − b, exact. */
export function minus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) {
    return { numerator: subtract(a.numerator, b.numerator), denominator: a.denominator }
  }
  return {
    numerator: subtract(multiply(a.numerator, b.denominator), multiply(b.numerator, a.denominator)),
    denominator: multiply(a.denominator, b.denominator),
  }
}

/** a × b, exact. */
export function times(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: multiply(a.numerator, b.numerator),
    denominator: multiply(a.denominator, b.denominator),
  }
}

/** a ÷ b, exact; b is not 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  const isAlike = a.denominator === b.denominator
  const numerator = isAlike ? a.numerator : multiply(a.numerator, b.denominator)
  const denominator = isAlike ? b.numerator : multiply(a.denominator, b.numerator)
  if (denominator > 0) return { numerator, denominator }
  return { numerator: subtract(0, numerator), denominator: subtract(0, denominator) }
}

/** −1, 0 or 1 as a is less than, equal to or more than b. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = multiply(a.numerator, b.denominator)
  const right = multiply(b.numerator, a.denominator)
  if (left < right) return -1
  return left > right ? 1 : 0
}

/** The same ratio in lowest terms. */
export function reduced({ numerator, denominator }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator)
  return {
    numerator: divide(numerator, divisor).quotient,
    denominator: divide(denominator, divisor).quotient,
  }
}

/**
 * The one rounding of the product: the nearest whole number of units of 10^−decimals, a half going away from zero (for
 * amounts, which are never negative: up).
 */
export function roundToUnits({ numerator, denominator }: Fraction, decimals: number): Integer {
  const { quotient, remainder } = divide(numerator, denominator)
  const rest = divide(multiply(remainder, powerOfTen(decimals)), denominator)
  const units = add(multiply(quotient, powerOfTen(decimals)), rest.quotient)
  const twice = multiply(rest.remainder, 2)
  if (twice >= denominator) return add(units, 1)
  return subtract(0, twice) >= denominator ? subtract(units, 1) : units
}

/** A count of units of 10^−decimals as a decimal string with exactly that many digits after the point; never "-0". */
export function formatUnits(units: Integer, decimals: number): string {
  if (units < 0) return `-${formatUnits(subtract(0, units), decimals)}`
  if (decimals === 0) return String(units)
  const scale = powerOfTen(decimals)
  const { quotient, remainder } = divide(units, scale)
  return `${quotient}.${String(add(scale, remainder)).slice(1)}`
}

const MOST_REMEMBERED = 100_000

/** formatUnits for one number of digits, which remembers the small amounts it wrote: scores repeat themselves. */
export function amountWriter(decimals: number): (units: Integer) => string {
  const written: string[] = []
  return (units) => {
    if (typeof units !== 'number' || !(units < MOST_REMEMBERED)) return formatUnits(units, decimals)
    const known = written[units]
    if (known !== undefined) return known
    const text = formatUnits(units, decimals)
    written[units] = text
    return text
  }
}

/** A fraction as a decimal string with exactly `decimals` digits, rounded half up (half away from zero where negative). */
export function roundHalfUp(fraction: Fraction, decimals: number): string {
  return formatUnits(roundToUnits(fraction, decimals), decimals)
}
