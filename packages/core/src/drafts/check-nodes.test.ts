import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLater, anyNodes } from '../../test/any-nodes.ts'
import { checkNodes, kindsOf, MOST_NODES, mayStandUnder } from './check-nodes.ts'
import { draftKinds, type NewNode, type NodeKind, nodeKinds } from './draft.ts'

const node = (id: string, parentId: string | null, changes: Partial<NewNode> = {}): NewNode => ({
  id,
  parentId,
  position: 'V',
  kind: 'article',
  content: { text: 'Điều khoản' },
  ...changes,
})
const codes = (nodes: NewNode[], kind: Parameters<typeof checkNodes>[0] = 'regulation') =>
  checkNodes(kind, nodes).map(({ nodeId, field, code }) => `${nodeId} ${field} ${code}`)

describe('the nodes of a draft', () => {
  test('of a sound text have no fault, before and after any sound change', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const nodes = anyNodes(draw, 30)
        expect(checkNodes('regulation', nodes)).toEqual([])
        expect(checkNodes('regulation', anyLater(draw, nodes))).toEqual([])
      }),
    )
  })

  test('stand only where their kind may', () => {
    const under = (kind: NodeKind) =>
      [null, ...nodeKinds].filter((parent) => mayStandUnder('regulation', kind, parent))
    expect(under('chapter')).toEqual([null])
    expect(under('article')).toEqual([null, 'chapter'])
    expect(under('clause')).toEqual(['article'])
    expect(under('point')).toEqual(['article', 'clause'])
    expect(under('paragraph')).toEqual([null, 'chapter', 'article', 'clause', 'point'])
    expect(under('section')).toEqual([])
    expect(mayStandUnder('plan', 'clause', null)).toBe(true)
    const tree = ['criteriaSet', 'section', 'heading', 'criterion', 'gate', 'grade', 'tieBreaker'] as const
    const pairs = [null, ...tree].flatMap((parent) =>
      tree.filter((kind) => mayStandUnder('criteria', kind, parent)).map((kind) => `${parent}>${kind}`),
    )
    expect(pairs).toEqual([
      'null>criteriaSet',
      'criteriaSet>section',
      'criteriaSet>gate',
      'criteriaSet>grade',
      'criteriaSet>tieBreaker',
      'section>heading',
      'section>criterion',
      'heading>heading',
      'heading>criterion',
    ])
    expect(draftKinds.map((kind) => kindsOf(kind).length)).toEqual([7, 5, 5, 5, 5, 0])
    expect(codes([node('a', null), node('b', 'a')])).toEqual(['b parentId wrong_place'])
    expect(codes([node('a', null, { kind: 'section', content: {} })])).toEqual(['a kind wrong_kind'])
    expect(codes([node('a', null)], 'ranking')).toEqual(['a kind wrong_kind'])
  })

  test('all hang on the top: no parent is unknown, none holds itself', () => {
    expect(codes([node('a', 'nobody'), node('b', null)])).toEqual(['a parentId unknown_parent'])
    const ring = [
      node('x', 'z', { kind: 'paragraph' }),
      node('y', 'x', { kind: 'paragraph' }),
      node('z', 'y', { kind: 'paragraph' }),
      node('under', 'y', { kind: 'clause' }),
    ]
    expect(codes(ring)).toEqual([
      'x parentId cycle',
      'y parentId cycle',
      'z parentId cycle',
      'under parentId wrong_place',
    ])
    expect(codes([node('x', 'x')])).toEqual(['x parentId cycle'])
  })

  test('have ids of their own, sound positions, and are not too many', () => {
    expect(codes([node('a', null), node('a', null)])).toEqual(['a id duplicate_id'])
    expect(codes([node('a', null, { position: 'V0' })])).toEqual(['a position bad_position'])
    const many = Array.from({ length: MOST_NODES + 1 }, (_, index) => node(`n${index}`, null))
    expect(codes(many)).toEqual(['null null too_many'])
    expect(codes(many.slice(1))).toEqual([])
  })

  test('of criteria hang on one root', () => {
    const root = (id: string) => node(id, null, { kind: 'criteriaSet', content: { code: 'T' } })
    expect(codes([], 'criteria')).toEqual(['null null root_missing'])
    expect(codes([root('r')], 'criteria')).toEqual([])
    expect(codes([root('r'), root('s'), root('t')], 'criteria')).toEqual([
      's kind duplicate_root',
      't kind duplicate_root',
    ])
  })

  test('name the faults of their contents beside their own', () => {
    expect(codes([node('a', 'nobody', { position: '', content: { text: 7 } })])).toEqual([
      'a position bad_position',
      'a parentId unknown_parent',
      'a text wrong_shape',
    ])
  })
})
