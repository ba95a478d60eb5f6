import { expect, test } from 'vitest'
import { afterFailure, type Failures } from './sign-in-delay.ts'

const now = new Date('2020-12-18T02:00:00.000Z')
const waitOf = ({ blockedUntil, lastAt }: Failures) =>
  Math.max(0, blockedUntil.getTime() - lastAt.getTime()) / 1000

test('five failures are free, then the wait doubles from one second to fifteen minutes', () => {
  const waits: number[] = []
  let failures: Failures | null = null
  for (let n = 0; n < 40; n += 1) {
    failures = afterFailure(failures, 5, now)
    waits.push(waitOf(failures))
  }
  expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8])
  expect(waits.slice(14, 17)).toEqual([512, 900, 900])
  expect(waits.at(-1)).toBe(900)
})

test('a day without a failure forgets them', () => {
  const many = { count: 30, lastAt: now, blockedUntil: now }
  expect(afterFailure(many, 5, new Date(now.getTime() + 86_400_000)).count).toBe(31)
  expect(afterFailure(many, 5, new Date(now.getTime() + 86_400_001)).count).toBe(1)
})

test('a free failure holds up nobody, not even who came a moment earlier', () => {
  const earlier = new Date(now.getTime() - 60_000)
  expect(afterFailure(null, 5, now).blockedUntil < earlier).toBe(true)
})
