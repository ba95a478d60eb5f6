import type { Criterion, Measure, Text } from '../criteria/document.ts'
import { compareDecimals } from '../numbers/decimal.ts'
import { roundHalfUp } from '../numbers/fraction.ts'
import { inBoth, joined, type Pen } from '../numbers/written.ts'
import type { Answer, TargetAnswer } from './answer.ts'
import { measureAnswer } from './measure.ts'

const DIGITS = 6

/** A measure's m as it is shown: six digits, half away from zero. */
export function shownMeasure(criterion: Criterion, answer: Answer): string {
  return roundHalfUp(measureAnswer(criterion, answer), DIGITS)
}

/** What m counts, with the blank before it: ' %' for an achievement or a share, else the criterion's own unit. */
export function unitOf({ measure, unit }: Criterion): string {
  if (measure.kind === 'achievement' || measure.kind === 'share') return ' %'
  return unit === undefined || unit === '' ? '' : ` ${unit}`
}

/** What a distance of `size` between two m is counted in: per cents differ by percentage points. */
export function distanceUnitOf(criterion: Criterion, size: string): Text {
  const unit = unitOf(criterion)
  const plural = compareDecimals(size, '1') === 0 ? '' : 's'
  if (unit === ' %') return { vi: ' điểm phần trăm', en: ` percentage point${plural}` }
  return unit === '' ? { vi: ' đơn vị', en: ` unit${plural}` } : { vi: unit, en: unit }
}

/** How the answer makes its number, or what it says where it makes none (scoring.md "Measure"). */
export function explainMeasure(criterion: Criterion, answer: Answer): Text {
  const { measure } = criterion
  const unit = unitOf(criterion)
  if ('value' in answer) {
    const reported = (pen: Pen) => `${pen.number(answer.value)}${unit}`
    return inBoth(
      (pen) => `Giá trị báo cáo: ${reported(pen)}`,
      (pen) => `Reported value: ${reported(pen)}`,
    )
  }
  if ('count' in answer) {
    const counted = (pen: Pen) => `${pen.number(String(answer.count))}${unit}`
    return inBoth(
      (pen) => `Số lượng: ${counted(pen)}`,
      (pen) => `Count: ${counted(pen)}`,
    )
  }
  if ('points' in answer) {
    return inBoth(
      (pen) => `Điểm được cho: ${pen.number(answer.points)}`,
      (pen) => `Points given: ${pen.number(answer.points)}`,
    )
  }
  if ('option' in answer) return explainOptions(measure, [answer.option])
  if ('checked' in answer) return explainOptions(measure, answer.checked)
  const made = shownMeasure(criterion, answer)
  return inBoth((pen) => `${formula(measure, answer, pen)} = ${pen.number(made)}${unit}`)
}

function formula(measure: Measure, answer: Answer, pen: Pen): string {
  if ('part' in answer) return `${pen.number(answer.part)} ÷ ${pen.number(answer.whole)} × 100`
  return 'target' in answer ? targetFormula(measure, answer, pen) : ''
}

function targetFormula(measure: Measure, { target, actual }: TargetAnswer, pen: Pen): string {
  const isLowerBetter = 'better' in measure && measure.better === 'lower'
  if (measure.kind === 'gap') {
    const [from, taken] = isLowerBetter ? [target, actual] : [actual, target]
    return `${pen.number(from)} − ${pen.term(taken)}`
  }
  const ratio = `${isLowerBetter ? pen.term(actual) : pen.number(actual)} ÷ ${pen.number(target)}`
  return isLowerBetter ? `100 × (2 − ${ratio})` : `${ratio} × 100`
}

function explainOptions(measure: Measure, keys: readonly string[]): Text {
  const options = 'options' in measure ? measure.options : []
  const titles = options.filter(({ key }) => keys.includes(key)).map(({ title }) => title)
  if (titles.length === 0) return { vi: 'Không chọn mục nào', en: 'Nothing is checked' }
  const chosen = joined(titles, '; ')
  return { vi: `Đã chọn: ${chosen.vi}`, en: `Chosen: ${chosen.en}` }
}
