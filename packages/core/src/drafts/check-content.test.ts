import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument } from '../../test/any.ts'
import { toNodes } from '../criteria/nodes.ts'
import { checkContent, fieldsOf, LONGEST_TEXT } from './check-content.ts'
import { nodeKinds } from './draft.ts'

const codes = (...given: Parameters<typeof checkContent>) =>
  checkContent(...given).map(({ field, code }) => `${field} ${code}`)
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

describe('the content of a node', () => {
  test('of a text part is a text and nothing else', () => {
    expect(codes('clause', { text: 'Điều khoản\n\tmột' })).toEqual([])
    expect(codes('clause', { text: '' })).toEqual([])
    expect(codes('clause', {})).toEqual(['text wrong_shape'])
    expect(codes('clause', { text: ['a'] })).toEqual(['text wrong_shape'])
    expect(codes('clause', { text: 'a', title: 'b' })).toEqual(['null wrong_shape'])
    for (const content of [null, [], 'text', 7])
      expect(codes('clause', content)).toEqual(['null wrong_shape'])
  })

  test('of a criteria part has the fields of its kind, however it contradicts itself', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        for (const { kind, content } of toNodes(anyDocument(draw), () => 'n')) {
          expect(checkContent(kind, content)).toEqual([])
        }
      }),
    )
    expect(codes('criterion', { maxPoints: 'sixty', measure: 7, rule: null })).toEqual([])
    expect(codes('criterion', { criteria: [] })).toEqual(['null wrong_shape'])
    expect(codes('section', { sections: [], code: 'A' })).toEqual(['null wrong_shape'])
    const holding = ['sections', 'criteria', 'gates', 'grades', 'tieBreakers', 'format']
    expect(nodeKinds.flatMap(fieldsOf).filter((field) => holding.includes(field))).toEqual([])
  })

  test('has texts that are not too long, of characters that can be read and kept', () => {
    expect(codes('point', { text: 'x'.repeat(LONGEST_TEXT) })).toEqual([])
    expect(codes('point', { text: 'x'.repeat(LONGEST_TEXT + 1) })).toEqual(['text too_long'])
    for (const bad of ['\u0000', 'a\u0007b', '\ud800', '\u0085']) {
      expect(codes('point', { text: bad })).toEqual(['text bad_text'])
      expect(codes('gate', { title: { vi: bad } })).toEqual(['title bad_text'])
      expect(codes('gate', { title: { [bad]: 'x' } })).toEqual(['title bad_text'])
    }
    expect(codes('point', { text: '😀' })).toEqual([])
  })

  test('is not nested without end, nor larger than a part can be', () => {
    expect(codes('criterion', { measure: nested(8) })).toEqual([])
    expect(codes('criterion', { measure: nested(9) })).toEqual(['measure too_large'])
    let deep: unknown = 'x'
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep }
    expect(codes('criterion', { rule: deep })).toEqual(['rule too_large'])
    expect(codes('criterion', { rule: Array(2001).fill(0) })).toEqual(['rule too_large'])
    expect(codes('criterion', { rule: Array(11).fill('x'.repeat(LONGEST_TEXT)) })).toEqual(['rule too_large'])
  })
})
