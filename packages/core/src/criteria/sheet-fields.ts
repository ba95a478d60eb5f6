import type { CellKind } from './sheet-cell.ts'
import type { HeadField, SheetColumn } from './sheet-words.ts'

/** Where a cell's value stands in what its row is: `path` from there, `measure.better`. */
export type SheetField = { column: SheetColumn; path: string; kind: CellKind }

const field = (column: SheetColumn, path: string, kind: CellKind): SheetField => ({ column, path, kind })
const words: CellKind = { as: 'text' }
const amount: CellKind = { as: 'amount' }
const maybeAmount: CellKind = { as: 'amount', isOptional: true }

const titled = [field('vi', 'title.vi', words), field('en', 'title.en', words)]
const named = [field('code', 'code', { as: 'code' }), ...titled]

const counting = (under: string): SheetField[] => [
  field('from', `${under}from`, amount),
  field('side', `${under}side`, { as: 'side' }),
  field('per', `${under}per`, amount),
  field('step', `${under}points`, amount),
  field('count', `${under}count`, { as: 'count' }),
]

/** The fields of rows that are one thing each (scoring.md "The criteria document"). */
export const rowFields = {
  section: [
    ...named,
    field('role', 'role', { as: 'role' }),
    field('cap', 'cap', { as: 'amount', isOptional: true, orNone: true }),
  ],
  heading: named,
  option: [field('code', 'key', { as: 'code' }), ...titled, field('points', 'points', amount)],
  tier: [field('from', 'bound', amount), field('points', 'points', amount)],
  /** The row is a decimal itself. */
  place: [field('points', '', amount)],
  bonus: [...counting(''), field('cap', 'cap', amount)],
  gate: [...named, field('effect', 'effect.kind', { as: 'effect' })],
  grade: [...named, field('atLeast', 'atLeast', amount)],
  require: [field('code', 'section', { as: 'code' }), field('atLeast', 'atLeast', amount)],
} as const satisfies Record<string, readonly SheetField[]>

/** The grade that a gate caps at; the effect has one only of that kind. */
export const gateGrade = field('grade', 'effect.grade', { as: 'code' })

const criterionFields = [
  ...named,
  field('points', 'maxPoints', amount),
  field('measure', 'measure.kind', { as: 'measure' }),
  field('rule', 'rule.kind', { as: 'rule', isOptional: true }),
  field('notApplicable', 'notApplicable', { as: 'notApplicable', isOptional: true }),
  field('unit', 'unit', { as: 'text', isOptional: true }),
  field('evidence', 'evidence', { as: 'evidence', isOptional: true }),
]

const ruleFields: Readonly<Record<string, readonly SheetField[]>> = {
  linear: [field('from', 'rule.zeroAt', amount), field('to', 'rule.fullAt', amount)],
  steps: [...counting('rule.'), field('to', 'rule.zeroPast', maybeAmount)],
  tiers: [field('side', 'rule.better', { as: 'better' })],
  perUnit: [field('step', 'rule.points', amount)],
  places: [field('step', 'rule.step', amount)],
}

const betterMeasures: readonly unknown[] = ['achievement', 'gap', 'rank']

/** The guidance of a criterion: two cells that are there together, or not at all. */
export const guidanceFields = [
  field('guidanceVi', 'guidance.vi', words),
  field('guidanceEn', 'guidance.en', words),
] as const

/** The fields of a criterion's own row, as its measure and rule ask for them (scoring.md "Measure", "Rule"). */
export function fieldsOfCriterion(measure: unknown, rule: unknown): SheetField[] {
  return [
    ...criterionFields,
    ...(betterMeasures.includes(measure) ? [field('better', 'measure.better', { as: 'better' })] : []),
    ...(measure === 'judgement' ? [field('per', 'measure.step', maybeAmount)] : []),
    ...(typeof rule === 'string' && Object.hasOwn(ruleFields, rule) ? (ruleFields[rule] ?? []) : []),
  ]
}

/** How the fields of the document itself are said. */
export const headKinds: Readonly<Record<HeadField, CellKind>> = {
  format: words,
  code: { as: 'code' },
  year: { as: 'integer' },
  'title.vi': words,
  'title.en': words,
  decimals: { as: 'integer' },
  maxPoints: amount,
  bonusCap: { as: 'amount', isOptional: true, orNone: true },
  penaltyCap: { as: 'amount', isOptional: true, orNone: true },
  gates: { as: 'nothing', isOptional: true },
  grades: { as: 'nothing', isOptional: true },
  tieBreakers: { as: 'nothing', isOptional: true },
}

/** The columns of each sheet, in the order in which they are written. */
export const sheetColumns = {
  criteria: [
    ...(['kind', 'level', 'code', 'vi', 'en', 'role', 'points', 'cap', 'measure', 'better', 'rule'] as const),
    ...(['from', 'to', 'side', 'per', 'step', 'count', 'notApplicable', 'unit', 'evidence'] as const),
    ...(['guidanceVi', 'guidanceEn'] as const),
  ],
  head: ['field', 'value'],
  gates: ['code', 'vi', 'en', 'effect', 'grade'],
  grades: ['kind', 'code', 'vi', 'en', 'atLeast'],
  tieBreakers: ['by', 'code'],
} as const satisfies Record<string, readonly SheetColumn[]>
