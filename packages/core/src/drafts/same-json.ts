import { isObject } from '../criteria/by-code.ts'

type Pair = [unknown, unknown]

/** Whether two JSON values are the same, whatever the order of their fields; a field that is undefined is as one that is not there. */
export function sameJson(a: unknown, b: unknown): boolean {
  const pairs: Pair[] = [[a, b]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    if (pair[0] === pair[1]) continue
    const inside = insideOf(pair)
    if (inside === null) return false
    for (const each of inside) pairs.push(each)
  }
  return true
}

/** What has to be the same for two lists or two objects to be; null where nothing makes them so. */
function insideOf([left, right]: Pair): Pair[] | null {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length ? left.map((item, index): Pair => [item, right[index]]) : null
  }
  if (!isObject(left) || !isObject(right)) return null
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].map((key): Pair => [own(left, key), own(right, key)])
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
