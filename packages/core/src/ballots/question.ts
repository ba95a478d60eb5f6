export type Base = 'members' | 'present' | 'cast' | 'valid' | 'expressed'
export type ThresholdTest = 'atLeast' | 'moreThan'

/** `share` is an exact fraction, "2/3". */
export type Quorum = {
  share: string
  of: 'members'
  test: ThresholdTest
  counts: 'present' | 'presentOrWritten'
}
export type Threshold = { share: string; of: Base; test: ThresholdTest }
type Common = { quorum: Quorum; threshold: Threshold; maxRounds?: number }

/** What is asked (tally.md "The question"). */
export type Question =
  | (Common & { kind: 'yesNo' })
  | (Common & { kind: 'choose'; options: string[]; seats: number; maxChoices: number })
  | (Common & { kind: 'approve'; options: string[]; seats: number })

export type YesNoBallot = 'yes' | 'no' | 'abstain'
export type ChooseBallot = string[]
export type ApproveBallot = Record<string, 'yes' | 'no'>
export type Ballot = YesNoBallot | ChooseBallot | ApproveBallot

/** What came in (tally.md "The turnout"); `ballots` are those that are not invalid. */
export type Turnout = {
  members: number
  present: number
  written: number
  invalid: number
  ballots: Ballot[]
  round: number
}

/** A share's numerator and denominator, or null where it is no fraction between 0 and 1. */
export function parseShare(share: unknown): [number, number] | null {
  const parts = typeof share === 'string' ? /^(\d{1,9})\/(\d{1,9})$/.exec(share) : null
  const numerator = Number(parts?.[1])
  const denominator = Number(parts?.[2])
  return denominator > 0 && numerator <= denominator ? [numerator, denominator] : null
}
