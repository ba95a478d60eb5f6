import type { Criterion, Measure } from '../criteria/document.ts'
import { type Fraction, minus, over, parseDecimal, whole } from '../numbers/fraction.ts'
import { multiply, subtract } from '../numbers/integer.ts'
import type { Answer } from './answer.ts'

const NUMERIC: readonly Measure['kind'][] = ['value', 'achievement', 'gap', 'share', 'count']

/** Whether a measure makes a number m: value, achievement, gap, share, count (scoring.md "Measure"). */
export function isNumeric(measure: Measure): boolean {
  return NUMERIC.includes(measure.kind)
}

/** The number m that a sound answer to a numeric measure makes, exact (scoring.md "Measure"). */
export function measureAnswer({ measure }: Criterion, answer: Answer): Fraction {
  if ('value' in answer) return parseDecimal(answer.value)
  if ('count' in answer) return whole(answer.count)
  if ('part' in answer) return percent(parseDecimal(answer.part), parseDecimal(answer.whole))
  if (!('target' in answer)) return whole(0)
  const target = parseDecimal(answer.target)
  const actual = parseDecimal(answer.actual)
  const isLowerBetter = 'better' in measure && measure.better === 'lower'
  if (measure.kind === 'gap') return isLowerBetter ? minus(target, actual) : minus(actual, target)
  const rate = percent(actual, target)
  if (!isLowerBetter) return rate
  return {
    numerator: subtract(multiply(200, rate.denominator), rate.numerator),
    denominator: rate.denominator,
  }
}

/** 100 × part ÷ of; `of` is more than 0. */
function percent(part: Fraction, of: Fraction): Fraction {
  const ratio = over(part, of)
  return { numerator: multiply(100, ratio.numerator), denominator: ratio.denominator }
}
