import fc, { type GeneratorValue } from 'fast-check'
import type { Answer, Submission } from '../src/assessments/answer.ts'
import type {
  Bonus,
  CriteriaDocument,
  Criterion,
  Gate,
  Heading,
  Measure,
  Rule,
  Section,
  TieBreaker,
} from '../src/criteria/document.ts'
import { listCriteria } from '../src/criteria/list.ts'
import { makeDocument, text } from './make.ts'

/** Draws values in a property: `fc.property(fc.gen(), (draw) => …)`. */
export type Draw = GeneratorValue

const between = (draw: Draw, least: number, most: number): number =>
  draw(fc.integer, { min: least, max: most })
const chance = (draw: Draw): boolean => draw(fc.boolean)
const oneOf = <T>(draw: Draw, values: readonly T[]): T => values[between(draw, 0, values.length - 1)] as T

/** A decimal with two digits after its point; most often small, so that values meet. */
export function anyDecimal(draw: Draw, least: number, most: number): string {
  return (between(draw, least * 100, most * 100) / 100).toFixed(2)
}

const anyWhole = (draw: Draw, least: number, most: number): string => String(between(draw, least, most))

const kinds: Measure['kind'][] = [
  'value',
  'achievement',
  'gap',
  'share',
  'count',
  'rank',
  'choice',
  'checklist',
  'judgement',
]

function anyMeasure(draw: Draw, maxPoints: number): Measure {
  const kind = oneOf(draw, kinds)
  switch (kind) {
    case 'value':
    case 'share':
    case 'count':
      return { kind }
    case 'achievement':
    case 'gap':
    case 'rank':
      return { kind, better: oneOf(draw, ['higher', 'lower']) }
    case 'choice':
    case 'checklist': {
      const size = between(draw, 1, 4)
      const most = kind === 'choice' ? maxPoints : maxPoints / size
      const points = () => anyDecimal(draw, 0, Math.floor(most * 100) / 100)
      return {
        kind,
        options: Array.from({ length: size }, (_, at) => ({
          key: `o${at}`,
          title: text('o'),
          points: points(),
        })),
      }
    }
    case 'judgement':
      return chance(draw) ? { kind } : { kind, step: oneOf(draw, ['0.5', '1', '0.123456']) }
  }
}

const distinct = (length: number, [min, max]: [number, number]) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: length, maxLength: length })

/** Different whole numbers, the greatest first. */
const sorted = (draw: Draw, length: number, range: [number, number]): number[] =>
  draw(distinct, length, range).sort((a, b) => b - a)

export function anyNumericRule(draw: Draw, maxPoints: number): Rule {
  const kind = oneOf(draw, ['linear', 'steps', 'tiers', 'perUnit'] as const)
  switch (kind) {
    case 'linear': {
      const [fullAt = 1, zeroAt = 0] = sorted(draw, 2, [-50, 150])
      const ends = { zeroAt: String(zeroAt), fullAt: String(fullAt) }
      return chance(draw) ? { kind, ...ends } : { kind, zeroAt: ends.fullAt, fullAt: ends.zeroAt }
    }
    case 'steps': {
      const { cap: _, ...counting } = anyBonus(draw)
      const past = counting.side === 'above' ? 1 : -1
      const zeroPast = String(Number(counting.from) + past * between(draw, 0, 40))
      return chance(draw) ? { kind, ...counting } : { kind, ...counting, zeroPast }
    }
    case 'tiers': {
      const size = between(draw, 1, 4)
      const better = oneOf(draw, ['higher', 'lower'] as const)
      const bounds = sorted(draw, size, [-20, 120])
      if (better === 'lower') bounds.reverse()
      const points = bounds.map(() => between(draw, 0, maxPoints)).sort((a, b) => b - a)
      return {
        kind,
        better,
        tiers: bounds.map((bound, at) => ({ bound: String(bound), points: String(points[at]) })),
      }
    }
    case 'perUnit':
      return { kind, points: anyDecimal(draw, 0.01, 3) }
  }
}

function anyBonus(draw: Draw): Bonus {
  return {
    from: String(between(draw, -10, 110)),
    side: oneOf(draw, ['below', 'above']),
    per: oneOf(draw, ['1', '0.3', '7', '2.50']),
    points: oneOf(draw, ['1', '0.25', '0.333', '0']),
    count: oneOf(draw, ['exact', 'completed', 'started']),
    cap: String(between(draw, 0, 9)),
  }
}

function anyRankRule(draw: Draw, maxPoints: number): Rule {
  if (chance(draw)) return { kind: 'places', step: oneOf(draw, ['0', '0.5', '2', '9']) }
  const points = Array.from({ length: between(draw, 1, 5) }, () => between(draw, 0, maxPoints)).sort(
    (a, b) => b - a,
  )
  return { kind: 'placeTable', points: points.map(String) }
}

function anyCriterion(draw: Draw, code: string, role: Section['role']): Criterion {
  const maxPoints = between(draw, 1, 40)
  const measure = anyMeasure(draw, maxPoints)
  const criterion: Criterion = { code, title: text(code), maxPoints: String(maxPoints), measure }
  if (measure.kind === 'rank') criterion.rule = anyRankRule(draw, maxPoints)
  else if (!('options' in measure) && measure.kind !== 'judgement') {
    criterion.rule = anyNumericRule(draw, maxPoints)
    if (chance(draw)) criterion.bonus = anyBonus(draw)
  }
  if (role === 'scored' && chance(draw)) criterion.notApplicable = oneOf(draw, ['rescale', 'full'])
  return criterion
}

function anySection(draw: Draw, code: string, role: Section['role']): Section {
  const criteria: (Criterion | Heading)[] = Array.from({ length: between(draw, 1, 3) }, (_, at) =>
    anyCriterion(draw, `${code}.${at}x`, role),
  )
  const grouped = chance(draw) ? criteria : [{ code: `${code}.h`, title: text('h'), criteria }]
  const section: Section = { code, title: text(code), role, criteria: grouped }
  if (chance(draw)) section.cap = oneOf(draw, ['5', '20', null])
  return section
}

const gate = (code: string, effect: Gate['effect']): Gate => ({ code, title: text(code), effect })

/** A sound criteria document of every kind of rule, with gates U, N, H, C, three grades and tie-breakers. */
export function anyDocument(draw: Draw): CriteriaDocument {
  const roles = [
    'scored' as const,
    ...draw(fc.array, fc.constantFrom('scored', 'bonus', 'penalty'), { maxLength: 3 }),
  ]
  const sections = roles.map((role, at) => anySection(draw, `S${at}`, role as Section['role']))
  const tieBreakers: TieBreaker[] = [
    { section: oneOf(draw, sections).code },
    { amount: oneOf(draw, ['scored', 'bonus', 'penalty']) },
    { criterion: 'S0.0x' },
  ]
  const scored = { ...makeDocument({ sections }), maxPoints: String(maxPointsOf(sections)) }
  return {
    ...scored,
    decimals: between(draw, 0, 3),
    ...(chance(draw) ? { bonusCap: String(between(draw, 0, 20)), penaltyCap: '9' } : {}),
    gates: [
      gate('U', { kind: 'unranked' }),
      gate('N', { kind: 'noAward' }),
      gate('H', { kind: 'hold' }),
      gate('C', { kind: 'gradeCap', grade: 'B' }),
    ],
    grades: [
      { code: 'A', title: text('A'), atLeast: '40', require: [{ section: 'S0', atLeast: '10.5' }] },
      { code: 'B', title: text('B'), atLeast: '20.125' },
      { code: 'C', title: text('C'), atLeast: '0' },
    ],
    tieBreakers: draw(fc.shuffledSubarray, tieBreakers),
  }
}

function maxPointsOf(sections: Section[]): number {
  return listCriteria(makeDocument({ sections }))
    .filter(({ section }) => section.role === 'scored')
    .reduce((sum, { criterion }) => sum + Number(criterion.maxPoints), 0)
}

/** A sound answer to a criterion, or that it is not applicable where it may be. */
export function anyAnswer(draw: Draw, { measure, maxPoints, notApplicable }: Criterion): Answer {
  if (notApplicable !== undefined && between(draw, 0, 4) === 0) return { notApplicable: true }
  switch (measure.kind) {
    case 'value':
      return { value: anyDecimal(draw, -30, 150) }
    case 'rank':
      return { value: anyWhole(draw, 0, 3) }
    case 'achievement':
      return { target: anyDecimal(draw, 0.01, 50), actual: anyDecimal(draw, -5, 60) }
    case 'gap':
      return { target: anyDecimal(draw, -50, 50), actual: anyDecimal(draw, -50, 60) }
    case 'share':
      return { part: anyDecimal(draw, 0, 20), whole: anyDecimal(draw, 20, 40) }
    case 'count':
      return { count: between(draw, 0, 150) }
    case 'choice':
      return { option: oneOf(draw, measure.options).key }
    case 'checklist':
      return {
        checked: draw(
          fc.shuffledSubarray,
          measure.options.map(({ key }) => key),
        ),
      }
    case 'judgement': {
      const step = Number(measure.step ?? '0.01')
      const count = between(draw, 0, Math.floor(Number(maxPoints) / step))
      return { points: (count * step).toFixed(6) }
    }
  }
}

function anySubmission(draw: Draw, document: CriteriaDocument, unit: string): Submission {
  const submission: Submission = { unit, answers: {}, overrides: {}, gates: [] }
  for (const { criterion } of listCriteria(document)) {
    if (between(draw, 0, 7) > 0) submission.answers[criterion.code] = anyAnswer(draw, criterion)
    if (between(draw, 0, 9) === 0) {
      const points = anyWhole(draw, 0, Number(criterion.maxPoints))
      const bonus = anyWhole(draw, 0, Number(criterion.bonus?.cap ?? '0'))
      submission.overrides = {
        ...submission.overrides,
        [criterion.code]: chance(draw) ? { points } : { points, bonus },
      }
    }
  }
  if (between(draw, 0, 3) === 0) submission.gates = draw(fc.subarray, ['U', 'N', 'H', 'C'])
  return submission
}

/** One to seven submissions to the document, of units u0, u1, …. */
export function anySubmissions(draw: Draw, document: CriteriaDocument): Submission[] {
  return Array.from({ length: between(draw, 1, 7) }, (_, at) => anySubmission(draw, document, `u${at}`))
}
