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

export type TallyFaultCode =
  | 'wrong_shape'
  | 'duplicate_option'
  | 'unknown_option'
  | 'too_many_choices'
  | 'present_exceeds_members'
  | 'written_exceeds_absent'
  | 'too_many_ballots'
export type TallyFault = { path: string; code: TallyFaultCode }

export type TallyCounts = {
  members: number
  present: number
  written: number
  cast: number
  invalid: number
  valid: number
  blank: number
  expressed: number
}
export type OptionTally = {
  option: string
  votes: number
  against: number
  abstained: number
  passes: boolean
}
export type NextStep = { kind: 'secondRound' | 'chairDecides'; options: string[]; seats: number }
export type TallyResult = {
  counts: TallyCounts
  options: OptionTally[]
  passed: boolean | null
  outcome: 'decided' | 'notEnough' | 'tie' | 'noQuorum'
  elected: string[]
  tied: string[]
  seatsLeft: number
  next: NextStep | null
}

/** Every fault of a turnout at once, sorted by path, then code; [] means it can be tallied (tally.md "The turnout"). */
export declare function checkTurnout(question: Question, turnout: unknown): TallyFault[]

/** The decision of a sound turnout (tally.md "The decision"). */
export declare function tally(question: Question, turnout: Turnout): TallyResult
