import { entryOf } from '../criteria/by-code.ts'
import { compareIntegers, multiply } from '../numbers/integer.ts'
import { type Ballot, parseShare, type Question, type ThresholdTest, type Turnout } from './question.ts'

export { checkQuestion, type QuestionFault } from './check-question.ts'
export { checkTurnout, type TallyFault, type TallyFaultCode } from './check-turnout.ts'
export type {
  ApproveBallot,
  Ballot,
  Base,
  ChooseBallot,
  Question,
  Quorum,
  Threshold,
  ThresholdTest,
  Turnout,
  YesNoBallot,
} from './question.ts'

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

type Decision = Pick<TallyResult, 'outcome' | 'elected' | 'tied' | 'seatsLeft'>

const ROUNDS = 2

/** The decision of a sound turnout (tally.md "The decision"). */
export function tally(question: Question, turnout: Turnout): TallyResult {
  const counts = countBallots(turnout)
  const hasQuorum = isQuorate(question, counts)
  const options = countOptions(question, turnout.ballots).map((option) => ({
    ...option,
    passes: hasQuorum && meetsThreshold(question, option.votes, counts),
  }))
  const passed = question.kind === 'yesNo' ? options.some(({ passes }) => passes) : null
  const seats = question.kind === 'yesNo' ? 0 : question.seats
  const decision: Decision = hasQuorum
    ? decide(question.kind === 'yesNo' ? [] : options, seats)
    : { outcome: 'noQuorum', elected: [], tied: [], seatsLeft: seats }
  return { counts, options, passed, ...decision, next: nextStep(question, turnout, { decision, options }) }
}

function countBallots({ members, present, written, invalid, ballots }: Turnout): TallyCounts {
  const valid = ballots.length
  const blank = ballots.filter(isBlank).length
  return {
    members,
    present,
    written,
    cast: valid + invalid,
    invalid,
    valid,
    blank,
    expressed: valid - blank,
  }
}

function isBlank(ballot: Ballot): boolean {
  return typeof ballot === 'string' ? ballot === 'abstain' : Object.keys(ballot).length === 0
}

function isQuorate({ quorum }: Question, { present, written, members }: TallyCounts): boolean {
  const part = quorum.counts === 'present' ? present : present + written
  return holds(quorum, part, members)
}

function meetsThreshold({ threshold }: Question, votes: number, counts: TallyCounts): boolean {
  return holds(threshold, votes, counts[threshold.of])
}

/** part ÷ base ≥ share (or >), exactly; over a base of 0 it never holds. */
function holds(rule: { share: string; test: ThresholdTest }, part: number, base: number): boolean {
  const share = parseShare(rule.share)
  if (base === 0 || share === null) return false
  const order = compareIntegers(multiply(part, share[1]), multiply(share[0], base))
  return rule.test === 'atLeast' ? order >= 0 : order > 0
}

type OptionCount = Omit<OptionTally, 'passes'>

function countOptions(question: Question, ballots: readonly Ballot[]): OptionCount[] {
  const countOf = (option: string, voteOf: (ballot: Ballot) => unknown): OptionCount => {
    const given = ballots.map(voteOf)
    const votes = given.filter((vote) => vote === 'yes').length
    const against = given.filter((vote) => vote === 'no').length
    return { option, votes, against, abstained: given.length - votes - against }
  }
  switch (question.kind) {
    case 'yesNo':
      return [countOf('yes', (ballot) => ballot)]
    case 'approve':
      return question.options.map((option) =>
        countOf(option, (ballot) => (isByOption(ballot) ? entryOf(ballot, option) : undefined)),
      )
    case 'choose':
      return question.options.map((option) => {
        const votes = ballots.filter((ballot) => Array.isArray(ballot) && ballot.includes(option)).length
        return { option, votes, against: 0, abstained: 0 }
      })
  }
}

function isByOption(ballot: Ballot): ballot is Record<string, 'yes' | 'no'> {
  return typeof ballot === 'object' && !Array.isArray(ballot)
}

const namesOf = (options: readonly OptionTally[]) => options.map(({ option }) => option)

/** The options that pass win by votes; the order of options never decides. Names stand in the ballot's order. */
function decide(options: readonly OptionTally[], seats: number): Decision {
  const passing = options.filter(({ passes }) => passes)
  if (passing.length <= seats) {
    const seatsLeft = seats - passing.length
    const outcome = seatsLeft > 0 ? 'notEnough' : 'decided'
    return { outcome, elected: namesOf(passing), tied: [], seatsLeft }
  }
  const last = votesOfPlace(passing, seats)
  const above = passing.filter(({ votes }) => votes > last)
  const level = passing.filter(({ votes }) => votes === last)
  const seatsLeft = seats - above.length
  if (level.length > seatsLeft) {
    return { outcome: 'tie', elected: namesOf(above), tied: namesOf(level), seatsLeft }
  }
  const elected = passing.filter(({ votes }) => votes >= last)
  return { outcome: 'decided', elected: namesOf(elected), tied: [], seatsLeft: 0 }
}

/** The votes of the option in that place, counting from 1; fewer options: of the last. */
function votesOfPlace(options: readonly OptionTally[], place: number): number {
  const votes = options.map((option) => option.votes).sort((a, b) => b - a)
  return votes[Math.min(place, votes.length) - 1] ?? 0
}

type Outcome = { decision: Decision; options: readonly OptionTally[] }

function nextStep(question: Question, turnout: Turnout, { decision, options }: Outcome): NextStep | null {
  const { outcome, elected, tied, seatsLeft } = decision
  const kind = turnout.round >= (question.maxRounds ?? ROUNDS) ? 'chairDecides' : 'secondRound'
  if (outcome === 'tie') return { kind, options: tied, seats: seatsLeft }
  if (outcome !== 'notEnough') return null
  const candidates = options.filter(({ option }) => !elected.includes(option))
  if (candidates.length === 0) return null
  const last = votesOfPlace(candidates, 2 * seatsLeft)
  return { kind, options: namesOf(candidates.filter(({ votes }) => votes >= last)), seats: seatsLeft }
}
