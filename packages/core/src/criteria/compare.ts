import { compareNodes, type NodeDifference, type NodePlace } from '../drafts/compare.ts'
import type { CriteriaKind, NewNode } from '../drafts/draft.ts'
import { inOrder } from '../drafts/tree.ts'
import { diffWords, type WordRun } from '../drafts/words.ts'
import { isObject } from './by-code.ts'
import { matchParts } from './compare-match.ts'
import type { CriteriaDocument, Criterion, Gate, Text } from './document.ts'
import { toDocument, toNodes } from './nodes.ts'

/** A part of one of the two documents: what it is called there, and its path ('' is the document itself). */
export type ComparedPart = { code: string; title: Text; path: string }
/** Under which part, right after which of its siblings; null: under none (the document itself), as the first. */
export type ComparedPlace = { parent: ComparedPart | null; previous: ComparedPart | null }

/** One way in which a part differs; undefined: there is no such field. */
export type CriteriaDifference =
  | { kind: 'added' }
  | { kind: 'removed' }
  | { kind: 'moved'; before: ComparedPlace; after: ComparedPlace }
  | { kind: 'renumbered'; before: unknown; after: unknown }
  | { kind: 'reworded'; field: string; before: string; after: string; words: WordRun[] }
  | { kind: 'pointsChanged'; before: unknown; after: unknown }
  | { kind: 'ruleChanged'; field: string; before: unknown; after: unknown }
  | { kind: 'standingChanged'; field: string; before: unknown; after: unknown }

/** A part that differs in anything, with all in which it does. */
export type CriteriaChange = {
  part: CriteriaKind
  before: ComparedPart | null
  after: ComparedPart | null
  differences: CriteriaDifference[]
}

export type Pair<T> = { before: T; after: T }

export type CriteriaComparison = {
  /** In the order of the document after; what was removed stands where it stood. */
  changes: CriteriaChange[]
  /** Every criterion that is in both, as it stands in each; as sound as the documents are. */
  criteria: Pair<Criterion>[]
  /** Every gate that is in both, likewise. */
  gates: Pair<Gate>[]
  after: CriteriaDocument
}

type Side = { nodes: NewNode[]; parts: ReadonlyMap<string, ComparedPart> }

/**
 * How two criteria documents differ, part by part: added, removed, moved, renumbered, reworded word by word, points changed, rule changed,
 * and what decides standings (domain.md "Criteria versions"). Parts are matched as matchParts says; neither document need be sound.
 */
export function compareCriteria(before: CriteriaDocument, after: CriteriaDocument): CriteriaComparison {
  const old = sideOf(before, (id) => `before ${id}`)
  const young = sideOf(after, (id) => `after ${id}`)
  const matched = matchParts(old.nodes, young.nodes)
  const idOf = (id: string) => matched.get(id) ?? id
  const nodes = young.nodes.map((node) => ({
    ...node,
    id: idOf(node.id),
    parentId: node.parentId === null ? null : idOf(node.parentId),
  }))
  const parts = new Map([...young.parts].map(([id, part]) => [idOf(id), part]))
  const found = { old, young: { nodes, parts } }
  return {
    changes: changesOf(found),
    criteria: pairsOf<Criterion>(found, 'criterion'),
    gates: pairsOf<Gate>(found, 'gate'),
    after,
  }
}

type Sides = { old: Side; young: Side }

/** The parts of a document in document order, with ids that the other document does not have. */
function sideOf(document: unknown, nameOf: (count: number) => string): Side {
  let count = 0
  const made = toNodes(document, () => {
    count += 1
    return nameOf(count)
  })
  const { pathOf } = toDocument(made)
  const nodes = inOrder(made).map(({ node }) => node)
  return {
    nodes,
    parts: new Map(nodes.map(({ id, content }) => [id, partOf(content, pathOf.get(id) ?? '')])),
  }
}

function partOf({ code, title }: NewNode['content'], path: string): ComparedPart {
  const { vi, en } = isObject(title) ? title : {}
  return { code: textOf(code), title: { vi: textOf(vi), en: textOf(en) }, path }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The parts of that kind that are in both; of sound documents they have the kind's type. */
function pairsOf<T>({ old, young }: Sides, wanted: CriteriaKind): Pair<T>[] {
  const before = new Map(old.nodes.map((node) => [node.id, node.content]))
  return young.nodes.flatMap(({ id, kind, content }) => {
    const was = before.get(id)
    return kind === wanted && was !== undefined ? [{ before: was as T, after: content as T }] : []
  })
}

function changesOf({ old, young }: Sides): CriteriaChange[] {
  const differences = new Map<string, CriteriaDifference[]>()
  for (const difference of compareNodes(old.nodes, young.nodes)) {
    const known = differences.get(difference.nodeId) ?? []
    differences.set(difference.nodeId, [...known, ...saidOf(difference, { old, young })])
  }
  const kinds = new Map([...old.nodes, ...young.nodes].map(({ id, kind }) => [id, kind as CriteriaKind]))
  return merged(old.nodes, young.nodes).flatMap((id) => {
    const [part, of] = [kinds.get(id), differences.get(id)]
    if (part === undefined || of === undefined) return []
    return [{ part, before: old.parts.get(id) ?? null, after: young.parts.get(id) ?? null, differences: of }]
  })
}

/** The ids of both in the order of `young`; what is in `old` alone stands right after what it followed. */
function merged(old: readonly NewNode[], young: readonly NewNode[]): string[] {
  const ids = young.map(({ id }) => id)
  const present = new Set(ids)
  old.forEach(({ id }, index) => {
    const previous = old[index - 1]?.id
    if (!present.has(id)) ids.splice(previous === undefined ? 0 : ids.indexOf(previous) + 1, 0, id)
  })
  return ids
}

/** What a difference of nodes is called of criteria. */
function saidOf(difference: NodeDifference, { old, young }: Sides): CriteriaDifference[] {
  switch (difference.kind) {
    case 'added':
    case 'removed':
      return [{ kind: difference.kind }]
    case 'moved':
      return [
        { kind: 'moved', before: placeIn(old, difference.before), after: placeIn(young, difference.after) },
      ]
    case 'reworded': {
      const { field, before, after, words } = difference
      return [{ kind: 'reworded', field, before, after, words }]
    }
    case 'changed':
      return fieldDifferences(difference)
  }
}

function placeIn({ parts }: Side, { parentId, previousId }: NodePlace): ComparedPlace {
  return { parent: parts.get(parentId ?? '') ?? null, previous: parts.get(previousId ?? '') ?? null }
}

const RULE_FIELDS = ['measure', 'rule', 'bonus', 'notApplicable', 'evidence', 'unit']

function fieldDifferences({
  field,
  before,
  after,
}: Extract<NodeDifference, { kind: 'changed' }>): CriteriaDifference[] {
  if (field === 'code') return [{ kind: 'renumbered', before, after }]
  if (field === 'maxPoints') return [{ kind: 'pointsChanged', before, after }]
  if (RULE_FIELDS.includes(field)) return [{ kind: 'ruleChanged', field, before, after }]
  if (field !== 'title' && field !== 'guidance') return [{ kind: 'standingChanged', field, before, after }]
  return (['vi', 'en'] as const).flatMap((language) => {
    const [old, young] = [before, after].map((words) => (isObject(words) ? textOf(words[language]) : ''))
    if (old === undefined || young === undefined || old === young) return []
    return [
      {
        kind: 'reworded' as const,
        field: `${field}.${language}`,
        before: old,
        after: young,
        words: diffWords(old, young),
      },
    ]
  })
}
