import type { FieldError } from '@bangvang/contract/problem'

type Place = { value: unknown; key: string; parent: Place | null }

const isBroken = (text: string): boolean => /\p{Surrogate}/u.test(text)

function pointerOf(place: Place): string {
  const keys: string[] = []
  for (let at = place; at.parent !== null; at = at.parent) keys.push(at.key)
  return `#${keys
    .reverse()
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')}`
}

/**
 * The first text of a JSON value that holds half a surrogate pair, or null. JSON lets it through, but it is no text
 * (RFC 7493, 2.1): it has no canonical form to hash and no place in the database. However deep the value: no recursion.
 */
export function brokenText(body: unknown): FieldError | null {
  const pending: Place[] = [{ value: body, key: '', parent: null }]
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { value, key } = place
    if (isBroken(key) || (typeof value === 'string' && isBroken(value)))
      return { pointer: pointerOf(place).replace(/\p{Surrogate}/gu, '\ufffd'), code: 'lone_surrogate' }
    if (typeof value !== 'object' || value === null) continue
    for (const [inner, within] of Object.entries(value))
      pending.push({ value: within, key: inner, parent: place })
  }
  return null
}
