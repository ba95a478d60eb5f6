import { isObject } from '../criteria/by-code.ts'
import type { Question } from './question.ts'

export type TallyFaultCode =
  | 'wrong_shape'
  | 'present_exceeds_members'
  | 'written_exceeds_absent'
  | 'too_many_ballots'
  | 'duplicate_option'
  | 'unknown_option'
  | 'too_many_choices'
export type TallyFault = { path: string; code: TallyFaultCode }

type BallotFaultCode = 'wrong_shape' | 'duplicate_option' | 'unknown_option' | 'too_many_choices'
type Counted = { [Field in (typeof NUMBERS)[number]]: number | undefined }

const NUMBERS = ['members', 'present', 'written', 'invalid', 'round'] as const
const FIELDS: readonly string[] = [...NUMBERS, 'ballots']
const YES_NO: readonly unknown[] = ['yes', 'no', 'abstain']

/**
 * Every fault of a turnout at once, sorted by path, then code; [] means it can be tallied (tally.md "The turnout"). A number that
 * is missing, no whole number or under 0 (a round: under 1) is wrong_shape at its field, and is compared with nothing.
 */
export function checkTurnout(question: Question, turnout: unknown): TallyFault[] {
  if (!isObject(turnout)) return [{ path: '', code: 'wrong_shape' }]
  const wrong = Object.keys(turnout).filter((key) => !FIELDS.includes(key))
  const counted = Object.fromEntries(NUMBERS.map((key) => [key, soundNumber(key, turnout[key])])) as Counted
  wrong.push(...NUMBERS.filter((key) => counted[key] === undefined))
  if (!Array.isArray(turnout.ballots)) wrong.push('ballots')
  const ballots: unknown[] = Array.isArray(turnout.ballots) ? turnout.ballots : []
  const faults: TallyFault[] = wrong.map((path) => ({ path, code: 'wrong_shape' }))
  faults.push(...countFaults(counted, ballots.length))
  const faultOf = ballotCheckOf(question)
  ballots.forEach((ballot, index) => {
    const code = faultOf(ballot)
    if (code !== null) faults.push({ path: `ballots.${index}`, code })
  })
  return faults.sort(byPathThenCode)
}

function byPathThenCode(a: TallyFault, b: TallyFault): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.code < b.code ? -1 : 1
}

function soundNumber(key: string, value: unknown): number | undefined {
  const isSound =
    typeof value === 'number' && Number.isSafeInteger(value) && value >= (key === 'round' ? 1 : 0)
  return isSound ? value : undefined
}

function countFaults({ members, present, written, invalid }: Counted, ballots: number): TallyFault[] {
  const faults: TallyFault[] = []
  if (members !== undefined && present !== undefined) {
    if (present > members) faults.push({ path: 'present', code: 'present_exceeds_members' })
    const absent = Math.max(0, members - present)
    if (written !== undefined && written > absent) {
      faults.push({ path: 'written', code: 'written_exceeds_absent' })
    }
  }
  if (present !== undefined && written !== undefined && invalid !== undefined) {
    if (ballots + invalid > present + written) faults.push({ path: 'ballots', code: 'too_many_ballots' })
  }
  return faults
}

function ballotCheckOf(question: Question): (ballot: unknown) => BallotFaultCode | null {
  switch (question.kind) {
    case 'yesNo':
      return (ballot) => (YES_NO.includes(ballot) ? null : 'wrong_shape')
    case 'choose': {
      const known = new Set<unknown>(question.options)
      return (ballot) => chooseFault(ballot, known, question.maxChoices)
    }
    case 'approve': {
      const known = new Set<string>(question.options)
      return (ballot) => approveFault(ballot, known)
    }
  }
}

function chooseFault(ballot: unknown, known: Set<unknown>, maxChoices: number): BallotFaultCode | null {
  if (!Array.isArray(ballot) || !ballot.every((option) => typeof option === 'string')) return 'wrong_shape'
  if (new Set(ballot).size < ballot.length) return 'duplicate_option'
  if (!ballot.every((option) => known.has(option))) return 'unknown_option'
  return ballot.length > maxChoices ? 'too_many_choices' : null
}

function approveFault(ballot: unknown, known: Set<string>): BallotFaultCode | null {
  if (!isObject(ballot)) return 'wrong_shape'
  if (!Object.values(ballot).every((vote) => vote === 'yes' || vote === 'no')) return 'wrong_shape'
  return Object.keys(ballot).every((option) => known.has(option)) ? null : 'unknown_option'
}
