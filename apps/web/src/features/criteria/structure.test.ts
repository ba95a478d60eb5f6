import type { NodeView } from '@bangvang/contract/drafts'
import { checkNodes } from '@bangvang/core/drafts/check-nodes'
import { inOrder } from '@bangvang/core/drafts/tree'
import { expect, test } from 'vitest'
import { document } from '../../lib/small-cluster.ts'
import { nodesOf } from './criteria-sample.ts'
import {
  contentOfNew,
  type Move,
  nextCode,
  type Place,
  placeAfterMove,
  placeOfDrop,
  placeOfNew,
} from './structure.ts'
import { sumsOf } from './sums.ts'

/** Section I with KT07, a group of KT09 and KT10, and KT11; section III with TD01. */
const title = { vi: 'Nhóm', en: 'Group' }
const [first, third] = document.sections
const [revenue, spending] = first?.criteria ?? []
if (first === undefined || third === undefined || revenue === undefined || spending === undefined)
  throw new Error('the sample has two sections')
const grouped = nodesOf({
  ...document,
  sections: [
    {
      ...first,
      criteria: [
        revenue,
        { code: 'G', title, criteria: [spending, { ...revenue, code: 'KT10' }] },
        { ...revenue, code: 'KT11' },
      ],
    },
    third,
  ],
})
const at = (id: string): NodeView => {
  const found = grouped.find((node) => node.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const placed = (node: NodeView, place: Place | null) =>
  place === null ? null : grouped.map((one) => (one.id === node.id ? { ...one, ...place } : one))
const order = (nodes: NodeView[] | null) =>
  nodes === null
    ? null
    : inOrder(nodes)
        .filter(({ node }) => ['section', 'heading', 'criterion'].includes(node.kind))
        .map(({ node, depth }) => `${'-'.repeat(depth - 1)}${node.id}`)
        .join(' ')
const moved = (id: string, move: Move) => order(placed(at(id), placeAfterMove(grouped, at(id), move)))

test('a part moves up and down its list, out of its group at either end, and on into the next section', () => {
  expect(order(grouped)).toBe('I -KT07 -G --KT09 --KT10 -KT11 III -TD01')
  expect(moved('KT10', 'up')).toBe('I -KT07 -G --KT10 --KT09 -KT11 III -TD01')
  expect(moved('KT09', 'up')).toBe('I -KT07 -KT09 -G --KT10 -KT11 III -TD01')
  expect(moved('KT10', 'down')).toBe('I -KT07 -G --KT09 -KT10 -KT11 III -TD01')
  expect(moved('KT11', 'down')).toBe('I -KT07 -G --KT09 --KT10 III -KT11 -TD01')
  expect(moved('TD01', 'up')).toBe('I -KT07 -G --KT09 --KT10 -KT11 -TD01 III')
  expect(moved('G', 'up')).toBe('I -G --KT09 --KT10 -KT07 -KT11 III -TD01')
  expect(moved('III', 'up')).toBe('III -TD01 I -KT07 -G --KT09 --KT10 -KT11')
  expect([moved('KT07', 'up'), moved('I', 'up'), moved('TD01', 'down')]).toEqual([null, null, null])
})

test('a part goes into the group above it and out again, and nowhere its kind may not stand', () => {
  expect(moved('KT11', 'in')).toBe('I -KT07 -G --KT09 --KT10 --KT11 III -TD01')
  expect(moved('KT09', 'out')).toBe('I -KT07 -G --KT10 -KT09 -KT11 III -TD01')
  for (const [id, move] of [
    ['KT07', 'in'],
    ['G', 'in'],
    ['III', 'in'],
    ['KT07', 'out'],
    ['D01', 'in'],
  ] as const)
    expect(moved(id, move)).toBeNull()
})

test('a part is dropped before, after or inside another, but never inside itself', () => {
  const drop = (id: string, target: string, side: 'before' | 'after' | 'inside') =>
    order(placed(at(id), placeOfDrop(grouped, at(id), { target: at(target), side })))
  expect(drop('TD01', 'KT09', 'before')).toBe('I -KT07 -G --TD01 --KT09 --KT10 -KT11 III')
  expect(drop('KT07', 'III', 'inside')).toBe('I -G --KT09 --KT10 -KT11 III -TD01 -KT07')
  expect(drop('KT07', 'KT11', 'after')).toBe('I -G --KT09 --KT10 -KT11 -KT07 III -TD01')
  expect([drop('G', 'KT09', 'before'), drop('G', 'G', 'inside'), drop('KT07', 'D01', 'after')]).toEqual([
    null,
    null,
    null,
  ])
})

test('a new part stands as near after the selected one as its kind may, and can be saved', () => {
  const added = (kind: Parameters<typeof placeOfNew>[1], selected?: string) => {
    const place = placeOfNew(grouped, kind, selected === undefined ? undefined : at(selected))
    if (place === null) return null
    const node = { id: 'new', ...place, kind, content: contentOfNew(kind, 'N1'), version: 1 }
    expect(checkNodes('criteria', [...grouped, node])).toEqual([])
    return order([...grouped, node])
  }
  expect(added('criterion', 'KT09')).toBe('I -KT07 -G --KT09 --new --KT10 -KT11 III -TD01')
  expect(added('criterion', 'G')).toBe('I -KT07 -G --KT09 --KT10 -new -KT11 III -TD01')
  expect(added('criterion', 'I')).toBe('I -KT07 -G --KT09 --KT10 -KT11 -new III -TD01')
  expect(added('heading', 'KT07')).toBe('I -KT07 -new -G --KT09 --KT10 -KT11 III -TD01')
  expect(added('section', 'KT07')).toBe('I -KT07 -G --KT09 --KT10 -KT11 new III -TD01')
  expect(added('criterion')).toBe('I -KT07 -G --KT09 --KT10 -KT11 III -TD01 -new')
  for (const kind of ['gate', 'grade', 'tieBreaker'] as const)
    expect(added(kind, 'KT09')).toBe(order(grouped))
  expect(placeOfNew([], 'criterion', undefined)).toBeNull()
})

test('a new code counts on from the one before it, past those that are taken', () => {
  expect([nextCode(grouped, 'KT07'), nextCode(grouped, 'KT09'), nextCode(grouped, 'G')]).toEqual([
    'KT08',
    'KT12',
    '',
  ])
})

test('the points of each section add up, sound ones alone, and are held against the maximum', () => {
  const nodes = grouped.map((node) =>
    node.id === 'KT11' ? { ...node, content: { ...node.content, maxPoints: '0,5' } } : node,
  )
  const { sections, ...sums } = sumsOf(nodes)
  expect(Object.fromEntries(sections)).toEqual({ I: '160', III: '20' })
  expect(sums).toEqual({ scored: '180', maxPoints: '120', difference: '60' })
  expect(sumsOf(nodesOf())).toMatchObject({ scored: '120', difference: '0' })
  expect(sumsOf([])).toMatchObject({ scored: '0', maxPoints: null })
})
