import type { Criterion, Measure } from '@bangvang/core/criteria/document'
import { expect, test } from 'vitest'
import { untyped } from './grid-model.ts'
import { pasteBlock, readBlock } from './paste.ts'

const criterion = (code: string, measure: Measure): Criterion => ({
  code,
  title: { vi: code, en: code },
  maxPoints: '10',
  measure,
})
const option = (key: string, title: string) => ({ key, title: { vi: title, en: key }, points: '1' })
const criteria = [
  criterion('A', { kind: 'achievement', better: 'higher' }),
  criterion('B', { kind: 'value' }),
  criterion('C', { kind: 'choice', options: [option('met', 'Đạt'), option('unmet', 'Không đạt')] }),
]
const paste = (text: string, column: 0 | 1 = 0) => {
  const { rows, ...counts } = pasteBlock(readBlock(text), { criteria, column, typedIn: () => untyped })
  return { ...counts, texts: Object.fromEntries([...rows].map(([code, { texts }]) => [code, texts])) }
}

test('a block from Excel is cells, quoted where they hold tabs, quotes or line breaks', () => {
  expect(readBlock('1\t"hai\nba ""b"""\r\n\t4\r\n')).toEqual([
    ['1', 'hai\nba "b"'],
    ['', '4'],
  ])
  expect(readBlock('5"\t6')).toEqual([['5"', '6']])
})

test('a block fills the rows from the active cell on, and a row with one cell takes the right column', () => {
  expect(paste('6,5\t6,4\n\t7,5\n\tĐạt')).toEqual({
    cells: 4,
    skipped: 0,
    texts: { A: { target: '6,5', actual: '6,4' }, B: { value: '7,5' }, C: { option: 'met' } },
  })
})

test('a column pasted on the right fills the right cells', () => {
  expect(paste('6,4\n7,5', 1).texts).toEqual({ A: { actual: '6,4' }, B: { value: '7,5' } })
})

test('what a number means in a block is read from its other numbers, and left alone where they do not tell', () => {
  expect(paste('6,5\t7.400').texts).toEqual({ A: { target: '6,5', actual: '7400' } })
  expect(paste('6.5\t7.400').texts).toEqual({ A: { target: '6.5', actual: '7.4000' } })
  expect(paste('7.400\t7.820').texts).toEqual({ A: { target: '7.400', actual: '7.820' } })
})

test('an empty cell leaves what is there; what has no place is counted', () => {
  expect(paste('\t1\t2\n\t3\n\t4\n\t5')).toMatchObject({
    cells: 3,
    skipped: 2,
    texts: { A: { actual: '1' } },
  })
})

test('text that is no number is kept as it was pasted', () => {
  expect(paste('65,8 tr\t1').texts).toEqual({ A: { target: '65,8 tr', actual: '1' } })
})
