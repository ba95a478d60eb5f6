import { putEntry } from '../criteria/by-code.ts'
import type { GateEffect, SectionRole } from '../criteria/document.ts'
import { roundToUnits } from '../numbers/fraction.ts'
import { add, type Integer, multiply, subtract, within } from '../numbers/integer.ts'
import type { CompiledCriteria, CompiledGrade } from './compile.ts'
import type { CriterionStatus, SectionResult, UnitResult } from './result.ts'

/** One criterion's outcome; points and bonus in units of 10^−decimals. */
export type Scored = { status: CriterionStatus; measure: string | null; points: Integer; bonus: Integer }

type Standing = Omit<UnitResult, 'unit' | 'criteria'>

/**
 * What a unit's criteria come to: sections, amounts, total, grade, gates (scoring.md "Points", 2 to 5). `scored` stands in
 * the order of the compiled criteria; `gates` are the codes of those that apply.
 */
export function standingOf(
  compiled: CompiledCriteria,
  scored: readonly Scored[],
  gates: readonly string[],
): Standing {
  const { write } = compiled
  const points = sectionPoints(compiled, scored)
  const sumOf = (role: SectionRole) =>
    compiled.sections.reduce(
      (sum: Integer, { section }, index) => (section.role === role ? add(sum, points[index] ?? 0) : sum),
      0,
    )
  const bonuses = scored.reduce((sum: Integer, { bonus }) => add(sum, bonus), 0)
  const bonus = within(add(bonuses, sumOf('bonus')), compiled.bonusCap)
  const penalty = within(sumOf('penalty'), compiled.penaltyCap)
  const total = within(subtract(add(sumOf('scored'), bonus), penalty), null)
  const effects = gates.flatMap((gate) => compiled.gates.get(gate) ?? [])
  const has = (kind: GateEffect['kind']) => effects.some((effect) => effect.kind === kind)
  const ranked = !has('unranked')
  return {
    sections: sectionResults(compiled, points),
    scored: write(sumOf('scored')),
    bonus: write(bonus),
    penalty: write(penalty),
    total: write(total),
    grade: ranked ? gradeOf(compiled.grades, { total, points, effects }) : null,
    ranked,
    awardable: ranked && !has('noAward') && !has('hold'),
    onHold: has('hold'),
  }
}

/** Each section's points: the sum, made up for the criteria taken out, at most its cap. */
function sectionPoints(compiled: CompiledCriteria, scored: readonly Scored[]): Integer[] {
  const sums: Integer[] = compiled.sections.map(() => 0)
  const left: Integer[] = compiled.sections.map(({ max }) => max)
  compiled.criteria.forEach(({ criterion, section, max }, index) => {
    const outcome = scored[index]
    sums[section] = add(sums[section] ?? 0, outcome?.points ?? 0)
    if (outcome?.status === 'notApplicable' && criterion.notApplicable === 'rescale') {
      left[section] = subtract(left[section] ?? 0, max)
    }
  })
  return compiled.sections.map(({ max, cap }, index) =>
    within(rescaled(sums[index] ?? 0, max, left[index] ?? max), cap),
  )
}

/** sum × (max ÷ left), rounded; 0 where nothing is left. */
function rescaled(sum: Integer, max: Integer, left: Integer): Integer {
  if (!(left > 0)) return 0
  if (left >= max) return sum
  return roundToUnits({ numerator: multiply(sum, max), denominator: left }, 0)
}

function sectionResults(compiled: CompiledCriteria, points: readonly Integer[]): UnitResult['sections'] {
  const results: Record<string, SectionResult> = {}
  compiled.sections.forEach(({ section, maxText }, index) => {
    putEntry(results, section.code, { points: compiled.write(points[index] ?? 0), max: maxText })
  })
  return results
}

type Graded = { total: Integer; points: readonly Integer[]; effects: readonly GateEffect[] }

/** The first grade, from the lowest capped one down, whose every condition holds; else null. */
function gradeOf(grades: readonly CompiledGrade[], { total, points, effects }: Graded): string | null {
  const caps = effects.map((effect) =>
    effect.kind === 'gradeCap' ? grades.findIndex(({ code }) => code === effect.grade) : 0,
  )
  const best = Math.max(0, ...caps)
  const earned = grades.slice(best).find(({ atLeast, require }) => {
    const isReached = total >= atLeast
    return isReached && require.every((needed) => (points[needed.section] ?? 0) >= needed.atLeast)
  })
  return earned?.code ?? null
}
