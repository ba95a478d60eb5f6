/** Records keyed by code: any text is a code, so `constructor` and `__proto__` are codes like any other. */
export type ByCode<T> = Record<string, T>

/** The record's own entry of that code, or undefined. */
export function entryOf<T>(record: Readonly<ByCode<T>>, code: string): T | undefined {
  return Object.hasOwn(record, code) ? record[code] : undefined
}

/** Sets the entry of a code in a record that is being made. */
export function putEntry<T>(record: ByCode<T>, code: string, value: T): void {
  if (code !== '__proto__') record[code] = value
  else Object.defineProperty(record, code, { value, enumerable: true, configurable: true, writable: true })
}

/** Whether a value is a JSON object: no list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
