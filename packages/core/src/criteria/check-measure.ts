import { compareDecimals, toMillionths } from '../numbers/decimal.ts'
import { add, type Integer } from '../numbers/integer.ts'
import type { Measure } from './document.ts'
import type { Place } from './place.ts'

export type MeasureKind = Measure['kind']

export const BETTER = ['higher', 'lower'] as const

const FIELDS: Record<MeasureKind, { required: string[]; optional?: string[] }> = {
  value: { required: ['kind'] },
  achievement: { required: ['kind', 'better'] },
  gap: { required: ['kind', 'better'] },
  share: { required: ['kind'] },
  count: { required: ['kind'] },
  rank: { required: ['kind', 'better'] },
  choice: { required: ['kind', 'options'] },
  checklist: { required: ['kind', 'options'] },
  judgement: { required: ['kind'], optional: ['step'] },
}
const KINDS = Object.keys(FIELDS) as MeasureKind[]

/** An object's `kind` where it is known; else only that is named of the object: a missing one as wrong_shape. */
export function checkKind<T extends string>(place: Place, kinds: readonly T[]): T | undefined {
  const kind = place.field('kind')
  if (kind === undefined) place.refuse('wrong_shape')
  return kind?.oneOf(kinds)
}

/** Adds an option's key to those seen; returns its points where they are sound. */
function checkOption(option: Place, seen: Set<string>): string | undefined {
  option.checkShape({ required: ['key', 'title', 'points'] })
  option.field('title')?.checkText()
  const key = option.field('key')
  if (key !== undefined) {
    if (typeof key.value !== 'string' || key.value === '') key.refuse('bad_code')
    else if (seen.has(key.value)) key.refuse('duplicate_option')
    else seen.add(key.value)
  }
  return option.field('points')?.decimal('notNegative')
}

function checkOptions(options: Place, kind: 'choice' | 'checklist', maxPoints: string | undefined): void {
  const seen = new Set<string>()
  let sum: Integer = 0
  for (const option of options.itemsOfFilled()) {
    const points = checkOption(option, seen)
    if (points === undefined) continue
    sum = add(sum, toMillionths(points))
    if (maxPoints !== undefined && compareDecimals(points, maxPoints) > 0) {
      option.at('points').refuse('out_of_range')
    }
  }
  if (kind === 'checklist' && maxPoints !== undefined && sum > toMillionths(maxPoints)) {
    options.refuse('out_of_range')
  }
}

/** Names a measure's faults; returns its kind where that is known. `maxPoints` is the criterion's, where sound. */
export function checkMeasure(measure: Place, maxPoints: string | undefined): MeasureKind | undefined {
  const kind = checkKind(measure, KINDS)
  if (kind === undefined) return undefined
  measure.checkShape(FIELDS[kind])
  if (FIELDS[kind].required.includes('better')) measure.field('better')?.oneOf(BETTER)
  if (kind === 'choice' || kind === 'checklist') {
    const options = measure.field('options')
    if (options !== undefined) checkOptions(options, kind, maxPoints)
  }
  if (kind === 'judgement') measure.field('step')?.decimal('positive')
  return kind
}
