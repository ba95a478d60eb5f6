import type { Answer } from '@bangvang/core/assessments/answer'
import { compareDecimals, isDecimal } from '@bangvang/core/numbers/decimal'

function isSame(a: unknown, b: unknown): boolean {
  if (isDecimal(a) && isDecimal(b)) return compareDecimals(a, b) === 0
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n')
  return a === b
}

/** Whether two answers say the same: `1.10` is `1.1`, and the order of ticks says nothing. */
export function isSameAnswer(a: Answer | null, b: Answer | null): boolean {
  if (a === null || b === null) return a === b
  const fields = Object.keys({ ...a, ...b }) as (keyof Answer)[]
  return fields.every((field) => isSame(a[field], b[field]))
}
