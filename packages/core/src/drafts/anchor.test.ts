import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draw } from '../../test/any.ts'
import { anyLater, anyNodes } from '../../test/any-nodes.ts'
import { findQuote, placeAnchor, quoteAt } from './anchor.ts'
import type { Anchor } from './draft.ts'
import { nodesById } from './tree.ts'

const text =
  'Cụm trưởng do các thành viên bầu tại họp trù bị, nhiệm kỳ một năm; Cụm phó thay Cụm trưởng khi được ủy quyền.'
const quote = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return quoteAt(text, start, start + words.length)
}

const syllables = fc.array(fc.constantFrom('cụm', 'trưởng', 'ký', 'duyệt', '80', '%', '😀', ','), {
  maxLength: 30,
})
const anyText = fc.oneof(
  syllables.map((each) => each.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
)

/** A text with a place in it that is not empty. */
function anyQuoted(draw: Draw): { text: string; start: number; end: number } {
  const drawn = draw(() => anyText.filter((each) => each !== ''))
  const start = draw(fc.nat, drawn.length - 1)
  const end = draw(fc.integer, { min: start + 1, max: drawn.length })
  return { text: drawn, start, end }
}

const countOf = (all: string, words: string) => {
  let count = 0
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) count += 1
  return count
}

describe('the quote of a place in a text', () => {
  test('has the words and up to 32 characters on both sides', () => {
    expect(quote('nhiệm kỳ')).toEqual({
      text: 'nhiệm kỳ',
      before: ' thành viên bầu tại họp trù bị, ',
      after: ' một năm; Cụm phó thay Cụm trưởn',
    })
    expect(quoteAt(text, 0, 3)).toMatchObject({ before: '', text: 'Cụm' })
  })

  test('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { text: any, start, end } = anyQuoted(draw)
        const made = quoteAt(any, start, end)
        const isWhole = (part: string) => !/\p{Surrogate}/u.test(part)
        expect(Object.values(made).every(isWhole)).toBe(isWhole(any))
        expect(any).toContain(made.before + made.text + made.after)
        expect(made.text).toContain(any.slice(start, end))
        expect(Math.max(made.before.length, made.after.length)).toBeLessThanOrEqual(32)
      }),
    )
  })
})

describe('quoted words', () => {
  test('that are found are the words, at the only place they can be', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { text: any, start, end } = anyQuoted(draw)
        const made = quoteAt(any, start, end)
        const found = findQuote(
          draw(() => fc.oneof(anyText, fc.constant(any))),
          made,
        )
        if (found !== null) expect(found.end - found.start).toBe(made.text.length)
        const here = findQuote(any, made)
        if (here === null) expect(countOf(any, made.before + made.text + made.after)).toBeGreaterThan(1)
        else expect(any.slice(here.start, here.end)).toBe(made.text)
      }),
    )
  })

  test('stay where they are when the text changes outside of them and their contexts', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { text: any, start, end } = anyQuoted(draw)
        const made = quoteAt(any, start, end)
        const here = findQuote(any, made)
        fc.pre(here !== null)
        const from = (here?.start ?? 0) - made.before.length
        const to = (here?.end ?? 0) + made.after.length
        const [head, tail] = [draw(() => anyText), draw(() => anyText)]
        const changed = head + any.slice(from, to) + tail
        fc.pre(countOf(changed, made.text) === countOf(any.slice(from, to), made.text))
        expect(findQuote(changed, made)).toEqual({
          start: head.length + made.before.length,
          end: head.length + made.before.length + made.text.length,
        })
      }),
    )
  })

  test('are never found in words that stood elsewhere before', () => {
    const first = quoteAt(text, 0, 'Cụm trưởng'.length)
    const without = text.slice('Cụm trưởng do các thành viên bầu tại họp trù bị, '.length)
    expect(countOf(without, first.text)).toBe(1)
    expect(findQuote(without, first)).toBeNull()
  })

  test('that stand twice are told by what is around them, or not at all', () => {
    const second = quote('Cụm trưởng', 5)
    expect(findQuote(text, second)?.start).toBe(text.lastIndexOf('Cụm trưởng'))
    expect(findQuote(`${text} ${text}`, second)).toBeNull()
    const apart = text.replace('thay Cụm trưởng', 'thay cho Cụm trưởng')
    expect(findQuote(apart, second)).toBeNull()
  })

  test('that stand once are found by one context when the other changed', () => {
    const made = quote('nhiệm kỳ')
    const before = text.replace('họp trù bị', 'hội nghị tổng kết')
    const after = text.replace('một năm', 'hai năm')
    for (const changed of [before, after]) {
      expect(findQuote(changed, made)).toEqual({
        start: changed.indexOf('nhiệm kỳ'),
        end: changed.indexOf('nhiệm kỳ') + 8,
      })
    }
    expect(findQuote(before.replace('một năm', 'hai năm'), made)).toBeNull()
  })

  test('that are none are nowhere', () => {
    expect(findQuote(text, { text: '', before: '', after: '' })).toBeNull()
    expect(findQuote('', quote('nhiệm kỳ'))).toBeNull()
  })
})

describe('an anchor', () => {
  const nodes = nodesById([
    { id: 'a', parentId: null, position: 'a', content: { text } },
    { id: 'k', parentId: null, position: 'k', content: { title: { vi: 'Thu ngân sách', en: 'Revenue' } } },
  ])
  const place = (anchor: Partial<Anchor>) =>
    placeAnchor(nodes, { nodeId: 'a', field: null, quote: null, ...anchor })

  test('fits the draft as a whole, a node, a field, and words of a field', () => {
    expect(place({ nodeId: null })).toEqual({ fits: true, nodeId: null, range: null })
    expect(place({})).toEqual({ fits: true, nodeId: 'a', range: null })
    expect(place({ nodeId: 'k', field: 'title.en' })).toEqual({ fits: true, nodeId: 'k', range: null })
    expect(place({ field: 'text', quote: quote('nhiệm kỳ') })).toMatchObject({
      fits: true,
      range: { end: 57 },
    })
  })

  test('is an orphan where its node, its field or its words are gone, or cannot be told', () => {
    expect(place({ nodeId: 'z' })).toEqual({ fits: false, reason: 'node-gone' })
    expect(place({ nodeId: 'k', field: 'text' })).toEqual({ fits: false, reason: 'words-gone' })
    expect(place({ quote: quote('nhiệm kỳ') })).toEqual({ fits: false, reason: 'words-gone' })
    const other = { ...quote('nhiệm kỳ'), text: 'nhiệm vụ' }
    expect(place({ field: 'text', quote: other })).toEqual({ fits: false, reason: 'words-gone' })
    const anywhere = { text: 'Cụm trưởng', before: '', after: '' }
    expect(place({ field: 'text', quote: anywhere })).toEqual({ fits: false, reason: 'ambiguous' })
  })

  test('is never moved by an edit of another node', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const before = anyNodes(draw)
        const withWords = before.filter(({ content }) => content.text !== '')
        fc.pre(withWords.length > 0)
        const node = draw(() => fc.constantFrom(...withWords))
        const words = String(node.content.text)
        const start = draw(fc.nat, words.length - 1)
        const end = draw(fc.integer, { min: start + 1, max: words.length })
        const anchor = { nodeId: node.id, field: 'text', quote: quoteAt(words, start, end) }
        const after = anyLater(draw, before)
        fc.pre(after.some(({ id, content }) => id === node.id && content.text === words))
        expect(placeAnchor(nodesById(after), anchor)).toEqual(placeAnchor(nodesById(before), anchor))
      }),
    )
  })
})
