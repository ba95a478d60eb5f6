import { problems } from '@bangvang/contract/problem'
import { expect, test } from 'vitest'
import { translate, type WordKey } from './words.ts'
import type { Nested } from './words-shape.ts'

const files = import.meta.glob<{ words: Nested }>('../words/*/*.ts', { eager: true })

function sentences(words: Nested, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value, `${path}${key}.`),
  )
}
const holes = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()

test('every sentence stands in both languages, with the same holes', () => {
  const rooms = Object.keys(files).filter((path) => path.includes('/vi/'))
  expect(rooms.length).toBeGreaterThan(10)
  for (const path of rooms) {
    const vi = sentences(files[path]?.words ?? {})
    const en = new Map(sentences(files[path.replace('/vi/', '/en/')]?.words ?? {}))
    expect([...en.keys()].sort(), path).toEqual(vi.map(([key]) => key).sort())
    for (const [key, sentence] of vi) {
      expect(holes(en.get(key) ?? ''), `${path} ${key}`).toEqual(holes(sentence))
      expect(sentence, `${path} ${key}`).not.toMatch(/vui lòng|\bbạn\b|!/i)
    }
  }
})

test('every refusal of the contract has its words', () => {
  for (const code of Object.keys(problems)) {
    const key = `problem.${code}` as WordKey
    expect(translate('vi', key)).not.toBe(key)
    expect(translate('en', key)).not.toBe(translate('vi', key))
  }
})

test('holes are filled by name', () => {
  expect(translate('vi', 'problem.seconds', { n: 12 })).toBe('12 giây')
  expect(translate('en', 'problem.seconds', { n: 12 })).toBe('12 seconds')
})
