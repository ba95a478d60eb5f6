import { entryOf } from '../criteria/by-code.ts'
import { toMillionths } from '../numbers/decimal.ts'
import { compareIntegers, type Integer } from '../numbers/integer.ts'
import type { Submission } from './answer.ts'
import type { CompiledCriteria, CompiledCriterion } from './compile.ts'

/** The place that a reported value takes in a cluster: 1 and up, equal values share the best. */
export type PlaceOf = (value: string) => number

/**
 * Places in one rank measure: 1 + the number of units without an `unranked` gate that answered better (scoring.md "Points",
 * 1). A unit never answers better than itself, so it need not be left out.
 */
export function placesIn(
  compiled: CompiledCriteria,
  criterion: CompiledCriterion,
  submissions: readonly Submission[],
): PlaceOf {
  const { code, scoring } = criterion
  const isHigherBetter = scoring.by === 'place' && scoring.isHigherBetter
  const values: Integer[] = []
  for (const submission of submissions) {
    const value = reportedValue(submission, code)
    if (value !== undefined && !isUnranked(compiled, submission)) values.push(toMillionths(value))
  }
  values.sort(isHigherBetter ? (a, b) => compareIntegers(b, a) : compareIntegers)
  return (value) => 1 + countBetter(values, toMillionths(value), isHigherBetter)
}

/** The place in a rank measure of each unit that answered it, by unit; none for any other criterion. */
export function placesOf(
  compiled: CompiledCriteria,
  submissions: readonly Submission[],
  criterionCode: string,
): Map<string, number> {
  const criterion = compiled.criteria.find(({ code }) => code === criterionCode)
  if (criterion?.scoring.by !== 'place') return new Map()
  const placeOf = placesIn(compiled, criterion, submissions)
  return new Map(
    submissions.flatMap((submission): [string, number][] => {
      const value = reportedValue(submission, criterionCode)
      return value === undefined ? [] : [[submission.unit, placeOf(value)]]
    }),
  )
}

/** What a unit reported for a rank measure, or undefined where it did not answer. */
export function reportedValue({ answers }: Submission, code: string): string | undefined {
  const answer = entryOf(answers, code)
  return answer !== undefined && 'value' in answer ? answer.value : undefined
}

/** Whether a gate applies that keeps the unit out of the ranking. */
export function isUnranked(compiled: CompiledCriteria, { gates = [] }: Submission): boolean {
  return gates.some((gate) => compiled.gates.get(gate)?.kind === 'unranked')
}

/** How many of the values, which stand best first, are better than this one. */
function countBetter(values: readonly Integer[], value: Integer, isHigherBetter: boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = values[middle] ?? value
    const isBetter = isHigherBetter ? other > value : other < value
    if (isBetter) low = middle + 1
    else high = middle
  }
  return low
}
