const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length
const MIDDLE = BASE / 2
const POSITION = /^[0-9A-Za-z]{0,199}[1-9A-Za-z]$/

type Key = number[]

/**
 * Whether a text is an order key: 1 to 200 letters and digits of base 62, compared by code unit, not ending in its lowest
 * digit, so that there is always room before it (domain.md "Criteria versions": parts are moved one by one).
 */
export function isPosition(text: string): boolean {
  return POSITION.test(text)
}

/** Negative, 0 or positive as key a stands before, at or after b; equal keys are told apart by their nodes' ids. */
export function comparePositions(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * A key strictly between two keys; null: before the first, after the last. Where two are equal or turned round there is nothing between
 * them: then it stands right after `before`.
 */
export function positionBetween(before: string | null, after: string | null): string {
  if (before === null && after === null) return write([MIDDLE])
  if (after === null) return write(keyAfter(read(before ?? '')))
  if (before === null) return write(keyBefore(read(after)))
  return write(before < after ? keyBetween(read(before), read(after)) : [...read(before), MIDDLE])
}

/** So many keys in order, as far apart as they can be and all of one length before their last zeros go. */
export function positionsFor(count: number): string[] {
  let room = BASE
  while (room <= count) room *= BASE
  return Array.from({ length: count }, (_, index) => {
    let rest = Math.floor(((index + 1) * room) / (count + 1))
    const key: Key = []
    for (let size = room / BASE; size >= 1; size /= BASE) {
      key.push(Math.floor(rest / size))
      rest %= size
    }
    return write(key)
  })
}

/** Steps on by one in the first digit that can go up: a thousand keys added at the end stay short. */
function keyAfter(key: Key): Key {
  const index = key.findIndex((digit) => digit < BASE - 1)
  return index < 0 ? [...key, MIDDLE] : [...key.slice(0, index), digitAt(key, index) + 1]
}

/** Steps back by one in the first digit that can go down. */
function keyBefore(key: Key): Key {
  const index = key.findIndex((digit) => digit > 0)
  if (index < 0) return key
  if (index < key.length - 1) return key.slice(0, index + 1)
  const digit = digitAt(key, index) - 1
  return digit === 0 ? [...key.slice(0, index), 0, BASE - 1] : [...key.slice(0, index), digit]
}

/**
 * The middle of both as fractions, at the first length where they lie at least `BASE` apart: halving then loses next to nothing to
 * rounding, and a thousand keys at one place stay under 200 digits.
 */
function keyBetween(before: Key, after: Key): Key {
  let distance = 0
  const middle: Key = []
  for (let index = 0; distance < BASE; index += 1) {
    distance = distance * BASE + digitAt(after, index) - digitAt(before, index)
    middle.push(digitAt(before, index))
  }
  let carry = Math.floor(distance / 2)
  for (let index = middle.length - 1; carry > 0; index -= 1) {
    const sum = digitAt(middle, index) + carry
    middle[index] = sum % BASE
    carry = Math.floor(sum / BASE)
  }
  return middle
}

function digitAt(key: Key, index: number): number {
  return key[index] ?? 0
}

function read(position: string): Key {
  return Array.from(position, (digit) => Math.max(0, DIGITS.indexOf(digit)))
}

function write(key: Key): string {
  return key
    .map((digit) => DIGITS[digit])
    .join('')
    .replace(/0+$/, '')
}
