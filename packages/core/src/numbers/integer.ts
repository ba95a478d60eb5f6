/**
 * A whole number, exact: a JavaScript number while it is safe (|n| < 2^53), a bigint beyond. Compare two with <, > or
 * compareIntegers, never with ===.
 */
export type Integer = number | bigint

const isSafe = Number.isSafeInteger

/** a + b, exact. */
export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (isSafe(sum)) return sum
  }
  return BigInt(a) + BigInt(b)
}

/** a − b, exact. */
export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (isSafe(difference)) return difference
  }
  return BigInt(a) - BigInt(b)
}

/** a × b, exact. */
export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (isSafe(product)) return product
  }
  return BigInt(a) * BigInt(b)
}

/** a ÷ b rounded towards zero, with what is left over (of a's sign); b is not 0. */
export function divide(a: Integer, b: Integer): { quotient: Integer; remainder: Integer } {
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b
    return { quotient: (a - remainder) / b, remainder }
  }
  const dividend = BigInt(a)
  const divisor = BigInt(b)
  return { quotient: dividend / divisor, remainder: dividend % divisor }
}

/** The whole part of a ÷ b rounded down; b > 0. */
export function divideDown(a: Integer, b: Integer): Integer {
  const { quotient, remainder } = divide(a, b)
  return remainder < 0 ? subtract(quotient, 1) : quotient
}

/** −1, 0 or 1 as a is less than, equal to or more than b. */
export function compareIntegers(a: Integer, b: Integer): -1 | 0 | 1 {
  if (a < b) return -1
  return a > b ? 1 : 0
}

/** The amount kept within 0…most; `most` null means no limit above. */
export function within(amount: Integer, most: Integer | null): Integer {
  if (amount < 0) return 0
  return most !== null && amount > most ? most : amount
}

/** The greatest common divisor of two whole numbers that are not both 0; more than 0. */
export function greatestCommonDivisor(a: Integer, b: Integer): Integer {
  let [larger, smaller]: [Integer, Integer] = [a < 0 ? subtract(0, a) : a, b < 0 ? subtract(0, b) : b]
  while (smaller > 0) [larger, smaller] = [smaller, divide(larger, smaller).remainder]
  return larger
}
