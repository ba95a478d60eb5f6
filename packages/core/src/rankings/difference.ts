import { isObject } from '../criteria/by-code.ts'

/** One difference: `path` in the file (`content.results.0.total`), what it should be and what stands there; undefined: nothing. */
export type BundleDifference = { path: string; expected: unknown; found: unknown }

/** Every place where two JSON values differ, the expected value's order first. Goes no deeper than `expected` does. */
export function differencesOf(path: string, expected: unknown, found: unknown): BundleDifference[] {
  const sides = [expected, found]
  if (sides.every(Array.isArray) || sides.every(isObject)) {
    const [left, right] = sides as [Record<string, unknown>, Record<string, unknown>]
    const keys = new Set([...Object.keys(left), ...Object.keys(right)])
    return [...keys].flatMap((key) => differencesOf(`${path}.${key}`, own(left, key), own(right, key)))
  }
  return expected === found ? [] : [{ path, expected, found }]
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
