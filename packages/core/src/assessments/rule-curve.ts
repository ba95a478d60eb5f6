import type { Criterion, LinearRule, StepCount, StepsRule, TiersRule } from '../criteria/document.ts'
import {
  compareFractions,
  type Fraction,
  minus,
  over,
  parseDecimal,
  plus,
  roundHalfUp,
  times,
  whole,
} from '../numbers/fraction.ts'
import { divideDown, subtract } from '../numbers/integer.ts'
import { isNumeric } from './measure.ts'

/** One point of a rule's curve, decimal strings with six digits after the point. */
export type CurvePoint = { m: string; points: string }

type Corner = { m: Fraction; points: Fraction }

const DIGITS = 6
const ZERO = whole(0)
/** The flat ends are drawn this part of what lies between them. */
const MARGIN: Fraction = { numerator: 1, denominator: 4 }
/** Finer stairs than this are drawn as the slope they follow. */
const MOST_STAIRS = 60

/**
 * The corners of a numeric rule's curve, by m ascending, for drawing straight lines between them; a jump is two points with
 * the same m. [] where the rule does not make points from a number.
 */
export function ruleCurve(criterion: Criterion): CurvePoint[] {
  const corners = isNumeric(criterion.measure) ? cornersOf(criterion) : []
  return withEnds(corners).map(({ m, points }) => ({
    m: roundHalfUp(m, DIGITS),
    points: roundHalfUp(points, DIGITS),
  }))
}

function cornersOf({ rule, maxPoints }: Criterion): Corner[] {
  const max = parseDecimal(maxPoints)
  switch (rule?.kind) {
    case 'linear':
      return linearCorners(rule, max)
    case 'steps': {
      const outward = stepsCorners(rule, max)
      return rule.side === 'above' ? outward : outward.reverse()
    }
    case 'tiers':
      return tiersCorners(rule)
    case 'perUnit':
      return [
        { m: ZERO, points: ZERO },
        { m: over(max, parseDecimal(rule.points)), points: max },
      ]
    case 'places':
    case 'placeTable':
    case undefined:
      return []
  }
}

/** Adds the flat ends on both sides. */
function withEnds(corners: readonly Corner[]): Corner[] {
  const first = corners[0]
  const last = corners.at(-1)
  if (first === undefined || last === undefined) return []
  const span = minus(last.m, first.m)
  const margin = compareFractions(span, ZERO) > 0 ? times(span, MARGIN) : whole(1)
  return [
    { m: minus(first.m, margin), points: first.points },
    ...corners,
    { m: plus(last.m, margin), points: last.points },
  ]
}

function linearCorners({ zeroAt, fullAt }: LinearRule, max: Fraction): Corner[] {
  const zero = { m: parseDecimal(zeroAt), points: ZERO }
  const full = { m: parseDecimal(fullAt), points: max }
  return compareFractions(zero.m, full.m) < 0 ? [zero, full] : [full, zero]
}

/** From the worst tier's bound to the best's, or the other way where lower is better: a jump at each. */
function tiersCorners({ better, tiers }: TiersRule): Corner[] {
  const jumps = tiers.flatMap(({ bound, points }, index): Corner[] => {
    const m = parseDecimal(bound)
    const beyond = tiers[index + 1]?.points ?? '0'
    return [
      { m, points: parseDecimal(points) },
      { m, points: parseDecimal(beyond) },
    ]
  })
  return better === 'higher' ? jumps.reverse() : jumps
}

/** From `from` outward, on the side that costs points, to where none are left or zeroPast takes them. */
function stepsCorners(rule: StepsRule, max: Fraction): Corner[] {
  const points = parseDecimal(rule.points)
  const from = parseDecimal(rule.from)
  const sign = whole(rule.side === 'above' ? 1 : -1)
  const at = (n: Fraction) => plus(from, times(times(parseDecimal(rule.per), n), sign))
  const least = compareFractions(points, ZERO) > 0 ? stepsToNothing(over(max, points), rule.count) : undefined
  const last = rule.zeroPast === undefined ? undefined : parseDecimal(rule.zeroPast)
  const cut = last && over(times(minus(last, from), sign), parseDecimal(rule.per))
  const end = nearer(least, cut)
  if (end === undefined) return [{ m: from, points: max }]
  const worth = (n: Fraction): Fraction => {
    const left = minus(max, times(points, n))
    return compareFractions(left, ZERO) < 0 ? ZERO : left
  }
  const isStairs = rule.count !== 'exact' && compareFractions(end, whole(MOST_STAIRS)) <= 0
  const down = isStairs
    ? stairs(rule, end, worth)
    : [
        { n: ZERO, points: max },
        { n: end, points: worth(end) },
      ]
  const corners = down.map((corner): Corner => ({ m: at(corner.n), points: corner.points }))
  const bottom = corners.at(-1)
  if (bottom && compareFractions(bottom.points, ZERO) > 0) corners.push({ m: bottom.m, points: ZERO })
  return corners
}

/** How many steps leave no points: whole ones, unless parts count. */
function stepsToNothing(steps: Fraction, count: StepCount): Fraction {
  if (count === 'exact') return steps
  return whole(subtract(0, divideDown(subtract(0, steps.numerator), steps.denominator)))
}

function nearer(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return compareFractions(a, b) <= 0 ? a : b
}

type Stair = { n: Fraction; points: Fraction }

/** A step is taken off when it is completed, or as soon as it is started. */
function stairs({ count }: StepsRule, end: Fraction, worth: (n: Fraction) => Fraction): Stair[] {
  const made: Stair[] = count === 'started' ? [] : [{ n: ZERO, points: worth(ZERO) }]
  for (let step = 1; compareFractions(whole(step - 1), end) < 0; step += 1) {
    const takenAt = count === 'started' ? whole(step - 1) : whole(step)
    if (compareFractions(takenAt, end) > 0) break
    made.push({ n: takenAt, points: worth(whole(step - 1)) }, { n: takenAt, points: worth(whole(step)) })
  }
  const last = made.at(-1)
  if (last && compareFractions(last.n, end) < 0) made.push({ n: end, points: last.points })
  return made
}
