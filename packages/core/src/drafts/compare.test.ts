import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLater, anyNodes } from '../../test/any-nodes.ts'
import { applyComparison } from './apply-comparison.ts'
import { type Compared, compareNodes } from './compare.ts'
import { positionsFor } from './position.ts'
import { inOrder } from './tree.ts'

/** What a comparison is about: everything but the very position keys, in document order. */
const shown = (nodes: readonly Compared[]) =>
  inOrder(nodes).map(({ node: { id, parentId, kind, content } }) => ({ id, parentId, kind, content }))

const texts = (ids: string, parentId: string | null = null): Compared[] => {
  const positions = positionsFor(ids.length)
  return Array.from(ids, (id, index) => ({
    id,
    parentId,
    position: positions[index] ?? '',
    kind: 'article',
    content: { text: `Điều ${id}` },
  }))
}
const said = (before: readonly Compared[], after: readonly Compared[]) =>
  compareNodes(before, after).map(({ kind, nodeId }) => `${kind} ${nodeId}`)

describe('the comparison of two versions of a draft', () => {
  test('applied to the one before makes the one after', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const before = anyNodes(draw)
        const after = anyLater(draw, before)
        expect(shown(applyComparison(before, compareNodes(before, after)))).toEqual(shown(after))
      }),
    )
  })

  test('of two that have nothing to do with each other leads from one to the other too', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const [before, after] = [anyNodes(draw), anyNodes(draw)]
        expect(shown(applyComparison(before, compareNodes(before, after)))).toEqual(shown(after))
      }),
    )
  })

  test('of a version with itself says nothing, whatever its position keys', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const nodes = anyNodes(draw)
        expect(compareNodes(nodes, nodes)).toEqual([])
        const keys = positionsFor(nodes.length)
        const rekeyed = inOrder(nodes).map(({ node }, index) => ({ ...node, position: keys[index] ?? '' }))
        expect(compareNodes(nodes, rekeyed)).toEqual([])
      }),
    )
  })

  test('names what was added, removed, and as few as can be that moved among those that stayed', () => {
    expect(said(texts('abcd'), texts('xabd'))).toEqual(['removed c', 'added x'])
    expect(said(texts('abcdef'), texts('fabcde'))).toEqual(['moved f'])
    expect(said(texts('abcd'), texts('bcda'))).toEqual(['moved a'])
    expect(said(texts('abc'), texts('bac'))).toHaveLength(1)
  })

  test('names what went to another parent or to another level as moved, with both places', () => {
    const [a, b, c] = texts('abc') as [Compared, Compared, Compared]
    const clause = { ...c, parentId: 'a', kind: 'clause' as const }
    expect(compareNodes([a, b, c], [a, b, clause])).toEqual([
      {
        kind: 'moved',
        nodeId: 'c',
        before: { parentId: null, kind: 'article', previousId: 'b' },
        after: { parentId: 'a', kind: 'clause', previousId: null },
      },
    ])
  })

  test('says words word by word, and what is no words as it was and is', () => {
    const node = (content: Compared['content']): Compared[] => [
      { id: 'k', parentId: null, position: 'V', kind: 'criterion', content },
    ]
    const before = node({
      title: { vi: 'Thu', en: 'Revenue' },
      maxPoints: '60',
      rule: { kind: 'linear' },
      guidance: 7,
    })
    const after = node({
      title: { vi: 'Thu', en: 'Income' },
      maxPoints: '50',
      unit: '%',
      guidance: { vi: 'a', en: '' },
    })
    const differences = compareNodes(before, after)
    expect(differences).toEqual([
      {
        kind: 'reworded',
        nodeId: 'k',
        field: 'title.en',
        before: 'Revenue',
        after: 'Income',
        words: [
          { kind: 'removed', text: 'Revenue' },
          { kind: 'added', text: 'Income' },
        ],
      },
      { kind: 'changed', nodeId: 'k', field: 'maxPoints', before: '60', after: '50' },
      { kind: 'changed', nodeId: 'k', field: 'rule', before: { kind: 'linear' }, after: undefined },
      { kind: 'changed', nodeId: 'k', field: 'guidance', before: 7, after: { vi: 'a', en: '' } },
      { kind: 'changed', nodeId: 'k', field: 'unit', before: undefined, after: '%' },
    ])
    expect(shown(applyComparison(before, differences))).toEqual(shown(after))
  })

  test('looks at fields by their values, not at their order', () => {
    const node = (content: Compared['content']): Compared[] => [
      { id: 'k', parentId: null, position: 'V', kind: 'criterion', content },
    ]
    const rule = { kind: 'linear', zeroAt: '0', fullAt: '1' }
    expect(
      compareNodes(
        node({ rule, code: 'x' }),
        node({ code: 'x', rule: { fullAt: '1', zeroAt: '0', kind: 'linear' } }),
      ),
    ).toEqual([])
    expect(
      compareNodes(node({ title: { vi: 'a', en: 'b', fr: 'c' } }), node({ title: { vi: 'a', en: 'b' } })),
    ).toHaveLength(1)
    expect(compareNodes(node({ rule: [1, 2] }), node({ rule: [1] }))).toHaveLength(1)
    expect(compareNodes(node({ rule: [1] }), node({ rule: { 0: 1 } }))).toHaveLength(1)
    expect(compareNodes(node({ rule: null }), node({ rule: {} }))).toHaveLength(1)
  })

  test('that names a node no longer there leaves the others as they are', () => {
    const [a] = texts('a')
    const differences = compareNodes(texts('ab'), texts('ba')).filter(
      ({ nodeId }) => nodeId === 'b' || nodeId === 'a',
    )
    expect(shown(applyComparison(a ? [a] : [], differences))).toHaveLength(1)
    const reworded = compareNodes(
      texts('ab'),
      texts('ab').map((node) => ({ ...node, content: { text: 'khác' } })),
    )
    expect(shown(applyComparison(texts('a'), reworded))).toHaveLength(1)
  })
})
