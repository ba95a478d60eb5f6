import { isObject } from '@bangvang/core/criteria/by-code'

/** The value at a dotted path that counts lists from 0: `measure.options.1.points`; undefined where there is none. */
export function listValue(thing: unknown, path: string): unknown {
  if (path === '') return thing
  return path.split('.').reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }, thing)
}

/** The list at a path; [] where there is none. */
export function listOf(thing: unknown, path: string): readonly unknown[] {
  const found = listValue(thing, path)
  return Array.isArray(found) ? found : []
}
