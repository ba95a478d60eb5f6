import type { NodeView } from '@bangvang/contract/drafts'
import { numberNodes } from '@bangvang/core/drafts/number'
import { expect, test } from 'vitest'
import {
  kindsToAdd,
  type NewPlace,
  placeAfter,
  placeBeside,
  placeDeeper,
  placeFor,
  placeHigher,
  treeOf,
} from './structure.ts'

type Kind = NodeView['kind']
const part = (id: string, kind: Kind, [parentId, position]: [string | null, string]): NodeView => ({
  id,
  parentId,
  position,
  kind,
  content: { text: id },
  version: 1,
})
const nodes = [
  part('C1', 'chapter', [null, 'V']),
  part('A1', 'article', ['C1', 'G']),
  part('K1', 'clause', ['A1', 'G']),
  part('P1', 'point', ['K1', 'V']),
  part('K2', 'clause', ['A1', 'V']),
  part('A2', 'article', ['C1', 'V']),
]
const tree = treeOf('regulation', nodes)
const at = (id: string) => nodes.find((node) => node.id === id) as NodeView
/** The number a part has once it stands there. */
const numbered = (place: NewPlace | null, id = 'new') => {
  if (place === null) return null
  const others = nodes.filter((node) => node.id !== id)
  const number = numberNodes([...others, { ...part(id, place.kind, [null, '']), ...place }]).get(id)
  return number === undefined ? place.kind : `${number.kind} ${number.number} in ${place.parentId}`
}

test('Enter goes on with the first part of the next level, or with one more of the same', () => {
  expect(numbered(placeAfter(tree, at('C1')))).toBe('article 1 in C1')
  expect(numbered(placeAfter(tree, at('A1')))).toBe('clause 1 in A1')
  expect(numbered(placeAfter(tree, at('K1')))).toBe('clause 2 in A1')
  expect(numbered(placeAfter(tree, at('P1')))).toBe('point b in K1')
})

test('a part of a higher level goes after what holds the place', () => {
  expect(numbered(placeFor(tree, at('P1'), 'clause'))).toBe('clause 2 in A1')
  expect(numbered(placeFor(tree, at('P1'), 'article'))).toBe('article 2 in C1')
  expect(numbered(placeFor(tree, at('P1'), 'chapter'))).toBe('chapter II in null')
  expect(numbered(placeFor(tree, at('K2'), 'point'))).toBe('point a in K2')
})

test('a paragraph stands anywhere; a clause not in a chapter', () => {
  expect(kindsToAdd(tree, at('C1'))).toEqual(['chapter', 'article', 'paragraph'])
  expect(kindsToAdd(tree, at('P1'))).toEqual(['chapter', 'article', 'clause', 'point', 'paragraph'])
})

test('a part moves one place among its own, and not past the ends', () => {
  expect(numbered(placeBeside(tree, at('K1'), 1), 'K1')).toBe('clause 2 in A1')
  expect(numbered(placeBeside(tree, at('K2'), -1), 'K2')).toBe('clause 1 in A1')
  expect(placeBeside(tree, at('K1'), -1)).toBeNull()
  expect(placeBeside(tree, at('A2'), 1)).toBeNull()
})

test('a clause becomes the last point of the one before it, and a point a clause after its own', () => {
  expect(numbered(placeDeeper(tree, at('K2')), 'K2')).toBe('point b in K1')
  expect(numbered(placeHigher(tree, at('P1')), 'P1')).toBe('clause 2 in A1')
})

test('a clause with points of its own, or the first of its article, stays at its level', () => {
  expect(placeDeeper(tree, at('K1'))).toBeNull()
  const more = [...nodes, part('P2', 'point', ['K2', 'V'])]
  expect(placeDeeper(treeOf('regulation', more), at('K2'))).toBeNull()
  expect(placeHigher(tree, at('K1'))).toBeNull()
})
