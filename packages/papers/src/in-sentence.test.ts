import { expect, test } from 'vitest'
import { inSentence, withoutKind } from './in-sentence.ts'

test('a name inside a sentence begins small, an abbreviation does not', () => {
  expect(['Họp trù bị', 'UBND tỉnh', 'Ở', ''].map(inSentence)).toEqual(['họp trù bị', 'UBND tỉnh', 'Ở', ''])
})

test('a title does not say its kind twice', () => {
  expect(withoutKind('Quy chế', 'Quy chế hoạt động của Cụm')).toBe('Hoạt động của Cụm')
  expect(withoutKind('Quy chế', 'Quy chế')).toBe('Quy chế')
  expect(withoutKind('Kế hoạch', 'Tổ chức hội nghị')).toBe('Tổ chức hội nghị')
})
