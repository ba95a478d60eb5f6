import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords, fieldText, withFieldText, wordsOf } from './words.ts'

const textOf = (runs: ReturnType<typeof diffWords>, kind: 'removed' | 'added') =>
  runs
    .filter((run) => run.kind === 'same' || run.kind === kind)
    .map(({ text }) => text)
    .join('')

const words = fc.array(
  fc.constantFrom('thi', 'đua', 'khen', 'thưởng', 'năm', ',', '.', ' ', '  ', '\n', 'ẩ', 'ẩ'),
)
const anyText = fc.oneof(
  words.map((each) => each.join(' ')),
  words.map((each) => each.join('')),
  fc.string({ unit: 'binary' }),
)

describe('the difference of two texts', () => {
  test('same and removed make the one before, same and added the one after', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const runs = diffWords(before, after)
        expect(textOf(runs, 'removed')).toBe(before.normalize('NFC'))
        expect(textOf(runs, 'added')).toBe(after.normalize('NFC'))
      }),
    )
  })

  test('runs are not empty, no two of a kind follow each other, and a removal stands before its replacement', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const kinds = diffWords(before, after).map(({ kind }) => kind)
        expect(kinds.every((kind, index) => kind !== kinds[index + 1])).toBe(true)
        expect(kinds.every((kind, index) => kind !== 'added' || kinds[index + 1] !== 'removed')).toBe(true)
        expect(diffWords(before, after).every(({ text }) => text !== '')).toBe(true)
      }),
    )
  })

  test('a text differs from itself in nothing, however its diacritics are written', () => {
    const text = 'Cụm trưởng tổ chức ký kết giao ước.'
    expect(diffWords(text.normalize('NFD'), text)).toEqual([{ kind: 'same', text }])
    expect(diffWords('', '')).toEqual([])
  })

  test('words put in or taken out leave all others the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer()),
        fc.array(fc.integer(), { minLength: 1 }),
        fc.array(fc.integer()),
        (...parts) => {
          const [head, middle, tail] = parts.map((part, at) => part.map((each) => `t${at}n${each} `).join(''))
          const without = `${head}${tail}`
          const changed = diffWords(without, `${head}${middle}${tail}`).filter(({ kind }) => kind !== 'same')
          expect(changed).toEqual([{ kind: 'added', text: expect.any(String) }])
          expect(diffWords(`${head}${middle}${tail}`, without).some(({ kind }) => kind === 'added')).toBe(
            false,
          )
        },
      ),
    )
  })

  test('words replaced in a row read as one change, with the blanks between them', () => {
    expect(diffWords('mười ngày làm việc', 'năm hôm làm việc')).toEqual([
      { kind: 'removed', text: 'mười ngày' },
      { kind: 'added', text: 'năm hôm' },
      { kind: 'same', text: ' làm việc' },
    ])
    expect(diffWords('a b c x', 'd e f x')).toEqual([
      { kind: 'removed', text: 'a b c' },
      { kind: 'added', text: 'd e f' },
      { kind: 'same', text: ' x' },
    ])
  })

  test('a single word replaced is found between two that stay', () => {
    expect(diffWords('ít nhất 80 % số phiếu', 'ít nhất 90 % số phiếu')).toEqual([
      { kind: 'same', text: 'ít nhất ' },
      { kind: 'removed', text: '80' },
      { kind: 'added', text: '90' },
      { kind: 'same', text: ' % số phiếu' },
    ])
  })

  test('two texts of 10,000 characters without a word in common are replaced whole, at once', () => {
    const before = `đầu ${Array.from({ length: 1600 }, (_, at) => `a${at}`).join(' ')} cuối`
    const after = `đầu ${Array.from({ length: 1600 }, (_, at) => `b${at}`).join('\n')} cuối`
    const runs = diffWords(before, after)
    expect(runs.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
    expect(textOf(runs, 'removed')).toBe(before)
    expect(textOf(runs, 'added')).toBe(after)
  })
})

describe('the words of a node', () => {
  const criterion = {
    content: {
      code: 'KT01',
      title: { vi: 'Thu ngân sách', en: 'Revenue' },
      maxPoints: '60',
      unit: 'tỷ đồng',
      measure: { kind: 'choice', options: [{ key: 'a', title: { vi: 'Có', en: 'Yes' }, points: '1' }, null] },
      guidance: 'no guidance at all',
    },
  }

  test('are the text of a text part', () => {
    expect(wordsOf({ content: { text: 'Điều khoản' } })).toEqual([{ field: 'text', text: 'Điều khoản' }])
    expect(wordsOf({ content: {} })).toEqual([])
  })

  test('are titles, points, unit and options of a criteria part, never what has another shape', () => {
    expect(wordsOf(criterion)).toEqual([
      { field: 'title.vi', text: 'Thu ngân sách' },
      { field: 'title.en', text: 'Revenue' },
      { field: 'maxPoints', text: '60' },
      { field: 'unit', text: 'tỷ đồng' },
      { field: 'measure.options.0.title.vi', text: 'Có' },
      { field: 'measure.options.0.title.en', text: 'Yes' },
    ])
    expect(fieldText(criterion, 'title.en')).toBe('Revenue')
    expect(fieldText(criterion, 'code')).toBeNull()
    expect(fieldText(criterion, 'constructor.name')).toBeNull()
  })

  test('change one field at a time, the content before staying as it is', () => {
    const field = 'measure.options.0.title.vi'
    const changed = { content: withFieldText(criterion.content, field, 'Không') }
    expect(fieldText(changed, field)).toBe('Không')
    expect(fieldText(criterion, field)).toBe('Có')
    expect(wordsOf(changed).filter((words) => words.field !== field)).toEqual(
      wordsOf(criterion).filter((words) => words.field !== field),
    )
    expect(withFieldText({ title: 'x' }, 'title.vi', 'y')).toEqual({ title: 'x' })
  })
})
