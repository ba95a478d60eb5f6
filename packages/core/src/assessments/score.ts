import { entryOf, putEntry } from '../criteria/by-code.ts'
import { toUnits } from '../numbers/decimal.ts'
import { formatUnits, parseDecimal, roundHalfUp } from '../numbers/fraction.ts'
import type { Answer, Override, Submission } from './answer.ts'
import type { CompiledCriteria, CompiledCriterion } from './compile.ts'
import { measureAnswer } from './measure.ts'
import { type PlaceOf, placesIn } from './rank-places.ts'
import type { CriterionResult, UnitResult } from './result.ts'
import { type Scored, standingOf } from './standing.ts'

export { type CompiledCriteria, compileCriteria } from './compile.ts'

const MEASURE_DIGITS = 6

type Cluster = ReadonlyMap<CompiledCriterion, PlaceOf>

/** The results of a cluster's submissions, in their order; rank measures are placed among them (scoring.md "Points"). */
export function scoreUnits(compiled: CompiledCriteria, submissions: readonly Submission[]): UnitResult[] {
  const cluster: Cluster = new Map(
    compiled.criteria
      .filter(({ scoring }) => scoring.by === 'place')
      .map((criterion) => [criterion, placesIn(compiled, criterion, submissions)]),
  )
  return submissions.map((submission) => scoreSubmission(compiled, submission, cluster))
}

/** The result of one unit by itself: its rank measures are pending, 0 points (scoring.md "Points", 1). */
export function scoreAlone(compiled: CompiledCriteria, submission: Submission): UnitResult {
  return scoreSubmission(compiled, submission, new Map())
}

function scoreSubmission(compiled: CompiledCriteria, submission: Submission, cluster: Cluster): UnitResult {
  const { decimals } = compiled.document
  const { unit, answers, overrides, gates = [] } = submission
  const criteria: Record<string, CriterionResult> = {}
  const scored = compiled.criteria.map((criterion) => {
    const { code } = criterion
    const computed = scoreAnswer(criterion, entryOf(answers, code), cluster.get(criterion))
    const override = overrides && entryOf(overrides, code)
    const outcome = override === undefined ? computed : overridden(computed, override, decimals)
    const { status, measure } = outcome
    const points = formatUnits(outcome.points, decimals)
    putEntry(criteria, code, { status, measure, points, bonus: formatUnits(outcome.bonus, decimals) })
    return outcome
  })
  return { unit, criteria, ...standingOf(compiled, scored, gates) }
}

function scoreAnswer(
  { criterion, max, scoring }: CompiledCriterion,
  answer: Answer | undefined,
  placeOf: PlaceOf | undefined,
): Scored {
  if (answer === undefined) return { status: 'missing', measure: null, points: 0, bonus: 0 }
  if ('notApplicable' in answer) {
    const points = criterion.notApplicable === 'full' ? max : 0
    return { status: 'notApplicable', measure: null, points, bonus: 0 }
  }
  switch (scoring.by) {
    case 'answer':
      return { status: 'scored', measure: null, points: scoring.pointsOfAnswer(answer), bonus: 0 }
    case 'number': {
      const m = measureAnswer(criterion, answer)
      const measure = roundHalfUp(m, MEASURE_DIGITS)
      return { status: 'scored', measure, points: scoring.pointsOf(m), bonus: scoring.bonusOf(m) }
    }
    case 'place': {
      const value = 'value' in answer ? answer.value : '0'
      const measure = roundHalfUp(parseDecimal(value), MEASURE_DIGITS)
      if (placeOf === undefined) return { status: 'pending', measure, points: 0, bonus: 0 }
      return { status: 'scored', measure, points: scoring.pointsOfPlace(placeOf(value)), bonus: 0 }
    }
  }
}

/** An override wins over everything; its bonus only where it says one. */
function overridden({ measure, bonus }: Scored, override: Override, decimals: number): Scored {
  return {
    status: 'overridden',
    measure,
    points: toUnits(override.points, decimals),
    bonus: override.bonus === undefined ? bonus : toUnits(override.bonus, decimals),
  }
}
