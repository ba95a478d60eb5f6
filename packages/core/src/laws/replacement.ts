import { type LawFacts, lawInForce, type Replacement } from './law.ts'

/** What stands in a law's place; `isInPart`: in a part of it alone. */
export type Replacing = { lawId: string; number: string; isInPart: boolean }
export type ReplacementRefusal = { reason: 'cycle'; lawIds: string[] }
export type ReplacementFound = { ok: true; by: Replacing[] } | { ok: false; refusal: ReplacementRefusal }

type Link = { law: LawFacts; isInPart: boolean }
type Walk = { links: ReadonlyMap<string, readonly Link[]>; found: Map<string, Replacing>; seen: Set<string> }

/**
 * What has taken a law's place by a day (ISO date), followed to the end of its chain, in the order of `laws`: where A gave way to B
 * and B wholly to C, that is C. A replacement counts from the day the newer law takes effect, or where nobody has entered that day,
 * from its issue, and last from always: a warning too many is better than one missing. Laws that replace one another are refused.
 */
export function replacementOf(lawId: string, laws: readonly LawFacts[], day: string): ReplacementFound {
  const walk: Walk = { links: linksBy(laws, day), found: new Map(), seen: new Set() }
  const cycle = follow(walk, { id: lawId, isInPart: false, path: [] })
  if (cycle !== null) return { ok: false, refusal: { reason: 'cycle', lawIds: cycle } }
  return { ok: true, by: laws.flatMap(({ id }) => walk.found.get(id) ?? []) }
}

/** The laws that took effect by the day, by what they replace. */
function linksBy(laws: readonly LawFacts[], day: string): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>()
  for (const law of laws) {
    if (lawInForce(law, day) === 'notYet') continue
    for (const { lawId, isInPart } of law.replaces)
      links.set(lawId, [...(links.get(lawId) ?? []), { law, isInPart }])
  }
  return links
}

/** Notes what stands at the ends of the chains from a law; the cycle found, or null. */
function follow(
  walk: Walk,
  { id, isInPart, path }: { id: string; isInPart: boolean; path: readonly string[] },
): string[] | null {
  if (path.includes(id)) return path.slice(path.indexOf(id))
  const key = `${isInPart} ${id}`
  if (walk.seen.has(key)) return null
  walk.seen.add(key)
  for (const link of walk.links.get(id) ?? []) {
    const next = { id: link.law.id, isInPart: isInPart || link.isInPart, path: [...path, id] }
    const cycle = follow(walk, next)
    if (cycle !== null) return cycle
    if (!isGone(walk, next.id)) note(walk, { ...next, number: link.law.number })
  }
  return null
}

const isGone = ({ links }: Walk, id: string): boolean =>
  (links.get(id) ?? []).some(({ isInPart }) => !isInPart)

/** What replaces the whole is not said to replace a part. */
function note({ found }: Walk, { id, number, isInPart }: { id: string; number: string; isInPart: boolean }) {
  found.set(id, { lawId: id, number, isInPart: isInPart && (found.get(id)?.isInPart ?? true) })
}

export type ReplacementFault = {
  /** Of `replaces`, from 0. */
  index: number
  code: 'replaces_itself' | 'unknown_law' | 'duplicate_law' | 'cycle' | 'note_missing'
}

/** Every fault of what a law is said to replace, among the laws there are: unknown ones, named twice, in a circle, a part without a note that names it. */
export function checkReplacements(law: LawFacts, laws: readonly LawFacts[]): ReplacementFault[] {
  const others = laws.filter(({ id }) => id !== law.id)
  const known = new Set(others.map(({ id }) => id))
  const codeOf = (replacement: Replacement, index: number): ReplacementFault['code'] | null => {
    const { lawId, isInPart, note: part } = replacement
    if (lawId === law.id) return 'replaces_itself'
    if (!known.has(lawId)) return 'unknown_law'
    if (law.replaces.findIndex((one) => one.lawId === lawId) < index) return 'duplicate_law'
    if (isCircling({ ...law, replaces: [replacement] }, others)) return 'cycle'
    return isInPart && part === '' ? 'note_missing' : null
  }
  return law.replaces.flatMap((replacement, index) => {
    const code = codeOf(replacement, index)
    return code === null ? [] : [{ index, code }]
  })
}

/** Whether the law would stand in its own place. */
function isCircling(law: LawFacts, others: readonly LawFacts[]): boolean {
  const timeless = [law, ...others].map((one) => ({
    ...one,
    issuedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
  }))
  return !replacementOf(law.id, timeless, '').ok
}
