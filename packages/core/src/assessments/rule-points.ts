import type { Bonus, Rule, StepsRule, TiersRule } from '../criteria/document.ts'
import {
  compareFractions,
  type Fraction,
  minus,
  over,
  parseDecimal,
  plus,
  roundToUnits,
  times,
  whole,
} from '../numbers/fraction.ts'
import { divide, divideDown, type Integer, subtract, within } from '../numbers/integer.ts'
import { type Line, line, lineFrom, pointOn } from '../numbers/line.ts'

/** The points that m makes, rounded once, in units of 10^−decimals. */
export type PointsOf = (m: Fraction) => Integer
/** The points of a place in the cluster, 1 and up, in the same units. */
export type PointsOfPlace = (place: number) => Integer
/** What a rule needs to know of its criterion and document: maxPoints in units, and the digits of an amount. */
export type Scale = { max: Integer; decimals: number }

type Counting = Pick<StepsRule, 'from' | 'side' | 'per' | 'points' | 'count'>

/**
 * A numeric rule made ready (scoring.md "Rule"). maxPoints has at most `decimals` digits, so keeping within 0…maxPoints
 * after rounding is the same as before.
 */
export function compileRule(rule: Rule, scale: Scale): PointsOf {
  switch (rule.kind) {
    case 'linear': {
      const zeroAt = parseDecimal(rule.zeroAt)
      const rise = lineFrom(zeroAt, maxOf(scale), minus(parseDecimal(rule.fullAt), zeroAt))
      return alongLine(rise, scale)
    }
    case 'perUnit':
      return alongLine(line(whole(0), parseDecimal(rule.points)), scale)
    case 'steps':
      return compileSteps(rule, scale)
    case 'tiers':
      return compileTiers(rule, scale)
    case 'places':
    case 'placeTable':
      return () => 0
  }
}

/** A rank measure's rule made ready (scoring.md "Rule": places, placeTable). */
export function compilePlaceRule(rule: Rule | undefined, { max, decimals }: Scale): PointsOfPlace {
  if (rule?.kind === 'placeTable') {
    const table = rule.points.map((points) => roundToUnits(parseDecimal(points), decimals))
    return (place) => table[place - 1] ?? 0
  }
  const step = parseDecimal(rule?.kind === 'places' ? rule.step : '0')
  const most = maxOf({ max, decimals })
  return (place) => within(roundToUnits(minus(most, times(step, whole(place - 1))), decimals), max)
}

/** A bonus made ready: points × n, at most its cap (scoring.md "Rule"). */
export function compileBonus(bonus: Bonus, decimals: number): PointsOf {
  const cap = roundToUnits(parseDecimal(bonus.cap), decimals)
  const from = parseDecimal(bonus.from)
  const onSide = bonus.side === 'above' ? 1 : -1
  const gained = amountCounted(bonus, whole(0), parseDecimal(bonus.points))
  return (m) => {
    if (compareFractions(m, from) !== onSide) return 0
    return within(roundToUnits(gained(m), decimals), cap)
  }
}

function maxOf({ max, decimals }: Scale): Fraction {
  return { numerator: max, denominator: 10 ** decimals }
}

function alongLine(along: Line, { max, decimals }: Scale): PointsOf {
  return (m) => within(roundToUnits(pointOn(along, m), decimals), max)
}

/** start + each × n, where n counts how far m, which lies on the side counted, is from `from`. */
function amountCounted(counting: Counting, start: Fraction, each: Fraction): (m: Fraction) => Fraction {
  const perSigned = times(parseDecimal(counting.per), whole(counting.side === 'above' ? 1 : -1))
  const distance = lineFrom(parseDecimal(counting.from), whole(1), perSigned)
  switch (counting.count) {
    case 'exact': {
      const slope = over(each, perSigned)
      const along = line(minus(start, times(parseDecimal(counting.from), slope)), slope)
      return (m) => pointOn(along, m)
    }
    case 'completed':
      return (m) => plus(start, times(each, whole(roundDown(pointOn(distance, m)))))
    case 'started':
      return (m) => plus(start, times(each, whole(roundUp(pointOn(distance, m)))))
  }
}

/** The whole part of a fraction that is not negative. */
function roundDown({ numerator, denominator }: Fraction): Integer {
  return divide(numerator, denominator).quotient
}

function roundUp({ numerator, denominator }: Fraction): Integer {
  return subtract(0, divideDown(subtract(0, numerator), denominator))
}

function compileSteps(rule: StepsRule, scale: Scale): PointsOf {
  const from = parseDecimal(rule.from)
  const zeroPast = rule.zeroPast === undefined ? undefined : parseDecimal(rule.zeroPast)
  const onSide = rule.side === 'above' ? 1 : -1
  const left = amountCounted(rule, maxOf(scale), times(parseDecimal(rule.points), whole(-1)))
  return (m) => {
    if (compareFractions(m, from) !== onSide) return scale.max
    if (zeroPast !== undefined && compareFractions(m, zeroPast) === onSide) return 0
    return within(roundToUnits(left(m), scale.decimals), scale.max)
  }
}

function compileTiers({ better, tiers }: TiersRule, { decimals }: Scale): PointsOf {
  const worse = better === 'higher' ? -1 : 1
  const compiled = tiers.map(({ bound, points }) => ({
    bound: parseDecimal(bound),
    points: roundToUnits(parseDecimal(points), decimals),
  }))
  return (m) => compiled.find(({ bound }) => compareFractions(m, bound) !== worse)?.points ?? 0
}
