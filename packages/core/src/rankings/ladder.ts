import type { Answer } from '../assessments/answer.ts'
import type { Criterion, Rule, SectionRole } from '../criteria/document.ts'
import { compareDecimals, digitsAfterPoint, toMillionths, toUnits } from '../numbers/decimal.ts'
import { formatUnits, parseDecimal, powerOfTen } from '../numbers/fraction.ts'
import { add, divide, divideDown, type Integer, multiply, subtract } from '../numbers/integer.ts'

/** Answers in a row, each a rung better than the one before: rung 0 is the present answer, `last` the farthest. */
export type Ladder = { last: Integer; answerAt: (rung: Integer) => Answer }

type Row = {
  /** The present figure, and how far it may go, in units of 10^−digits. */
  now: Integer
  least: Integer
  most: Integer
  direction: 1 | -1
  answerAt: (units: Integer) => Answer
}

/** The present answer, and the document's digits. */
type Given = { answer: Answer | undefined; decimals: number }

const LIMIT_DIGITS = 12
const COUNT_MOST = 10 ** LIMIT_DIGITS - 1

/**
 * The ladder of one criterion's numeric answer or judgement, written as finely as the present one (a judgement: in its steps); null
 * where its answers do not stand in a row, or where points and bonus pull apart.
 */
export function ladderOf(criterion: Criterion, role: SectionRole, given: Given): Ladder | null {
  if (criterion.measure.kind === 'judgement') return judgementLadder(criterion, role, given)
  const { answer } = given
  const direction = directionOf(criterion, role)
  if (answer === undefined || direction === null) return null
  if ('count' in answer) {
    const answerAt = (units: Integer) => ({ count: Number(units) })
    return ladder({ now: answer.count, least: 0, most: COUNT_MOST, direction, answerAt })
  }
  if ('part' in answer) {
    const digits = digitsAfterPoint(answer.part)
    const { numerator, denominator } = parseDecimal(answer.whole)
    const most = divideDown(multiply(numerator, powerOfTen(digits)), denominator)
    const answerAt = (units: Integer) => ({ part: formatUnits(units, digits), whole: answer.whole })
    return ladder({ now: toUnits(answer.part, digits), least: 0, most, direction, answerAt })
  }
  if ('target' in answer) {
    return decimalLadder(answer.actual, direction, (actual) => ({ target: answer.target, actual }))
  }
  return 'value' in answer ? decimalLadder(answer.value, direction, (value) => ({ value })) : null
}

function ladder({ now, least, most, direction, answerAt }: Row): Ladder {
  return {
    last: direction === 1 ? subtract(most, now) : subtract(now, least),
    answerAt: (rung) => answerAt(add(now, multiply(rung, direction))),
  }
}

function decimalLadder(now: string, direction: 1 | -1, answerAt: (decimal: string) => Answer): Ladder {
  const digits = digitsAfterPoint(now)
  const most = subtract(multiply(10 ** LIMIT_DIGITS, powerOfTen(digits)), 1)
  return ladder({
    now: toUnits(now, digits),
    least: subtract(0, most),
    most,
    direction,
    answerAt: (units) => answerAt(formatUnits(units, digits)),
  })
}

/** A judgement goes in its own steps, without any in the smallest amount; from 0 where nothing was answered. */
function judgementLadder(
  { maxPoints, measure }: Criterion,
  role: SectionRole,
  { answer, decimals }: Given,
): Ladder {
  const points = answer !== undefined && 'points' in answer ? answer.points : '0'
  const step = measure.kind === 'judgement' ? measure.step : undefined
  const digits = step === undefined ? decimals : digitsAfterPoint(step)
  const each = step === undefined ? 1 : toUnits(step, digits)
  const eachInMillionths = multiply(each, powerOfTen(6 - digits))
  return ladder({
    now: divide(toMillionths(points), eachInMillionths).quotient,
    least: 0,
    most: divide(toMillionths(maxPoints), eachInMillionths).quotient,
    direction: role === 'penalty' ? -1 : 1,
    answerAt: (count) => ({ points: formatUnits(multiply(count, each), digits) }),
  })
}

/** Which way a figure goes to better the unit's total; null where points and bonus pull apart. */
function directionOf({ measure, rule, bonus }: Criterion, role: SectionRole): 1 | -1 | null {
  const ofRule = signOfRule(rule) * (role === 'penalty' ? -1 : 1)
  const ofBonus = bonus === undefined ? ofRule : bonus.side === 'above' ? 1 : -1
  if (ofRule !== ofBonus) return null
  const isTurned = measure.kind !== 'rank' && 'better' in measure && measure.better === 'lower'
  return ofRule * (isTurned ? -1 : 1) === 1 ? 1 : -1
}

/** 1 where a greater m makes more points, −1 where it makes fewer. */
function signOfRule(rule: Rule | undefined): 1 | -1 {
  switch (rule?.kind) {
    case 'linear':
      return compareDecimals(rule.fullAt, rule.zeroAt) > 0 ? 1 : -1
    case 'steps':
      return rule.side === 'below' ? 1 : -1
    case 'tiers':
      return rule.better === 'higher' ? 1 : -1
    case 'perUnit':
    case 'places':
    case 'placeTable':
    case undefined:
      return 1
  }
}

/** The lowest rung that is enough, or null where none is: doubling, then halving, so few rungs are tried. */
export function firstEnough(last: Integer, isEnough: (rung: Integer) => boolean): Integer | null {
  let under: Integer = 0
  let over: Integer = 1
  while (over < last && !isEnough(over)) {
    under = over
    over = multiply(over, 2)
  }
  if (over >= last) {
    if (!(last > under) || !isEnough(last)) return null
    over = last
  }
  while (subtract(over, under) > 1) {
    const middle = half(add(under, over))
    if (isEnough(middle)) over = middle
    else under = middle
  }
  return over
}

function half(sum: Integer): Integer {
  return typeof sum === 'bigint' ? sum / 2n : Math.floor(sum / 2)
}
