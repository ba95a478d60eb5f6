import type { CriteriaDocument, Criterion, Text } from '../criteria/document.ts'
import { findCriterion } from '../criteria/list.ts'
import { inBoth, joined } from '../numbers/written.ts'
import type { Answer, Override } from './answer.ts'
import { explainMeasure } from './explain-measure.ts'
import { bonusFormula, explainPoints } from './explain-points.ts'
import { describeBonus, describeRule } from './explain-rule.ts'
import type { CriterionResult } from './result.ts'

export { describeBonus, describeRule } from './explain-rule.ts'
export { type CurvePoint, ruleCurve } from './rule-curve.ts'

/** How one criterion's points came about, a sentence a step in both languages; null where a step does not apply. */
export type Explanation = {
  /** What stands before all else: overridden, missing, not applicable, pending; null where plainly scored. */
  status: Text | null
  measure: Text | null
  rule: Text
  /** Where it is overridden: what the rule would have given. */
  calculation: Text | null
  rounding: Text | null
  /** The bonus's rule and what it gives this time; null where the criterion has none. */
  bonus: Text | null
}

export type ExplainedCriterion = {
  criterionCode: string
  answer: Answer | undefined
  override: Override | undefined
  result: CriterionResult
  /** The unit’s place in a rank measure, where known (placesOf in rank-places.ts). */
  place?: number
}

/**
 * The trace in words of one criterion's points: measure, rule, calculation, rounding, bonus (scoring.md). `result` is what
 * was scored from this answer and override. Throws RangeError where the document has no such criterion.
 */
export function explainCriterion(document: CriteriaDocument, explained: ExplainedCriterion): Explanation {
  const criterion = findCriterion(document, explained.criterionCode)?.criterion
  if (criterion === undefined) throw new RangeError(`no criterion ${explained.criterionCode}`)
  const { answer, result } = explained
  const measured = answer === undefined || 'notApplicable' in answer ? undefined : answer
  const isPlaced = result.status !== 'pending'
  return {
    status: explainStatus(criterion, explained),
    measure: measured === undefined ? null : explainMeasure(criterion, measured),
    rule: describeRule(criterion),
    calculation:
      measured !== undefined && isPlaced ? explainPoints(criterion, measured, explained.place) : null,
    rounding: result.status === 'scored' ? explainRounding(document.decimals, result.points) : null,
    bonus: explainBonus(criterion, explained, measured),
  }
}

function explainStatus(criterion: Criterion, { override, result }: ExplainedCriterion): Text | null {
  switch (result.status) {
    case 'scored':
      return null
    case 'missing':
      return { vi: 'Chưa có câu trả lời: 0 điểm.', en: 'No answer yet: 0 points.' }
    case 'pending':
      return {
        vi: 'Điểm theo hạng trong Cụm, tính khi cả Cụm cùng chấm; tạm tính 0 điểm.',
        en: 'Points depend on the place in the cluster and come when all are scored together; 0 points for now.',
      }
    case 'notApplicable':
      return explainNotApplicable(criterion)
    case 'overridden':
      return inBoth(
        (pen) =>
          `Tổ thẩm định ấn định ${pen.amount(result.points)} điểm, thay cho điểm tính theo quy tắc` +
          `${override?.bonus === undefined ? '' : `; điểm thưởng ${pen.amount(result.bonus)}`}.`,
        (pen) =>
          `The appraisers set ${pen.amount(result.points)} points in place of what the rule gives` +
          `${override?.bonus === undefined ? '' : `; bonus ${pen.amount(result.bonus)}`}.`,
      )
  }
}

function explainNotApplicable({ notApplicable, maxPoints }: Criterion): Text {
  if (notApplicable === 'full') {
    return inBoth(
      (pen) => `Không được giao chỉ tiêu: được đủ ${pen.number(maxPoints)} điểm.`,
      (pen) => `Not applicable: all ${pen.number(maxPoints)} points.`,
    )
  }
  return {
    vi: 'Không được giao chỉ tiêu: không tính tiêu chí này, điểm của phần được quy đổi từ các tiêu chí còn lại.',
    en: 'Not applicable: left out, and the section is scaled up from the criteria left in.',
  }
}

const DIGIT_WORDS = [
  { vi: 'Không chữ số lẻ', en: 'No digits' },
  { vi: 'Một chữ số', en: 'One digit' },
  { vi: 'Hai chữ số', en: 'Two digits' },
  { vi: 'Ba chữ số', en: 'Three digits' },
]

function explainRounding(decimals: number, points: string): Text {
  const digits = DIGIT_WORDS[decimals] ?? { vi: `${decimals} chữ số`, en: `${decimals} digits` }
  return inBoth(
    (pen) => `${digits.vi}, từ 5 thì lên: ${pen.amount(points)}`,
    (pen) => `${digits.en}, 5 rounds up: ${pen.amount(points)}`,
  )
}

function explainBonus(
  criterion: Criterion,
  { override, result }: ExplainedCriterion,
  answer: Answer | undefined,
): Text | null {
  const { bonus } = criterion
  if (bonus === undefined) return null
  const isSet = override?.bonus !== undefined
  const formula = isSet || answer === undefined ? undefined : bonusFormula(bonus, criterion, answer)
  const thisTime = inBoth((pen) => formula?.(pen) ?? pen.amount(result.bonus))
  return joined([
    describeBonus(bonus, criterion),
    { vi: `Lần này: ${thisTime.vi}.`, en: `This time: ${thisTime.en}.` },
  ])
}
