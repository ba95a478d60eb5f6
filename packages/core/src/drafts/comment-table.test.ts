import { describe, expect, test } from 'vitest'
import { quoteAt } from './anchor.ts'
import { commentTable, type TabledComment } from './comment-table.ts'
import type { NewNode } from './draft.ts'

const text = 'Cụm trưởng do các thành viên bầu.'
const nodes: NewNode[] = [
  { id: 'b', parentId: null, position: 'b', kind: 'article', content: { text: 'Cụm phó' } },
  { id: 'a', parentId: null, position: 'a', kind: 'article', content: { text: 'Cụm trưởng' } },
  { id: 'a1', parentId: 'a', position: 'V', kind: 'clause', content: { text } },
]
const comment = (
  number: number,
  nodeId: string | null,
  changes: Partial<TabledComment> = {},
): TabledComment => ({
  number,
  anchor: { nodeId, field: null, quote: null },
  body: `Góp ý ${number}`,
  replacement: null,
  byName: 'Nguyễn Văn An',
  byUnitId: 'BNI',
  isLate: false,
  answer: null,
  ...changes,
})

describe('the table of comments received and explained', () => {
  test('goes by the draft’s order: as a whole, part by part, gone parts last; within one by number', () => {
    const comments = [
      comment(1, 'gone'),
      comment(2, 'b'),
      comment(3, 'a1'),
      comment(4, null),
      comment(5, 'a'),
      comment(6, 'a1'),
    ]
    expect(commentTable(nodes, comments.reverse()).map(({ number }) => number)).toEqual([4, 5, 3, 6, 2, 1])
  })

  test('says what each is about, what it suggests and how it was answered', () => {
    const anchor = { nodeId: 'a1', field: 'text', quote: quoteAt(text, 14, 28) }
    const rows = commentTable(nodes, [
      comment(1, 'a1', {
        anchor,
        replacement: 'đại biểu',
        isLate: true,
        answer: { kind: 'acceptedInPart', body: 'Chỉ sửa khoản 1.' },
      }),
    ])
    expect(rows).toEqual([
      {
        number: 1,
        about: { kind: 'clause', chapter: null, article: '1', clause: '1', point: null, code: null },
        isOrphan: false,
        quoted: 'các thành viên',
        body: 'Góp ý 1',
        suggestion: 'đại biểu',
        byName: 'Nguyễn Văn An',
        byUnitId: 'BNI',
        isLate: true,
        answer: 'acceptedInPart',
        reason: 'Chỉ sửa khoản 1.',
      },
    ])
  })

  test('keeps the words an orphan was about', () => {
    const lost = { nodeId: 'a1', field: 'text', quote: { text: 'đại biểu', before: '', after: '' } }
    const rows = commentTable(nodes, [comment(1, 'a1', { anchor: lost }), comment(2, 'gone')])
    expect(rows).toMatchObject([
      { number: 1, isOrphan: true, quoted: 'đại biểu', about: { article: '1' }, answer: null, reason: null },
      { number: 2, isOrphan: true, quoted: null, about: null },
    ])
  })
})
