import type {
  Bonus,
  Criterion,
  LinearRule,
  StepCount,
  StepsRule,
  Text,
  TiersRule,
} from '../criteria/document.ts'
import { compareDecimals } from '../numbers/decimal.ts'
import {
  compareFractions,
  type Fraction,
  minus,
  over,
  parseDecimal,
  roundHalfUp,
  times,
  whole,
} from '../numbers/fraction.ts'
import { divide, divideDown, subtract } from '../numbers/integer.ts'
import { inBoth, type Pen } from '../numbers/written.ts'
import type { Answer } from './answer.ts'
import { shownMeasure, unitOf } from './explain-measure.ts'
import { isNumeric, measureAnswer } from './measure.ts'

const DIGITS = 6
const ZERO = whole(0)

/** Six digits after the point are shown of what is not rounded yet. */
const shown = (fraction: Fraction) => roundHalfUp(fraction, DIGITS)

/** A formula as one language writes it. */
type Formula = (pen: Pen) => string

/**
 * The calculation that leads from the answer to the points before rounding (scoring.md "Rule"); `place` is the unit's in a
 * rank measure, where known. Ends with the number that is then rounded, behind = or →.
 */
export function explainPoints(criterion: Criterion, answer: Answer, place: number | undefined): Text {
  const { measure, rule } = criterion
  if (measure.kind === 'rank') return explainPlace(criterion, place)
  if (!isNumeric(measure)) return inBoth(statedFormula(criterion, answer))
  const m = measureAnswer(criterion, answer)
  const given: Given = { criterion, m, shownM: shownMeasure(criterion, answer), unit: unitOf(criterion) }
  switch (rule?.kind) {
    case 'linear':
      return inBoth(linearFormula(rule, given))
    case 'steps':
      return inBoth(stepsFormula(rule, given))
    case 'tiers':
      return inBoth(tiersFormula(rule, given))
    case 'perUnit': {
      const made = times(parseDecimal(rule.points), m)
      const product: Formula = (pen) => `${pen.number(rule.points)} × ${pen.term(given.shownM)}`
      return inBoth(closed(product, made, criterion))
    }
    case 'places':
    case 'placeTable':
    case undefined:
      return { vi: '', en: '' }
  }
}

type Given = { criterion: Criterion; m: Fraction; shownM: string; unit: string }

/** "… = 54,124294", and "→ 0" or "→ 60" where that is kept within 0…maxPoints. */
function closed(formula: Formula, made: Fraction, { maxPoints }: Criterion): Formula {
  const most = parseDecimal(maxPoints)
  const isUnder = compareFractions(made, ZERO) < 0
  const isOver = compareFractions(made, most) > 0
  return (pen) => {
    const limit = isUnder ? ' → 0' : isOver ? ` → ${pen.number(maxPoints)}` : ''
    return `${formula(pen)} = ${pen.number(shown(made))}${limit}`
  }
}

function linearFormula({ zeroAt, fullAt }: LinearRule, { criterion, m, shownM }: Given): Formula {
  const { maxPoints } = criterion
  const zero = parseDecimal(zeroAt)
  const part = over(minus(m, zero), minus(parseDecimal(fullAt), zero))
  const formula: Formula = (pen) => {
    const from = pen.term(zeroAt)
    const [reached, needed] = [`${pen.number(shownM)} − ${from}`, `${pen.number(fullAt)} − ${from}`]
    return `${pen.number(maxPoints)} × (${reached}) ÷ (${needed})`
  }
  return closed(formula, times(parseDecimal(maxPoints), part), criterion)
}

const SIGNS = { below: { beyond: '<', within: '≥' }, above: { beyond: '>', within: '≤' } } as const

function stepsFormula(rule: StepsRule, { criterion, m, shownM, unit }: Given): Formula {
  const { from, side, points, zeroPast } = rule
  const { maxPoints } = criterion
  const { beyond, within } = SIGNS[side]
  const onSide = side === 'above' ? 1 : -1
  if (compareFractions(m, parseDecimal(from)) !== onSide) {
    return (pen) =>
      `${pen.number(shownM)}${unit} ${within} ${pen.number(from)}${unit} → ${pen.number(maxPoints)}`
  }
  if (zeroPast !== undefined && compareFractions(m, parseDecimal(zeroPast)) === onSide) {
    return (pen) => `${pen.number(shownM)}${unit} ${beyond} ${pen.number(zeroPast)}${unit} → 0`
  }
  const steps = countSteps(rule, m)
  const formula: Formula = (pen) =>
    `${steps.formula(pen)}${pen.number(maxPoints)} − ${pen.number(points)} × ${pen.number(shown(steps.n))}`
  return closed(formula, minus(parseDecimal(maxPoints), times(parseDecimal(points), steps.n)), criterion)
}

type Counting = Pick<StepsRule, 'from' | 'side' | 'per' | 'count'>
type Counted = { n: Fraction; formula: Formula }

/** n, and how it is counted: "(100 − 96,5) ÷ 2 = 1,75 → 1; ", nothing where n is the distance itself. */
function countSteps({ from, side, per, count }: Counting, m: Fraction): Counted {
  const start = parseDecimal(from)
  const distance = side === 'above' ? minus(m, start) : minus(start, m)
  const exact = over(distance, parseDecimal(per))
  const n = counted(exact, count)
  const isPlain = count === 'exact' && compareDecimals(per, '1') === 0
  return {
    n,
    formula: (pen) => {
      if (isPlain) return ''
      const [far, near] = side === 'above' ? [shown(m), from] : [from, shown(m)]
      const whole = count === 'exact' ? '' : ` → ${pen.number(shown(n))}`
      return `(${pen.number(far)} − ${pen.term(near)}) ÷ ${pen.number(per)} = ${pen.number(shown(exact))}${whole}; `
    },
  }
}

function counted(exact: Fraction, count: StepCount): Fraction {
  const { numerator, denominator } = exact
  switch (count) {
    case 'exact':
      return exact
    case 'completed':
      return whole(divide(numerator, denominator).quotient)
    case 'started':
      return whole(subtract(0, divideDown(subtract(0, numerator), denominator)))
  }
}

function tiersFormula({ better, tiers }: TiersRule, { m, shownM, unit }: Given): Formula {
  const worse = better === 'higher' ? -1 : 1
  const { beyond, within } = better === 'higher' ? SIGNS.below : SIGNS.above
  const reached = tiers.find(({ bound }) => compareFractions(m, parseDecimal(bound)) !== worse)
  const bound = reached?.bound ?? tiers.at(-1)?.bound ?? '0'
  const sign = reached === undefined ? beyond : within
  return (pen) =>
    `${pen.number(shownM)}${unit} ${sign} ${pen.number(bound)}${unit} → ${pen.number(reached?.points ?? '0')}`
}

function statedFormula({ measure }: Criterion, answer: Answer): Formula {
  if ('points' in answer) return (pen) => `= ${pen.number(answer.points)}`
  const keys = 'option' in answer ? [answer.option] : 'checked' in answer ? answer.checked : []
  const points = ('options' in measure ? measure.options : [])
    .filter(({ key }) => keys.includes(key))
    .map((option) => option.points)
  if (points.length < 2) return (pen) => `= ${pen.number(points[0] ?? '0')}`
  const sum = points.map(parseDecimal).reduce((a, b) => minus(a, minus(ZERO, b)), ZERO)
  return (pen) => `${points.map(pen.number).join(' + ')} = ${pen.number(shown(sum))}`
}

function explainPlace({ rule, maxPoints }: Criterion, place: number | undefined): Text {
  if (place === undefined) {
    return { vi: 'Theo hạng trong Cụm.', en: 'By the place in the cluster.' }
  }
  if (rule?.kind !== 'places') {
    const points = (rule?.kind === 'placeTable' && rule.points[place - 1]) || '0'
    return inBoth(
      (pen) => `Hạng ${place} → ${pen.number(points)}`,
      (pen) => `Place ${place} → ${pen.number(points)}`,
    )
  }
  const made = minus(parseDecimal(maxPoints), times(parseDecimal(rule.step), whole(place - 1)))
  const isUnder = compareFractions(made, ZERO) < 0
  return inBoth((pen) => {
    const formula = `${pen.number(maxPoints)} − ${pen.number(rule.step)} × (${place} − 1)`
    return `${formula} = ${pen.number(shown(made))}${isUnder ? ' → 0' : ''}`
  })
}

/** This time's bonus in a formula: "1 × 2 = 2", "→ 10" where that is the cap, "0" where m does not reach. */
export function bonusFormula(bonus: Bonus, criterion: Criterion, answer: Answer): Formula {
  const m = measureAnswer(criterion, answer)
  const onSide = bonus.side === 'above' ? 1 : -1
  if (compareFractions(m, parseDecimal(bonus.from)) !== onSide) return () => '0'
  const steps = countSteps(bonus, m)
  const made = times(parseDecimal(bonus.points), steps.n)
  const isOver = compareFractions(made, parseDecimal(bonus.cap)) > 0
  return (pen) => {
    const product = `${pen.number(bonus.points)} × ${pen.number(shown(steps.n))} = ${pen.number(shown(made))}`
    return `${steps.formula(pen)}${product}${isOver ? ` → ${pen.number(bonus.cap)}` : ''}`
  }
}
