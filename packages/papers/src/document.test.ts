import { describe, expect, test } from 'vitest'
import { levelled, markOf } from './document.ts'
import { placeCells } from './place-cells.ts'
import { printable } from './printable.ts'

test('points follow the Vietnamese alphabet: d, then đ', () => {
  const marks = Array.from({ length: 24 }, (_, place) => markOf('letter', place))
  expect(marks.slice(0, 7)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)'])
  expect(marks.slice(-2)).toEqual(['y)', 'y1)'])
  expect(new Set(marks).size).toBe(24)
  expect([markOf('dash', 3), markOf('number', 3)]).toEqual(['-', '4.'])
})

test('signatures beside one with a note all keep its line', () => {
  const one = { authority: ['Thư ký'], note: null, name: 'A' }
  expect(levelled([one, one]).map(({ note }) => note)).toEqual([null, null])
  expect(levelled([one, { ...one, note: 'Đã ký' }]).map(({ note }) => note)).toEqual(['\u00A0', 'Đã ký'])
})

test('a paper carries composed text without characters that print as nothing', () => {
  expect(printable('a\tb\r\nc\u0007\u200B\uFEFF\uD800e\u0302\u0323')).toBe('a b\ncệ')
})

describe('cells', () => {
  const columns = ['left', 'center', 'right', 'left'] as const
  const table = {
    name: '',
    size: 12,
    columns: columns.map((align) => ({ width: 1, align })),
    head: [
      [
        { words: 'a', rows: 2 },
        { words: 'b', columns: 2 },
        { words: 'c', rows: 2 },
      ],
      [{ words: 'd' }, { words: 'e' }],
    ],
    rows: [
      {
        look: 'plain' as const,
        cells: [{ words: 'f', columns: 2 }, { words: 'g' }, { words: 'h'.repeat(601) }],
      },
      { look: 'total' as const, cells: columns.map((words) => ({ words })) },
    ],
  }
  const { head, rows } = placeCells(table)

  test('begin where those before them and above them leave room', () => {
    expect(head.map(({ cells }) => cells.map(({ column }) => column))).toEqual([
      [0, 1, 3],
      [1, 2],
    ])
    expect(rows[0]?.cells.map(({ column }) => column)).toEqual([0, 2, 3])
  })

  test('are set as their column says; heads are bold and in the middle; a total is bold', () => {
    expect(rows[0]?.cells.map(({ align }) => align)).toEqual(['left', 'right', 'left'])
    expect(head.flatMap(({ cells }) => cells).every(({ align, bold }) => align === 'center' && bold)).toBe(
      true,
    )
    expect(rows.map(({ cells }) => cells.some(({ bold }) => bold))).toEqual([false, true])
  })

  test('of long text let their row break', () => {
    expect(rows.map(({ isLong }) => isLong)).toEqual([true, false])
  })
})
