import { parseShare, type ThresholdTest } from '../ballots/question.ts'

/** part of base, exactly, against a share; `needed` is the least part with which it holds, base + 1 where none does. */
export type QuorumState = {
  part: number
  base: number
  needed: number
  share: string
  test: ThresholdTest
  holds: boolean
}

/** The least whole part of base that meets the share: counted, never rounded. */
function leastPart([numerator, denominator]: readonly [number, number], base: number, test: ThresholdTest) {
  const exact = BigInt(numerator) * BigInt(base)
  const by = BigInt(denominator)
  const below = exact / by
  if (test === 'moreThan') return Number(below) + 1
  return Number(below * by === exact ? below : below + 1n)
}

/**
 * Whether enough of the members are there (domain.md "Votes": exact fractions with their base). Over a base of 0, or a
 * share that is none, it never holds.
 */
export function quorumOf(
  rule: { share: string; test: ThresholdTest },
  part: number,
  base: number,
): QuorumState {
  const share = parseShare(rule.share)
  const needed = share === null || base === 0 ? base + 1 : leastPart(share, base, rule.test)
  return { part, base, needed, share: rule.share, test: rule.test, holds: part >= needed }
}
