import { entryOf, putEntry } from '../criteria/by-code.ts'
import { toUnits } from '../numbers/decimal.ts'
import { parseDecimal, roundHalfUp } from '../numbers/fraction.ts'
import type { Answer, Override, Submission } from './answer.ts'
import type { CompiledCriteria, CompiledCriterion } from './compile.ts'
import { measureAnswer } from './measure.ts'
import { type PlaceOf, placesIn } from './rank-places.ts'
import type { CriterionResult, UnitResult } from './result.ts'
import { type Scored, standingOf } from './standing.ts'

export { type CompiledCriteria, type CompiledCriterion, compileCriteria } from './compile.ts'
export type { Scored } from './standing.ts'

const MEASURE_DIGITS = 6

/** The places of a cluster's rank measures; a criterion without an entry is pending. */
export type Cluster = ReadonlyMap<CompiledCriterion, PlaceOf>

/** The results of a cluster's submissions, in their order; rank measures are placed among them (scoring.md "Points"). */
export function scoreUnits(compiled: CompiledCriteria, submissions: readonly Submission[]): UnitResult[] {
  const cluster = clusterOf(compiled, submissions)
  return submissions.map((submission) =>
    resultOf(compiled, submission, scoreCriteria(compiled, submission, cluster)),
  )
}

/** The result of one unit by itself: its rank measures are pending, 0 points (scoring.md "Points", 1). */
export function scoreAlone(compiled: CompiledCriteria, submission: Submission): UnitResult {
  return resultOf(compiled, submission, scoreCriteria(compiled, submission, new Map()))
}

/** Places every rank measure among these submissions. */
export function clusterOf(compiled: CompiledCriteria, submissions: readonly Submission[]): Cluster {
  return new Map(
    compiled.criteria
      .filter(({ scoring }) => scoring.by === 'place')
      .map((criterion) => [criterion, placesIn(compiled, criterion, submissions)]),
  )
}

/** One unit's criteria, in the order of the compiled ones. */
export function scoreCriteria(
  compiled: CompiledCriteria,
  { answers, overrides }: Submission,
  cluster: Cluster,
): Scored[] {
  return compiled.criteria.map((criterion) => {
    const computed = scoreAnswer(criterion, entryOf(answers, criterion.code), cluster.get(criterion))
    const override = overrides && entryOf(overrides, criterion.code)
    return override === undefined ? computed : overridden(computed, override, compiled.document.decimals)
  })
}

/** What a unit's scored criteria come to, written. */
export function resultOf(
  compiled: CompiledCriteria,
  { unit, gates = [] }: Submission,
  scored: readonly Scored[],
): UnitResult {
  const { write } = compiled
  const criteria: Record<string, CriterionResult> = {}
  compiled.criteria.forEach(({ code }, index) => {
    const outcome = scored[index]
    if (outcome === undefined) return
    const { status, measure, points, bonus } = outcome
    putEntry(criteria, code, { status, measure, points: write(points), bonus: write(bonus) })
  })
  return { unit, criteria, ...standingOf(compiled, scored, gates) }
}

/** One answer's points and bonus; without `placeOf` a rank measure is pending. */
export function scoreAnswer(
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
