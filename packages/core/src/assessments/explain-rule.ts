import type {
  Bonus,
  Criterion,
  LinearRule,
  Option,
  PlacesRule,
  PlaceTableRule,
  StepsRule,
  Text,
  TiersRule,
} from '../criteria/document.ts'
import { compareDecimals } from '../numbers/decimal.ts'
import { inBoth, joined, type Pen } from '../numbers/written.ts'
import { distanceUnitOf, unitOf } from './explain-measure.ts'

/** "60 điểm", "1 point": an amount of points in words. */
const pointsIn = {
  vi: (pen: Pen, points: string) => `${pen.number(points)} điểm`,
  en: (pen: Pen, points: string) =>
    `${pen.number(points)} ${pen.number(points) === '1' ? 'point' : 'points'}`,
}

/** The criterion's rule in words; where its measure has none, what its options or its judgement may give. */
export function describeRule(criterion: Criterion): Text {
  const { measure, rule, maxPoints } = criterion
  if ('options' in measure) return describeOptions(measure.options)
  switch (rule?.kind) {
    case 'linear':
      return describeLinear(rule, criterion)
    case 'steps':
      return describeSteps(rule, criterion)
    case 'tiers':
      return describeTiers(rule, criterion)
    case 'perUnit': {
      const each = distanceUnitOf(criterion, '1')
      return inBoth(
        (pen) => `Mỗi 1${each.vi}: ${pointsIn.vi(pen, rule.points)}, nhiều nhất ${pen.number(maxPoints)}.`,
        (pen) => `${pointsIn.en(pen, rule.points)} for each 1${each.en}, at most ${pen.number(maxPoints)}.`,
      )
    }
    case 'places':
      return describePlaces(rule, maxPoints)
    case 'placeTable':
      return describePlaceTable(rule)
    case undefined:
      return describeJudgement(maxPoints, 'step' in measure ? measure.step : undefined)
  }
}

function describeOptions(options: readonly Option[]): Text {
  const each = options.map(({ title, points }) =>
    inBoth(
      (pen) => `${pen.text(title)}: ${pointsIn.vi(pen, points)}`,
      (pen) => `${pen.text(title)}: ${pointsIn.en(pen, points)}`,
    ),
  )
  const list = joined(each, '; ')
  return { vi: `${list.vi}.`, en: `${list.en}.` }
}

function describeJudgement(maxPoints: string, step: string | undefined): Text {
  const steps = inBoth(
    (pen) => (step === undefined ? '' : `, mỗi bậc ${pen.number(step)}`),
    (pen) => (step === undefined ? '' : `, in steps of ${pen.number(step)}`),
  )
  return inBoth(
    (pen) => `Cho điểm từ 0 đến ${pen.number(maxPoints)}${steps.vi}.`,
    (pen) => `Points are given, 0 to ${pen.number(maxPoints)}${steps.en}.`,
  )
}

function describeLinear({ zeroAt, fullAt }: LinearRule, criterion: Criterion): Text {
  const unit = unitOf(criterion)
  const isHigherBetter = compareDecimals(fullAt, zeroAt) > 0
  const [full, zero] = isHigherBetter ? ['trở lên', 'trở xuống'] : ['trở xuống', 'trở lên']
  const [enFull, enZero] = isHigherBetter ? ['more', 'less'] : ['less', 'more']
  const { maxPoints } = criterion
  return inBoth(
    (pen) =>
      `Từ ${pen.number(fullAt)}${unit} ${full}: đủ ${pointsIn.vi(pen, maxPoints)}. ` +
      `Từ ${pen.number(zeroAt)}${unit} ${zero}: 0 điểm. Ở giữa tính theo tỷ lệ.`,
    (pen) =>
      `${pen.number(fullAt)}${unit} or ${enFull}: all ${pointsIn.en(pen, maxPoints)}. ` +
      `${pen.number(zeroAt)}${unit} or ${enZero}: 0 points. In proportion between.`,
  )
}

type Counting = Pick<StepsRule, 'side' | 'per' | 'count'>

/** "Thiếu 1 điểm phần trăm", "Cứ vượt đủ 2 người": the distance that counts once. */
function describeStep({ side, per, count }: Counting, criterion: Criterion): Text {
  const unit = distanceUnitOf(criterion, per)
  const verb = side === 'below' ? 'thiếu' : 'vượt'
  const beyond = side === 'below' ? 'below' : 'above'
  const width = (pen: Pen) => pen.number(per)
  switch (count) {
    case 'exact':
      return inBoth(
        (pen) => `${verb} ${width(pen)}${unit.vi}`,
        (pen) => `each ${width(pen)}${unit.en} ${beyond}`,
      )
    case 'completed':
      return inBoth(
        (pen) => `cứ ${verb} đủ ${width(pen)}${unit.vi}`,
        (pen) => `each full ${width(pen)}${unit.en} ${beyond}`,
      )
    case 'started':
      return inBoth(
        (pen) => `cứ ${verb} ${width(pen)}${unit.vi}, kể cả chưa đủ,`,
        (pen) => `each ${width(pen)}${unit.en} ${beyond}, also one begun,`,
      )
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function describeSteps(rule: StepsRule, criterion: Criterion): Text {
  const { side, count, from, points, zeroPast } = rule
  const unit = unitOf(criterion)
  const { maxPoints } = criterion
  const step = describeStep(rule, criterion)
  const [onward, past] = side === 'below' ? ['trở lên', 'Dưới'] : ['trở xuống', 'Trên']
  const [enOnward, enPast] = side === 'below' ? ['more', 'Below'] : ['less', 'Above']
  const parts = count === 'exact' ? { vi: ', tính cả phần lẻ', en: ', parts counted' } : { vi: '', en: '' }
  const sentences = [
    inBoth(
      (pen) => `Từ ${pen.number(from)}${unit} ${onward}: đủ ${pointsIn.vi(pen, maxPoints)}.`,
      (pen) => `${pen.number(from)}${unit} or ${enOnward}: all ${pointsIn.en(pen, maxPoints)}.`,
    ),
    inBoth(
      (pen) => `${capitalised(step.vi)} trừ ${pointsIn.vi(pen, points)}${parts.vi}.`,
      (pen) => `${capitalised(step.en)} takes ${pointsIn.en(pen, points)} off${parts.en}.`,
    ),
  ]
  if (zeroPast !== undefined) {
    sentences.push(
      inBoth(
        (pen) => `${past} ${pen.number(zeroPast)}${unit}: 0 điểm.`,
        (pen) => `${enPast} ${pen.number(zeroPast)}${unit}: 0 points.`,
      ),
    )
  }
  return joined(sentences)
}

function describeTiers({ better, tiers }: TiersRule, criterion: Criterion): Text {
  const unit = unitOf(criterion)
  const [onward, enOnward] = better === 'higher' ? ['trở lên', 'more'] : ['trở xuống', 'less']
  const each = tiers.map(({ bound, points }) =>
    inBoth(
      (pen) => `từ ${pen.number(bound)}${unit} ${onward}: ${pointsIn.vi(pen, points)}`,
      (pen) => `${pen.number(bound)}${unit} or ${enOnward}: ${pointsIn.en(pen, points)}`,
    ),
  )
  const list = joined([...each, { vi: 'còn lại: 0 điểm', en: 'else 0 points' }], '; ')
  return { vi: `${capitalised(list.vi)}.`, en: `${list.en}.` }
}

function describePlaces({ step }: PlacesRule, maxPoints: string): Text {
  return inBoth(
    (pen) => `Hạng 1: ${pointsIn.vi(pen, maxPoints)}; mỗi hạng sau kém ${pen.number(step)}, không dưới 0.`,
    (pen) =>
      `Place 1: ${pointsIn.en(pen, maxPoints)}; each place after, ${pen.number(step)} less, not under 0.`,
  )
}

function describePlaceTable({ points }: PlaceTableRule): Text {
  const each = points.map((amount, index) =>
    inBoth(
      (pen) => `hạng ${index + 1}: ${pointsIn.vi(pen, amount)}`,
      (pen) => `place ${index + 1}: ${pointsIn.en(pen, amount)}`,
    ),
  )
  const list = joined([...each, { vi: 'các hạng sau: 0 điểm', en: 'places after: 0 points' }], '; ')
  return { vi: `${capitalised(list.vi)}.`, en: `${capitalised(list.en)}.` }
}

/** A bonus in words: from where, how much, at most. */
export function describeBonus(bonus: Bonus, criterion: Criterion): Text {
  const { side, count, from, points, cap } = bonus
  const unit = unitOf(criterion)
  const step = describeStep(bonus, criterion)
  const [over, enOver] = side === 'above' ? ['Vượt', 'above'] : ['Dưới', 'below']
  const parts = count === 'exact' ? { vi: ', tính cả phần lẻ', en: ', parts counted' } : { vi: '', en: '' }
  return inBoth(
    (pen) =>
      `${over} ${pen.number(from)}${unit} mới có: ${step.vi} được ${pointsIn.vi(pen, points)}${parts.vi}, ` +
      `tối đa ${pen.number(cap)}.`,
    (pen) =>
      `Only ${enOver} ${pen.number(from)}${unit}: ${step.en} gives ${pointsIn.en(pen, points)}${parts.en}, ` +
      `at most ${pen.number(cap)}.`,
  )
}
