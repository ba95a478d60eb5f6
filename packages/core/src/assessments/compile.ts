import type { CriteriaDocument, Criterion, GateEffect, Grade, Section } from '../criteria/document.ts'
import { listCriteria } from '../criteria/list.ts'
import { toMillionths, toUnits } from '../numbers/decimal.ts'
import { amountWriter, formatUnits, parseDecimal, roundToUnits } from '../numbers/fraction.ts'
import { add, divideDown, type Integer, subtract } from '../numbers/integer.ts'
import type { Answer } from './answer.ts'
import { isNumeric } from './measure.ts'
import {
  compileBonus,
  compilePlaceRule,
  compileRule,
  type PointsOf,
  type PointsOfPlace,
} from './rule-points.ts'

/** A criterion made ready; amounts are whole numbers of units of 10^−decimals. */
export type CompiledCriterion = {
  criterion: Criterion
  code: string
  /** Index in `sections`. */
  section: number
  max: Integer
  /** How a sound answer becomes points. */
  scoring:
    | { by: 'number'; pointsOf: PointsOf; bonusOf: PointsOf }
    | { by: 'place'; isHigherBetter: boolean; pointsOfPlace: PointsOfPlace }
    | { by: 'answer'; pointsOfAnswer: (answer: Answer) => Integer }
}

export type CompiledSection = {
  section: Section
  max: Integer
  maxText: string
  cap: Integer | null
}

export type CompiledGrade = {
  code: string
  atLeast: Integer
  require: { section: number; atLeast: Integer }[]
}

/** A sound criteria document made ready for scoring: compile once, score many. */
export type CompiledCriteria = {
  readonly document: CriteriaDocument
  readonly criteria: readonly CompiledCriterion[]
  readonly sections: readonly CompiledSection[]
  readonly bonusCap: Integer | null
  readonly penaltyCap: Integer | null
  readonly gates: ReadonlyMap<string, GateEffect>
  readonly grades: readonly CompiledGrade[]
  /** Writes an amount with the document's digits. */
  readonly write: (units: Integer) => string
}

/** Makes a sound criteria document (no faults by checkCriteria) ready for scoring. */
export function compileCriteria(document: CriteriaDocument): CompiledCriteria {
  const { decimals } = document
  const cap = (amount: string | null | undefined) => (amount == null ? null : toUnits(amount, decimals))
  const indexes = new Map(document.sections.map((section, index) => [section, index]))
  const criteria = listCriteria(document).map(({ criterion, section }) => ({
    criterion,
    code: criterion.code,
    section: indexes.get(section) ?? 0,
    max: toUnits(criterion.maxPoints, decimals),
    scoring: compileScoring(criterion, decimals),
  }))
  const sections = document.sections.map((section, index) => {
    const max = criteria
      .filter((criterion) => criterion.section === index)
      .reduce((sum: Integer, criterion) => add(sum, criterion.max), 0)
    return { section, max, maxText: formatUnits(max, decimals), cap: cap(section.cap) }
  })
  return {
    document,
    criteria,
    sections,
    bonusCap: cap(document.bonusCap),
    penaltyCap: cap(document.penaltyCap),
    gates: new Map(document.gates?.map((gate) => [gate.code, gate.effect])),
    grades: document.grades?.map((grade) => compileGrade(grade, document)) ?? [],
    write: amountWriter(decimals),
  }
}

function compileScoring(criterion: Criterion, decimals: number): CompiledCriterion['scoring'] {
  const { measure, rule, bonus } = criterion
  const scale = { max: toUnits(criterion.maxPoints, decimals), decimals }
  if (measure.kind === 'rank') {
    const pointsOfPlace = compilePlaceRule(rule, scale)
    return { by: 'place', isHigherBetter: measure.better === 'higher', pointsOfPlace }
  }
  if (rule !== undefined && isNumeric(measure)) {
    const bonusOf = bonus === undefined ? () => 0 : compileBonus(bonus, decimals)
    return { by: 'number', pointsOf: compileRule(rule, scale), bonusOf }
  }
  const options = new Map<string, string>(
    'options' in measure ? measure.options.map(({ key, points }) => [key, points]) : [],
  )
  return { by: 'answer', pointsOfAnswer: (answer) => roundToUnits(statedPoints(options, answer), decimals) }
}

/** The points that an answer to a choice, a checklist or a judgement states, exact. */
function statedPoints(options: ReadonlyMap<string, string>, answer: Answer) {
  if ('points' in answer) return parseDecimal(answer.points)
  const keys = 'option' in answer ? [answer.option] : 'checked' in answer ? answer.checked : []
  const sum = keys.reduce((before: Integer, key) => add(before, toMillionths(options.get(key) ?? '0')), 0)
  return { numerator: sum, denominator: 1_000_000 }
}

function compileGrade(grade: Grade, { sections, decimals }: CriteriaDocument): CompiledGrade {
  return {
    code: grade.code,
    atLeast: leastUnits(grade.atLeast, decimals),
    require: (grade.require ?? []).map(({ section, atLeast }) => ({
      section: sections.findIndex(({ code }) => code === section),
      atLeast: leastUnits(atLeast, decimals),
    })),
  }
}

/** The least whole number of units of 10^−decimals that is at least this amount, which may be written finer. */
function leastUnits(amount: string, decimals: number): Integer {
  return subtract(0, divideDown(subtract(0, toMillionths(amount)), 10 ** (6 - decimals)))
}
