import { formatUnits, parseDecimal, powerOfTen } from './fraction.ts'
import { add, compareIntegers, type Integer, multiply, subtract } from './integer.ts'

const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/

/** Whether a value is a decimal as it travels: a string of the form `-?\d{1,12}(\.\d{1,6})?` (scoring.md "Numbers"). */
export function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && DECIMAL.test(value)
}

/** How many digits a decimal has after its point, as written. */
export function digitsAfterPoint(decimal: string): number {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

/** A decimal as a whole number of units of 10^−decimals, exact; it has at most that many digits after its point. */
export function toUnits(decimal: string, decimals: number): Integer {
  const { numerator } = parseDecimal(decimal)
  return multiply(numerator, powerOfTen(decimals - digitsAfterPoint(decimal)))
}

/** A decimal as a whole number of millionths, exact: for comparing and adding decimals of any precision. */
export function toMillionths(decimal: string): Integer {
  return toUnits(decimal, 6)
}

/** a + b, exact; decimal strings. The result has the longer fraction of the two. */
export function addDecimals(a: string, b: string): string {
  const decimals = Math.max(digitsAfterPoint(a), digitsAfterPoint(b))
  return formatUnits(add(toUnits(a, decimals), toUnits(b, decimals)), decimals)
}

/** a − b, exact; decimal strings. The result has the longer fraction of the two. */
export function subtractDecimals(a: string, b: string): string {
  const decimals = Math.max(digitsAfterPoint(a), digitsAfterPoint(b))
  return formatUnits(subtract(toUnits(a, decimals), toUnits(b, decimals)), decimals)
}

/** −1, 0 or 1 as a is less than, equal to or more than b; decimal strings. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  return compareIntegers(toMillionths(a), toMillionths(b))
}
