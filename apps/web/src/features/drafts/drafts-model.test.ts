import type { NodeView } from '@bangvang/contract/drafts'
import { applySuggestion } from '@bangvang/core/drafts/suggest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedLines, countDifferences, differs, onlyChanged } from './compared.ts'
import { commentOf, nodes, part, quoteOf, tieClause } from './draft-sample.ts'
import { narrow } from './narrow.ts'
import { beginning } from './node-words.ts'
import { placeComments, segmentsOf } from './placed.ts'
import { withChanged } from './use-draft-cache.ts'
import { freshComments } from './use-unseen.ts'

const words = fc.array(fc.constantFrom('Cụm', 'trưởng', 'quyết', 'định', 'trước', 'ngày', '25', ',', 'và'), {
  minLength: 1,
  maxLength: 12,
})
const sentence = words.map((some) => some.join(' '))

test('a suggestion written over a text is quoted by the words that differ, and gives the text written', () => {
  fc.assert(
    fc.property(sentence, sentence, (text, edited) => {
      const narrowed = narrow(text, edited)
      expect(narrowed === null).toBe(text === edited)
      if (narrowed === null) return
      const anchor = { nodeId: 'K', field: 'text', quote: narrowed.quote }
      // The wire trims what people type.
      const applied = applySuggestion({ id: 'K', content: { text } }, anchor, narrowed.replacement.trim())
      // Words that stand elsewhere in the text with the same words around them are an orphan's case, not a wrong place.
      if (applied.ok) expect(applied.content.text).toBe(edited)
    }),
  )
})

test('words put in take the word before them along, since a quote is never empty', () => {
  const found = narrow('Cụm trưởng quyết định.', 'Cụm trưởng và Cụm phó quyết định.')
  expect(found?.quote.text.trim()).not.toBe('')
  expect(found?.replacement).toContain('và Cụm phó')
  expect(narrow('Như cũ.', 'Như cũ.')).toBeNull()
})

test('a blank at the end of what is put in is not lost on its way', () => {
  const found = narrow('Cụm phấn đấu vượt chỉ tiêu.', 'Cụm phấn đấu hoàn thành và vượt chỉ tiêu.')
  expect(found?.quote.text).toBe('vượt')
  expect(found?.replacement).toBe('hoàn thành và vượt')
})

test('comments stand in the order of the text: the whole draft, word by word, orphans last', () => {
  const whole = commentOf(1, { anchor: { nodeId: null, field: null, quote: null } })
  const later = commentOf(2)
  const earlier = commentOf(3, { anchor: { nodeId: 'K51', field: null, quote: null } })
  const orphan = commentOf(4, {
    anchor: { nodeId: 'K62', field: 'text', quote: { text: 'chữ đã bỏ', before: '', after: '' } },
  })
  const placed = placeComments([...nodes], [orphan, later, earlier, whole])
  expect(placed.map(({ comment }) => comment.number)).toEqual([1, 3, 2, 4])
  expect(placed.at(-1)?.orphan).toBe('words-gone')
  expect(placed.at(-1)?.nodeId).toBeNull()
})

test('a suggestion that was applied stands at its part, though its words are gone', () => {
  const quote = { text: 'chữ đã thay', before: '', after: '' }
  const applied = commentOf(1, {
    anchor: { nodeId: 'K62', field: 'text', quote },
    replacement: 'Trường hợp',
    appliedAt: new Date('2021-01-12T02:00:00Z'),
  })
  expect(placeComments([...nodes], [applied])[0]).toMatchObject({ nodeId: 'K62', orphan: null })
})

test('quoted words that overlap are marked each, and no word of the text is lost', () => {
  const first = commentOf(1, { anchor: { nodeId: 'K62', field: 'text', quote: quoteOf('bằng điểm thì') } })
  const second = commentOf(2, { anchor: { nodeId: 'K62', field: 'text', quote: quoteOf('thì Cụm trưởng') } })
  const segments = segmentsOf(tieClause, placeComments([...nodes], [first, second]))
  expect(segments.map(({ text }) => text).join('')).toBe(tieClause)
  const both = segments.find(({ quotedBy }) => quotedBy.length === 2)
  expect(both?.text).toBe('thì')
  expect(both?.endsOf.map(({ comment }) => comment.number)).toEqual([1])
})

test('the latest things said are new: of a thread the reply may be', () => {
  const reply = {
    id: 'r',
    body: 'Đã xem.',
    byName: 'Lan',
    byRole: 'secretary' as const,
    byUnitId: null,
    at: new Date('2021-02-01T00:00:00Z'),
  }
  const said = [commentOf(1, { replies: [reply] }), commentOf(2), commentOf(3)]
  expect([...freshComments(said, 2)]).toEqual([said[0]?.id, said[2]?.id])
  expect(freshComments(said, 0).size).toBe(0)
})

test('an answer that comes late does not undo a newer one', () => {
  const newer = { ...part('clause', ['K61', 'A6', 'G'], 'Mới.'), version: 3 }
  const older = { ...part('clause', ['K61', 'A6', 'G'], 'Cũ.'), version: 2 }
  const known = withChanged(nodes, { revision: 11, nodes: [newer], removed: [] })
  const after = withChanged(known, { revision: 10, nodes: [older], removed: [] })
  expect(after.find(({ id }) => id === 'K61')?.content.text).toBe('Mới.')
  expect(after.find(({ id }) => id === 'K51')).toBe(nodes[1])
})

test('parts taken out are gone and new ones are there', () => {
  const more = part('clause', ['K63', 'A6', 'k'], 'Thêm.')
  const after = withChanged(nodes, { revision: 10, nodes: [more], removed: ['K61'] })
  expect(after.map(({ id }) => id)).toEqual(['A5', 'K51', 'A6', 'K62', 'K63'])
})

const changed = (id: string, text: string): NodeView[] =>
  nodes.map((node) => (node.id === id ? { ...node, content: { text } } : node))

test('a part that is gone stands where it stood, and only what differs is shown under its headings', () => {
  const after = changed('K51', 'Mỗi tỉnh tự chấm điểm trước ngày 31 tháng 12.').filter(
    ({ id }) => id !== 'K61',
  )
  const lines = comparedLines([...nodes], after)
  expect(lines.map(({ node, state }) => `${node.id} ${state}`)).toEqual([
    'A5 kept',
    'K51 kept',
    'A6 kept',
    'K61 removed',
    'K62 kept',
  ])
  expect(countDifferences(lines)).toEqual({ added: 0, removed: 1, moved: 0, reworded: 1 })
  expect(onlyChanged(lines).map(({ node }) => node.id)).toEqual(['A5', 'K51', 'A6', 'K61'])
})

test('two versions that are the same differ in nothing', () => {
  const lines = comparedLines([...nodes], [...nodes])
  expect(lines.some(differs)).toBe(false)
  expect(onlyChanged(lines)).toEqual([])
})

test('a long text is named by its first whole words', () => {
  expect(beginning('Trường hợp bằng điểm thì Cụm trưởng quyết định', 20)).toBe('Trường hợp bằng điểm…')
  expect(beginning('Ngắn')).toBe('Ngắn')
})
