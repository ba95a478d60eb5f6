import { compareDecimals } from '../numbers/decimal.ts'
import { checkKind } from './check-measure.ts'
import type { SectionsFound } from './check-sections.ts'
import type { Place } from './place.ts'

const EFFECTS = ['unranked', 'noAward', 'hold', 'gradeCap'] as const
const AMOUNTS = ['scored', 'bonus', 'penalty'] as const

/** Names the faults of `gates`, `grades` and `tieBreakers`: what decides a unit's standing from its points. */
export function checkStanding(document: Place, found: SectionsFound): void {
  const grades = checkGrades(document.field('grades'), found)
  checkGates(document.field('gates'), grades)
  checkTieBreakers(document.field('tieBreakers'), found)
}

/** Returns the codes that an effect's `grade` may name. */
function checkGrades(grades: Place | undefined, found: SectionsFound): Set<unknown> {
  const codes = new Set<unknown>()
  const seen = new Set<string>()
  let before: string | undefined
  for (const grade of grades?.items() ?? []) {
    grade.checkShape({ required: ['code', 'title', 'atLeast'], optional: ['require'] })
    grade.field('code')?.checkCode(seen)
    grade.field('title')?.checkText()
    if (grade.has('code')) codes.add(grade.at('code').value)
    const atLeast = grade.field('atLeast')?.decimal('notNegative')
    if (atLeast !== undefined && before !== undefined && compareDecimals(atLeast, before) > 0) {
      grade.at('atLeast').refuse('not_sorted')
    }
    before = atLeast ?? before
    for (const required of grade.field('require')?.items() ?? []) checkRequired(required, found)
  }
  return codes
}

function checkRequired(required: Place, { sections }: SectionsFound): void {
  required.checkShape({ required: ['section', 'atLeast'] })
  checkReference(required.field('section'), sections, 'unknown_section')
  required.field('atLeast')?.decimal('notNegative')
}

function checkReference(
  reference: Place | undefined,
  known: Set<unknown>,
  code: 'unknown_section' | 'unknown_criterion' | 'unknown_grade',
): void {
  if (reference !== undefined && !known.has(reference.value)) reference.refuse(code)
}

function checkGates(gates: Place | undefined, grades: Set<unknown>): void {
  const seen = new Set<string>()
  for (const gate of gates?.items() ?? []) {
    gate.checkShape({ required: ['code', 'title', 'effect'] })
    gate.field('code')?.checkCode(seen)
    gate.field('title')?.checkText()
    const effect = gate.field('effect')
    const kind = effect && checkKind(effect, EFFECTS)
    if (effect === undefined || kind === undefined) continue
    effect.checkShape({ required: kind === 'gradeCap' ? ['kind', 'grade'] : ['kind'] })
    if (kind === 'gradeCap') checkReference(effect.field('grade'), grades, 'unknown_grade')
  }
}

function checkTieBreakers(tieBreakers: Place | undefined, found: SectionsFound): void {
  const seen = new Set<string>()
  for (const tieBreaker of tieBreakers?.items() ?? []) {
    const keys = tieBreaker.isObject ? Object.keys(tieBreaker.value as object) : []
    const [key = ''] = keys
    checkReference(tieBreaker.field('section'), found.sections, 'unknown_section')
    checkReference(tieBreaker.field('criterion'), found.criteria, 'unknown_criterion')
    tieBreaker.field('amount')?.oneOf(AMOUNTS)
    if (keys.length !== 1 || !['section', 'criterion', 'amount'].includes(key)) {
      tieBreaker.refuse('wrong_shape')
      continue
    }
    const { value } = tieBreaker.at(key)
    if (typeof value !== 'string') continue
    const identity = `${key}:${value}`
    if (seen.has(identity)) tieBreaker.refuse('duplicate_tie_breaker')
    seen.add(identity)
  }
}
