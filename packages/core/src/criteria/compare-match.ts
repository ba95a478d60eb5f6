import type { NewNode } from '../drafts/draft.ts'
import { isObject } from './by-code.ts'

/** How a document's parts are told: by what they are called and numbered, sound or not. */
type Key = (node: NewNode) => string | null

/**
 * Which part of one document is which of another: for each part of `after` that was there before, by id, the id it had. Parts of one kind
 * match by code and title, those left by a title that only one on each side has, those left by code; in document order, so that the same
 * documents always match the same way. Roots match always, tie-breakers by what they compare.
 */
export function matchParts(
  before: readonly NewNode[],
  after: readonly NewNode[],
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  const matchBy = (key: Key, mayRepeat: boolean) => {
    const old = byKey(
      before.filter(({ id }) => !taken.has(id)),
      key,
    )
    const young = byKey(
      after.filter(({ id }) => !matched.has(id)),
      key,
    )
    for (const [name, nodes] of young) {
      const candidates = old.get(name) ?? []
      if (!mayRepeat && (nodes.length > 1 || candidates.length > 1)) continue
      nodes.forEach((node, index) => {
        const was = candidates[index]
        if (was === undefined) return
        matched.set(node.id, was.id)
        taken.add(was.id)
      })
    }
  }
  matchBy(codeAndTitle, true)
  matchBy(titleAlone, false)
  matchBy(codeAlone, true)
  return matched
}

function byKey(nodes: readonly NewNode[], key: Key): ReadonlyMap<string, NewNode[]> {
  const groups = new Map<string, NewNode[]>()
  for (const node of nodes) {
    const name = key(node)
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), node])
  }
  return groups
}

const codeAndTitle: Key = ({ kind, content }) => {
  if (kind === 'criteriaSet') return kind
  if (kind === 'tieBreaker') return keyOf(kind, content.section, content.criterion, content.amount)
  return keyOf(kind, content.code, titleOf(content))
}

const titleAlone: Key = ({ kind, content }) => {
  const title = titleOf(content)
  return title === '' ? null : keyOf(kind, title)
}

const codeAlone: Key = ({ kind, content }) =>
  typeof content.code === 'string' && content.code !== '' ? keyOf(kind, content.code) : null

function keyOf(...parts: unknown[]): string {
  return JSON.stringify(parts.map((part) => (typeof part === 'string' ? part : null)))
}

/** The Vietnamese title (else the English), whatever its case, blanks and way of writing diacritics. */
function titleOf({ title }: NewNode['content']): string {
  const { vi, en } = isObject(title) ? title : {}
  const words = [vi, en].find((each) => typeof each === 'string' && each.trim() !== '')
  return typeof words === 'string' ? words.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ') : ''
}
