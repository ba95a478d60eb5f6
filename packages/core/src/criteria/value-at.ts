import { isObject } from './by-code.ts'

/** The value at a dotted path of fields, '' being the thing itself; undefined where there is none. */
export function valueAt(thing: unknown, path: string): unknown {
  if (path === '') return thing
  return path
    .split('.')
    .reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), thing)
}

/** The list at a path; [] where there is none. */
export function listAt(thing: unknown, path: string): unknown[] {
  const found = valueAt(thing, path)
  return Array.isArray(found) ? found : []
}
