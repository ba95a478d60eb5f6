import { expect, test } from 'vitest'
import { brokenText } from './whole-text.ts'

test.each([
  [{ a: [1, { 'b/c': 'x\ud800' }] }, '#/a/1/b~1c'],
  ['\udfff', '#'],
  [{ '\ud800': 1 }, '#/\ufffd'],
])('half a surrogate pair is named at its place: %j', (body, pointer) => {
  expect(brokenText(body)).toEqual({ pointer, code: 'lone_surrogate' })
})

test.each([[null], ['Đồng bằng sông Hồng 🏆'], [{ a: ['🏆', 2, true, {}] }]])('%j is whole', (body) => {
  expect(brokenText(body)).toBeNull()
})

test('a value a million deep is looked through', () => {
  const deep = JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000))
  expect(brokenText(deep)).toBeNull()
})
