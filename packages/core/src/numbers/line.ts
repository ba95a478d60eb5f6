import { type Fraction, over, reduced, times } from './fraction.ts'
import { add, divide, greatestCommonDivisor, type Integer, multiply } from './integer.ts'

/**
 * A straight line y = (constant + slope × x) ÷ divisor, exact; the divisor is more than 0. Rules are lines: worked out once, in
 * lowest terms, so that a point on one costs few and small multiplications.
 */
export type Line = { readonly constant: Integer; readonly slope: Integer; readonly divisor: Integer }

/** The line y = constant + slope × x. */
export function line(constant: Fraction, slope: Fraction): Line {
  const a = reduced(constant)
  const b = reduced(slope)
  const divisor = multiply(a.denominator, b.denominator)
  const scaled = multiply(a.numerator, b.denominator)
  const steep = multiply(b.numerator, a.denominator)
  const common = greatestCommonDivisor(greatestCommonDivisor(scaled, steep), divisor)
  return {
    constant: divide(scaled, common).quotient,
    slope: divide(steep, common).quotient,
    divisor: divide(divisor, common).quotient,
  }
}

/** y at x. */
export function pointOn({ constant, slope, divisor }: Line, x: Fraction): Fraction {
  return {
    numerator: add(multiply(constant, x.denominator), multiply(slope, x.numerator)),
    denominator: multiply(divisor, x.denominator),
  }
}

/** The line through (x0, 0) that rises by `height` for each `width` of x. */
export function lineFrom(x0: Fraction, height: Fraction, width: Fraction): Line {
  const slope = over(height, width)
  const constant = times(x0, slope)
  return line({ numerator: multiply(constant.numerator, -1), denominator: constant.denominator }, slope)
}
