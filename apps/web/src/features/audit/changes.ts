/** One place of a thing that an act touched; null where it was, or is, not there. */
export type Change = { path: string; before: string | null; after: string | null }

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The leaves of any JSON, by path: `answer.actual`, `unitIds.0`. */
function leaves(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path, plain(value)]]
  const inside = Object.entries(value)
  if (inside.length === 0) return [[path, plain(value)]]
  return inside.flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`))
}

/** What an act changed, place by place, places that stayed the same left out where there was a before. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, young] = [new Map(leaves(before, '')), new Map(leaves(after, ''))]
  const paths = [...new Set([...old.keys(), ...young.keys()])].sort()
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: young.get(path) ?? null }))
    .filter((change) => change.before !== change.after)
}
