import { compareDecimals } from '../numbers/decimal.ts'
import { BETTER, checkKind, type MeasureKind } from './check-measure.ts'
import type { Rule, Side } from './document.ts'
import type { Place } from './place.ts'

type RuleKind = Rule['kind']

const FIELDS: Record<RuleKind, { required: string[]; optional?: string[] }> = {
  linear: { required: ['kind', 'zeroAt', 'fullAt'] },
  steps: { required: ['kind', 'from', 'side', 'per', 'points', 'count'], optional: ['zeroPast'] },
  tiers: { required: ['kind', 'better', 'tiers'] },
  perUnit: { required: ['kind', 'points'] },
  places: { required: ['kind', 'step'] },
  placeTable: { required: ['kind', 'points'] },
}
const KINDS = Object.keys(FIELDS) as RuleKind[]
const NUMERIC: readonly MeasureKind[] = ['value', 'achievement', 'gap', 'share', 'count']
const SIDES = ['below', 'above'] as const
const COUNTS = ['exact', 'completed', 'started'] as const

/** Names what is too high: over the criterion's maxPoints, or higher than the last sound entry before. */
function checkEntry(
  points: Place,
  maxPoints: string | undefined,
  before: string | undefined,
): string | undefined {
  const sound = points.decimal('notNegative')
  if (sound === undefined) return before
  if (maxPoints !== undefined && compareDecimals(sound, maxPoints) > 0) points.refuse('out_of_range')
  if (before !== undefined && compareDecimals(sound, before) > 0) points.refuse('not_sorted')
  return sound
}

function checkLinear(rule: Place): void {
  const zeroAt = rule.field('zeroAt')?.decimal('any')
  const fullAt = rule.field('fullAt')?.decimal('any')
  if (zeroAt !== undefined && fullAt !== undefined && compareDecimals(zeroAt, fullAt) === 0) {
    rule.at('fullAt').refuse('same_ends')
  }
}

/** What steps and a bonus share; returns where they count from and on which side, where sound. */
function checkCounting(counting: Place): { from: string | undefined; side: Side | undefined } {
  const from = counting.field('from')?.decimal('any')
  const side = counting.field('side')?.oneOf(SIDES)
  counting.field('per')?.decimal('positive')
  counting.field('points')?.decimal('notNegative')
  counting.field('count')?.oneOf(COUNTS)
  return { from, side }
}

function checkSteps(rule: Place): void {
  const { from, side } = checkCounting(rule)
  const zeroPast = rule.field('zeroPast')?.decimal('any')
  if (from === undefined || side === undefined || zeroPast === undefined) return
  const isWrong = compareDecimals(zeroPast, from) === (side === 'below' ? 1 : -1)
  if (isWrong) rule.at('zeroPast').refuse('wrong_side')
}

function checkTiers(rule: Place, maxPoints: string | undefined): void {
  const better = rule.field('better')?.oneOf(BETTER)
  const worse = better === 'higher' ? -1 : 1
  let boundBefore: string | undefined
  let pointsBefore: string | undefined
  for (const tier of rule.field('tiers')?.itemsOfFilled() ?? []) {
    tier.checkShape({ required: ['bound', 'points'] })
    const bound = tier.field('bound')?.decimal('any')
    if (better !== undefined && bound !== undefined && boundBefore !== undefined) {
      if (compareDecimals(bound, boundBefore) !== worse) tier.at('bound').refuse('not_sorted')
    }
    boundBefore = bound ?? boundBefore
    const points = tier.field('points')
    if (points !== undefined) pointsBefore = checkEntry(points, maxPoints, pointsBefore)
  }
}

function checkPlaceTable(rule: Place, maxPoints: string | undefined): void {
  let before: string | undefined
  for (const entry of rule.field('points')?.itemsOfFilled() ?? [])
    before = checkEntry(entry, maxPoints, before)
}

function checkRuleFields(rule: Place, kind: RuleKind, maxPoints: string | undefined): void {
  rule.checkShape(FIELDS[kind])
  switch (kind) {
    case 'linear':
      checkLinear(rule)
      break
    case 'steps':
      checkSteps(rule)
      break
    case 'tiers':
      checkTiers(rule, maxPoints)
      break
    case 'perUnit':
      rule.field('points')?.decimal('positive')
      break
    case 'places':
      rule.field('step')?.decimal('notNegative')
      break
    case 'placeTable':
      checkPlaceTable(rule, maxPoints)
      break
  }
}

/** What is known of the criterion whose rule and bonus are checked; undefined where it is not sound. */
export type RuleContext = {
  measure: MeasureKind | undefined
  maxPoints: string | undefined
  decimals: number | undefined
}

/** Names a criterion's faults in its rule: missing, forbidden by its measure, or unsound. */
export function checkRule(criterion: Place, { measure, maxPoints }: RuleContext): void {
  const rule = criterion.field('rule')
  const isRuled = measure === undefined || measure === 'rank' || NUMERIC.includes(measure)
  if (rule === undefined) {
    if (isRuled && measure !== undefined) criterion.at('rule').refuse('rule_missing')
    return
  }
  if (!isRuled) {
    rule.refuse('rule_forbidden')
    return
  }
  const kind = checkKind(rule, KINDS)
  if (kind === undefined) return
  const isPlaced = kind === 'places' || kind === 'placeTable'
  if (measure !== undefined && isPlaced !== (measure === 'rank')) rule.at('kind').refuse('rule_forbidden')
  else checkRuleFields(rule, kind, maxPoints)
}

/** Names a criterion's faults in its bonus: forbidden by its measure, or unsound. */
export function checkBonus(criterion: Place, { measure, decimals }: RuleContext): void {
  const bonus = criterion.field('bonus')
  if (bonus === undefined) return
  if (measure !== undefined && !NUMERIC.includes(measure)) {
    bonus.refuse('bonus_forbidden')
    return
  }
  bonus.checkShape({ required: ['from', 'side', 'per', 'points', 'count', 'cap'] })
  checkCounting(bonus)
  const cap = bonus.field('cap')
  cap?.checkPrecision(cap.decimal('notNegative'), decimals)
}
