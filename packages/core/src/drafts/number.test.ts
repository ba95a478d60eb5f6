import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyNodes } from '../../test/any-nodes.ts'
import type { NewNode, NodeKind } from './draft.ts'
import { citeNode, citeNodes, numberNodes, numberOf } from './number.ts'

/** `chapter c; article a in c` as nodes, in order. */
function nodesOf(...lines: string[]): NewNode[] {
  return lines.map((line, index) => {
    const [kind = '', id = '', , parentId = null] = line.split(' ')
    return {
      id,
      parentId,
      position: `a${String.fromCharCode(66 + index)}`,
      kind: kind as NodeKind,
      content: {},
    }
  })
}

const regulation = nodesOf(
  'chapter I',
  'article 1 in I',
  'chapter II',
  'article 2 in II',
  'clause 2.1 in 2',
  'paragraph 2.p in 2',
  'clause 2.2 in 2',
  'point 2.2.a in 2.2',
  'paragraph 2.2.a.p in 2.2.a',
  'point 2.2.b in 2.2',
  'article 3',
  'clause 3.1 in 3',
  'point 3.a in 3',
)

describe('the numbers of a text', () => {
  test('count articles through the whole, clauses and points from one under what they stand in', () => {
    const numbers = [...numberNodes(regulation)].map(([id, { kind, ordinal, number }]) => [
      id,
      kind,
      ordinal,
      number,
    ])
    expect(numbers).toEqual([
      ['I', 'chapter', 1, 'I'],
      ['1', 'article', 1, '1'],
      ['II', 'chapter', 2, 'II'],
      ['2', 'article', 2, '2'],
      ['2.1', 'clause', 1, '1'],
      ['2.2', 'clause', 2, '2'],
      ['2.2.a', 'point', 1, 'a'],
      ['2.2.b', 'point', 2, 'b'],
      ['3', 'article', 3, '3'],
      ['3.1', 'clause', 1, '1'],
      ['3.a', 'point', 1, 'a'],
    ])
  })

  test('are the letters and Roman numbers of Vietnamese law', () => {
    const letters = Array.from({ length: 25 }, (_, index) => numberOf('point', index + 1))
    expect(letters.join(' ')).toBe('a b c d đ e g h i k l m n o p q r s t u v x y aa ab')
    const chapters = [1, 4, 9, 14, 19, 40, 99, 404, 2994]
    expect(chapters.map((ordinal) => numberOf('chapter', ordinal)).join(' ')).toBe(
      'I IV IX XIV XIX XL XCIX CDIV MMCMXCIV',
    )
  })

  test('are all different among siblings, whatever the text', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const nodes = anyNodes(draw, 40)
        const numbers = numberNodes(nodes)
        const labels = nodes.map(
          ({ id, parentId, kind }) => `${parentId} ${kind} ${numbers.get(id)?.number ?? id}`,
        )
        expect(new Set(labels).size).toBe(nodes.length)
      }),
    )
  })
})

describe('the citation of a node', () => {
  const none = { chapter: null, article: null, clause: null, point: null, code: null }

  test('names every part it stands in', () => {
    expect(citeNode(regulation, '2.2.a')).toEqual({
      ...none,
      kind: 'point',
      chapter: 'II',
      article: '2',
      clause: '2',
      point: 'a',
    })
    expect(citeNode(regulation, '2.2.a.p')).toMatchObject({ kind: 'paragraph', clause: '2', point: 'a' })
    expect(citeNode(regulation, '2.p')).toEqual({ ...none, kind: 'paragraph', chapter: 'II', article: '2' })
    expect(citeNode(regulation, '3')).toEqual({ ...none, kind: 'article', article: '3' })
    expect(citeNode(regulation, 'nobody')).toBeNull()
    expect(citeNodes(regulation).size).toBe(regulation.length)
  })

  test('of a criteria part is its code', () => {
    const set = { id: 'r', parentId: null, position: 'V', kind: 'criteriaSet', content: { code: 7 } } as const
    const section = {
      id: 's',
      parentId: 'r',
      position: 'V',
      kind: 'section',
      content: { code: 'II' },
    } as const
    expect(citeNode([set, section], 's')).toEqual({ ...none, kind: 'section', code: 'II' })
    expect(citeNode([set, section], 'r')).toEqual({ ...none, kind: 'criteriaSet' })
  })
})
