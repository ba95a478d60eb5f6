/** Why a value has no canonical JSON: not JSON at all (undefined, NaN, a Date…), or text with half a surrogate pair. */
export type CanonicalRefusal = 'not_json' | 'lone_surrogate'
export type Canonical = { ok: true; text: string } | { ok: false; refusal: { reason: CanonicalRefusal } }

/** A piece of the text, or a value that is still to be written. */
type Piece = string | { value: unknown }

const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * RFC 8785 (JCS): the one way to write a JSON value, so that its hash is its identity. A property that is undefined is left out,
 * as JSON leaves it out. Throws TypeError on what is not JSON.
 */
export function canonicalJson(value: unknown): string {
  const canonical = canonicalise(value)
  if (canonical.ok) return canonical.text
  throw new TypeError(`no canonical JSON: ${canonical.refusal.reason}`)
}

/** As canonicalJson, with what cannot be written as a refusal. Nesting may be as deep as memory allows. */
export function canonicalise(value: unknown): Canonical {
  const text: string[] = []
  const pending: Piece[] = [{ value }]
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    if (typeof piece === 'string') {
      text.push(piece)
      continue
    }
    const pieces = piecesOf(piece.value)
    if (typeof pieces === 'string') return { ok: false, refusal: { reason: pieces } }
    for (const next of pieces.reverse()) pending.push(next)
  }
  return { ok: true, text: text.join('') }
}

function piecesOf(value: unknown): Piece[] | CanonicalRefusal {
  if (value === null || typeof value === 'boolean') return [String(value)]
  if (typeof value === 'number') return Number.isFinite(value) ? [JSON.stringify(value)] : 'not_json'
  if (typeof value === 'string') return textPieces(value)
  if (Array.isArray(value)) return listPieces(value)
  return typeof value === 'object' && isPlain(value) ? objectPieces(value) : 'not_json'
}

/** A Date or a Map would be written as {}: it is no JSON. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function textPieces(text: string): Piece[] | CanonicalRefusal {
  return LONE_SURROGATE.test(text) ? 'lone_surrogate' : [JSON.stringify(text)]
}

function listPieces(list: readonly unknown[]): Piece[] {
  return [
    '[',
    ...Array.from(list, (value, index) => (index > 0 ? [',', { value }] : [{ value }])).flat(),
    ']',
  ]
}

/** Keys stand sorted by UTF-16 code unit, which is what sort() does. */
function objectPieces(object: Record<string, unknown>): Piece[] | CanonicalRefusal {
  const keys = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
  if (keys.some((key) => LONE_SURROGATE.test(key))) return 'lone_surrogate'
  const pieces = keys.flatMap((key, index): Piece[] => [
    `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`,
    { value: object[key] },
  ])
  return ['{', ...pieces, '}']
}
