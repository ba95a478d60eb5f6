import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyNodes } from '../../test/any-nodes.ts'
import { childrenOf, inOrder, nodesById, subtreeIds, toTree } from './tree.ts'

const placed = (id: string, parentId: string | null, position: string) => ({ id, parentId, position })
const nodes = [
  placed('b', null, 'b'),
  placed('a', null, 'a'),
  placed('b2', 'b', 'z'),
  placed('b1', 'b', 'Z'),
  placed('b11', 'b1', 'V'),
]

describe('the nodes of a draft', () => {
  test('stand in document order, each before what it holds', () => {
    expect(inOrder(nodes).map(({ node, depth }) => `${node.id}${depth}`)).toEqual([
      'a0',
      'b0',
      'b11',
      'b112',
      'b21',
    ])
    expect(toTree(nodes)).toMatchObject([
      { node: { id: 'a' }, children: [] },
      { node: { id: 'b' }, children: [{ node: { id: 'b1' }, children: [{ node: { id: 'b11' } }] }, {}] },
    ])
  })

  test('at one position are told apart by their ids', () => {
    const same = [placed('y', null, 'V'), placed('x', null, 'V')]
    expect(
      childrenOf(same)
        .get(null)
        ?.map(({ id }) => id),
    ).toEqual(['x', 'y'])
  })

  test('that do not hang on the top are left out', () => {
    const adrift = [...nodes, placed('lost', 'nobody', 'V'), placed('m', 'n', 'V'), placed('n', 'm', 'V')]
    expect(inOrder(adrift)).toEqual(inOrder(nodes))
    expect(toTree(adrift)).toEqual(toTree(nodes))
  })

  test('keep their order whatever order they are given in', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const any = anyNodes(draw)
        const shuffled = draw(() => fc.shuffledSubarray(any, { minLength: any.length }))
        expect(inOrder(shuffled)).toEqual(inOrder(any))
        expect(inOrder(any).length).toBe(any.length)
      }),
    )
  })

  test('are found with all they hold, even where they hold themselves', () => {
    expect(subtreeIds(nodes, 'b')).toEqual(['b', 'b1', 'b11', 'b2'])
    expect(subtreeIds(nodes, 'a')).toEqual(['a'])
    expect(subtreeIds(nodes, 'nobody')).toEqual([])
    expect(subtreeIds([placed('m', 'n', 'V'), placed('n', 'm', 'V')], 'm')).toEqual(['m', 'n'])
  })

  test('are found by their ids; of two with one id the first', () => {
    const twice = [placed('a', null, 'a'), placed('a', null, 'b')]
    expect(nodesById(twice).get('a')?.position).toBe('a')
  })
})
