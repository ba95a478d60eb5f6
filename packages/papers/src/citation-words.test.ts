import { expect, test } from 'vitest'
import { citationWords, partMark } from './citation-words.ts'

const nowhere = { chapter: null, article: null, clause: null, point: null, code: null }

test('a part is cited from the inside out, without its chapter', () => {
  const point = { ...nowhere, kind: 'point' as const, chapter: 'II', article: '5', clause: '2', point: 'đ' }
  expect(citationWords(point)).toBe('Điểm đ khoản 2 Điều 5')
  expect(citationWords({ ...nowhere, kind: 'chapter', chapter: 'II' })).toBe('Chương II')
  expect(citationWords({ ...nowhere, kind: 'paragraph' })).toBeNull()
  expect(citationWords({ ...nowhere, kind: 'criterion', code: 'KT01' })).toBe('Tiêu chí KT01')
})

test('a part is marked as Decree 30 marks it', () => {
  const marks = ['chapter', 'article', 'clause', 'point'].map((kind) => partMark({ kind, number: '3' }))
  expect(marks).toEqual(['Chương 3', 'Điều 3.', '3.', '3)'])
  expect(partMark(undefined)).toBe('')
})
