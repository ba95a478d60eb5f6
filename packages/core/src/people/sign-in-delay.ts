/** The failed sign-ins of one key (an e-mail, an address): how many, the last one, until when the next one waits. */
export type Failures = { count: number; lastAt: Date; blockedUntil: Date }

const day = 86_400_000
const longest = 900_000

/**
 * One failure more (issue 2: growing delays on sign-in): `free` of them make nobody wait, each further one doubles the wait,
 * from a second to fifteen minutes. A day without one forgets them all.
 */
export function afterFailure(before: Failures | null, free: number, now: Date): Failures {
  const isForgotten = before === null || now.getTime() - before.lastAt.getTime() > day
  const count = isForgotten ? 1 : before.count + 1
  const wait = count <= free ? 0 : Math.min(longest, 1000 * 2 ** Math.min(count - free - 1, 20))
  // Nobody waits for a free one: not even who came a millisecond earlier and is counted after it.
  const blockedUntil = wait === 0 ? new Date(0) : new Date(now.getTime() + wait)
  return { count, lastAt: now, blockedUntil }
}
