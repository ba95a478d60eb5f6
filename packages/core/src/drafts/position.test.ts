import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePositions, isPosition, positionBetween, positionsFor } from './position.ts'

const anyPosition = fc.stringMatching(/^[0-9A-Za-z]{0,12}[1-9A-Za-z]$/)

/** Inserts a thousand times, each time where `place` says, and gives the longest key. */
function longestOf(place: (keys: string[]) => number): number {
  const keys = positionsFor(2)
  for (let count = 0; count < 1000; count += 1) {
    const at = place(keys)
    const key = positionBetween(keys[at - 1] ?? null, keys[at] ?? null)
    expect(comparePositions(keys[at - 1] ?? '', key)).toBeLessThan(0)
    if (at < keys.length) expect(comparePositions(key, keys[at] ?? '')).toBeLessThan(0)
    keys.splice(at, 0, key)
  }
  return Math.max(...keys.map((key) => key.length))
}

describe('the key of a place between two', () => {
  test('stands strictly between them, and is a sound key', () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (a, b) => {
        const [before, after] = a < b ? [a, b] : [b, a]
        fc.pre(before !== after)
        const between = positionBetween(before, after)
        expect(before < between && between < after).toBe(true)
        expect(isPosition(between)).toBe(true)
      }),
    )
  })

  test('stands before the first and after the last', () => {
    fc.assert(
      fc.property(anyPosition, (key) => {
        const [before, after] = [positionBetween(null, key), positionBetween(key, null)]
        expect(before < key && key < after).toBe(true)
        expect(isPosition(before) && isPosition(after)).toBe(true)
      }),
    )
    expect(positionBetween(null, null)).toBe('V')
    expect(['1', '01', 'zz', '0z'].map((key) => positionBetween(null, key))).toEqual(['0z', '00z', 'z', '0y'])
    expect(['z', 'zz', 'Vx'].map((key) => positionBetween(key, null))).toEqual(['zV', 'zzV', 'W'])
  })

  test('stays short however often one inserts at one place', () => {
    const middle = (keys: string[]) => Math.floor(keys.length / 2)
    expect(longestOf((keys) => keys.length)).toBeLessThan(50)
    expect(longestOf(() => 0)).toBeLessThan(50)
    expect(longestOf(() => 1)).toBeLessThan(200)
    expect(longestOf((keys) => keys.length - 1)).toBeLessThan(200)
    expect(longestOf(middle)).toBeLessThan(200)
  })

  test('stays short wherever one inserts', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (places) => {
        const longest = longestOf((keys) => (places.next().value ?? 0) % (keys.length + 1))
        expect(longest).toBeLessThan(200)
      }),
      { numRuns: 5 },
    )
  })

  test('is right after the one before where two keys are equal or turned round', () => {
    expect(positionBetween('V', 'V')).toBe('VV')
    expect(positionBetween('X', 'B')).toBe('XV')
  })
})

describe('keys for so many at once', () => {
  test('rise, are sound, and leave room on both sides and between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (count) => {
        const keys = positionsFor(count)
        expect(keys.length).toBe(count)
        expect(new Set(keys).size).toBe(count)
        expect(keys).toEqual(keys.toSorted(comparePositions))
        expect(keys.every((key) => isPosition(key) && key.length <= 3)).toBe(true)
      }),
    )
    expect(positionsFor(1)).toEqual(['V'])
  })
})

describe('a position', () => {
  test('is letters and digits that do not end in 0, two hundred at most', () => {
    expect(['V', '0a', 'z'.repeat(200)].every(isPosition)).toBe(true)
    expect(['', '0', 'a0', 'é', 'a b', 'z'.repeat(201)].some(isPosition)).toBe(false)
  })

  test('is compared by code unit', () => {
    expect([comparePositions('Z', 'a'), comparePositions('a', 'Z'), comparePositions('a', 'a')]).toEqual([
      -1, 1, 0,
    ])
  })

  test('that is none is read as the lowest, and still gives one', () => {
    expect(isPosition(positionBetween('?', 'b'))).toBe(true)
  })
})
