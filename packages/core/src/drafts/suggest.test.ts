import { describe, expect, test } from 'vitest'
import { quoteAt } from './anchor.ts'
import type { Anchor } from './draft.ts'
import { applySuggestion } from './suggest.ts'

const text = 'đạt ít nhất 80 % tổng số phiếu'
const node = { id: 'a', content: { text } }
const criterion = { id: 'a', content: { code: 'KT01', title: { vi: 'Thu ngân sách', en: 'Revenue' } } }
const anchor = (changes: Partial<Anchor> = {}): Anchor => ({
  nodeId: 'a',
  field: 'text',
  quote: null,
  ...changes,
})

describe('a suggestion', () => {
  test('puts its words where the quoted ones stand and leaves all else', () => {
    const quote = quoteAt(text, 12, 16)
    expect(quote.text).toBe('80 %')
    expect(applySuggestion(node, anchor({ quote }), 'hai phần ba')).toEqual({
      ok: true,
      content: { text: 'đạt ít nhất hai phần ba tổng số phiếu' },
    })
    expect(node.content.text).toBe(text)
  })

  test('without a quote replaces the whole field, without a field the text of a text part', () => {
    expect(applySuggestion(node, anchor(), 'Bỏ.')).toEqual({ ok: true, content: { text: 'Bỏ.' } })
    expect(applySuggestion(node, anchor({ field: null }), 'Bỏ.')).toEqual({
      ok: true,
      content: { text: 'Bỏ.' },
    })
    expect(applySuggestion(criterion, anchor({ field: 'title.vi' }), 'Thu nội địa')).toEqual({
      ok: true,
      content: { code: 'KT01', title: { vi: 'Thu nội địa', en: 'Revenue' } },
    })
  })

  test('is taken as it is: text stays text', () => {
    const words = '$& <b>đậm</b>'
    expect(applySuggestion(node, anchor({ quote: quoteAt(text, 12, 16) }), words)).toEqual({
      ok: true,
      content: { text: `đạt ít nhất ${words} tổng số phiếu` },
    })
  })

  test('is refused where its words are gone or cannot be told, or there are none to replace', () => {
    const refused = (reason: string) => ({ ok: false, refusal: { reason } })
    const quote = quoteAt(text, 12, 16)
    const changed = { id: 'a', content: { text: 'đạt quá nửa tổng số phiếu' } }
    expect(applySuggestion(changed, anchor({ quote }), 'x')).toEqual(refused('words-gone'))
    const twice = { id: 'a', content: { text: `${text}; ${text}` } }
    expect(applySuggestion(twice, anchor({ quote }), 'x')).toEqual(refused('ambiguous'))
    expect(applySuggestion(node, anchor({ nodeId: 'b' }), 'x')).toEqual(refused('node-gone'))
    expect(applySuggestion(node, anchor({ nodeId: null }), 'x')).toEqual(refused('no-field'))
    expect(applySuggestion(criterion, anchor({ field: null }), 'x')).toEqual(refused('words-gone'))
  })

  test('is refused where the text would be longer than a text may be', () => {
    expect(applySuggestion(node, anchor(), 'x'.repeat(10_000))).toMatchObject({ ok: true })
    expect(applySuggestion(node, anchor(), 'x'.repeat(10_001))).toEqual({
      ok: false,
      refusal: { reason: 'too-long' },
    })
  })
})
