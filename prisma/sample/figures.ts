import type { Answer } from '@bangvang/core/assessments/answer'
import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'

/** A published figure of data/indicators-2020.json. `code` is the unit's state code. */
export type Indicator = {
  code: string
  criterion: string
  field: string
  value: string
  year: string
  source: string
  quoted: string
  confidence: string
  proxy?: boolean
}

/** What a unit of the sample reports for one criterion, and where it comes from. */
export type Figure = { answer: Answer; note: string }

type Unit = { code: string; stateCode: string }

/** Said of every figure that no source gives. */
export const illustrative = 'Số liệu minh họa, không phải số công bố.'

// How well a unit of the sample does, from 0 (often short) to 9 (seldom): illustrative, like all that follows from it.
const strength: Record<string, number> = {
  QNI: 9,
  BNI: 7,
  HDU: 7,
  VPC: 7,
  HYE: 6,
  TBI: 5,
  NDI: 4,
  HNA: 3,
  NBI: 4,
}
// Ninh Bình reports like Nam Định wherever nothing was published, and shares its place in CT04: the sample's tie.
const alike: Record<string, string> = { NBI: 'NDI' }
const set: Record<string, Answer> = { 'NDI CT04': { part: '8', whole: '63' } }
// Hà Nam's follows from its published sentence (“bằng 97,4% kế hoạch”).
const derived: Record<string, string> = { 'HNA KT01': '7.21', 'NBI KT01': '7.4' }

/** A number from 0 to 99 that depends on the words alone: FNV-1a, so that the sample is the same everywhere. */
function draw(...words: string[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join(' '))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 7) % 100
}

const target: Record<string, number> = {
  KT01: 7,
  KT02: 70,
  KT03: 9,
  KT04: 3,
  KT05: 8,
  KT06: 7400,
  KT07: 17700,
  KT08: 52000,
  KT10: 12000,
  KT11: 1200,
  KT15: 22000,
  KT18: 20,
  TD09: 20,
  KT13: 1.2,
  KT14: 28,
  KT16: 90,
  KT17: 85,
  KT19: 88,
  KT20: 95,
  KT21: 92,
}

// At most so many digits, without the zeros after a decimal point that say nothing.
const rounded = (value: number, digits: number): string =>
  digits === 0 ? value.toFixed(0) : value.toFixed(digits).replace(/\.?0+$/, '')

// Each year has draws of its own.
const seedOf = (year: number, unit: string): string => (year === 2020 ? unit : `${unit} ${year}`)
const strengthOf = (seed: string): number => strength[seed.slice(0, 3)] ?? 5

// Short of the target by up to five parts in a hundred, the weaker the unit the more often.
function isShort(seed: string, code: string): boolean {
  return draw(seed, code, 'short') >= 55 + 5 * strengthOf(seed)
}

function achieved(seed: string, code: string): Answer {
  const goal = target[code] ?? 100
  const digits = goal < 100 ? 2 : 0
  const some = draw(seed, code)
  const rate = isShort(seed, code) ? 0.99 - some / 2000 : 1 + some / 10_000
  return { target: rounded(goal, digits), actual: rounded(goal * rate, digits) }
}

function against(seed: string, code: string, better: 'higher' | 'lower'): Answer {
  const goal = target[code] ?? 90
  const some = draw(seed, code)
  const gap = isShort(seed, code) ? 0.2 + some / 60 : -some / 200
  return { target: rounded(goal, 2), actual: rounded(goal + gap * (better === 'higher' ? -1 : 0.15), 2) }
}

function measured(seed: string, criterion: Criterion): Answer {
  const { code, measure } = criterion
  const short = isShort(seed, code)
  const some = draw(seed, code)
  switch (measure.kind) {
    case 'achievement':
      return achieved(seed, code)
    case 'gap':
      return against(seed, code, measure.better)
    case 'value':
      return { value: rounded(short ? 88 + some / 40 : 95 + some / 30, 2) }
    case 'share':
      return share(seed, criterion)
    case 'count':
      return { count: counted(seed, criterion) }
    case 'rank':
      return { value: rounded(90 + some / 10, 2) }
    case 'choice':
      return { option: measure.options[short ? 1 : 0]?.key ?? '' }
    case 'checklist':
      return { checked: measure.options.slice(0, short ? -1 : undefined).map(({ key }) => key) }
    case 'judgement':
      return { points: rounded(Number(criterion.maxPoints) - (short ? 2 : 0.5 * (some % 3)), 1) }
  }
}

// Places of an index out of 63 provinces; other shares out of a round whole.
function share(seed: string, { code, rule }: Criterion): Answer {
  const some = draw(seed, code)
  if (rule?.kind === 'tiers' && rule.better === 'lower')
    return { part: String(2 + Math.floor(((10 - strengthOf(seed)) * some) / 22)), whole: '63' }
  const from = rule?.kind === 'steps' ? Number(rule.from) : 15
  return {
    part: String(Math.round(2 * (from + (isShort(seed, code) ? -1 - some / 40 : some / 20)))),
    whole: '200',
  }
}

function counted(seed: string, { code, rule, maxPoints }: Criterion): number {
  const some = draw(seed, code)
  if (code.startsWith('P')) return some > 92 + strengthOf(seed) / 2 ? 1 : 0
  if (code.startsWith('B')) return some < 8 * strengthOf(seed) ? 1 : 0
  if (rule?.kind === 'steps') return isShort(seed, code) ? 1 : 0
  if (rule?.kind === 'perUnit')
    return Math.round(Number(maxPoints) / Number(rule.points)) - (isShort(seed, code) ? some % 20 : 0)
  return isShort(seed, code) ? 3 : 10 + (some % 5)
}

const fieldOf: Record<string, Record<string, string>> = {
  value: { value: 'score' },
  achievement: { target: 'target', actual: 'actual' },
  gap: { target: 'target', actual: 'actual' },
  share: { part: 'rank', whole: 'of' },
}

// Only a figure that is exactly what the criterion asks: no proxy, one value a field, places only of an index.
function published(
  { indicators, year }: Sample,
  unit: Unit,
  criterion: Criterion,
): { field: string; indicator: Indicator }[] {
  const fields = fieldOf[criterion.measure.kind] ?? {}
  const isPlace = criterion.rule?.kind === 'tiers' && criterion.rule.better === 'lower'
  if (criterion.measure.kind === 'share' && !isPlace) return []
  return Object.entries(fields).flatMap(([field, published]) => {
    const found = indicators.filter(
      (one) =>
        one.code === unit.stateCode &&
        one.criterion === criterion.code &&
        one.field === published &&
        one.year === String(year) &&
        one.proxy !== true,
    )
    const best = found.find(({ confidence }) => confidence === 'read') ?? found[0]
    return best === undefined || criterion.code === 'KT10' || criterion.code === 'KT18'
      ? []
      : [{ field, indicator: best }]
  })
}

// A target that no source gives lies just under the published result.
function below(actual: string, otherwise: string): string {
  const value = Number(actual)
  if (value <= 0) return otherwise
  return rounded(value >= 100 ? Math.floor(value / 100) * 100 : Math.floor(value * 10) / 10, 1)
}

/** A year of the sample: the published figures there are, and the units of that year. */
export type Sample = { year: number; indicators: readonly Indicator[]; units: readonly Unit[] }

function reported(
  sample: Sample,
  unit: Unit,
  criterion: Criterion,
): { answer: Record<string, string>; real: ReturnType<typeof published> } {
  const { year, units } = sample
  const isOf2020 = year === 2020
  const real = published(sample, unit, criterion)
  const chosen = isOf2020 ? set[`${unit.code} ${criterion.code}`] : undefined
  if (chosen !== undefined) return { answer: chosen as Record<string, string>, real: [] }
  const twin = isOf2020 ? units.find(({ code }) => code === alike[unit.code]) : undefined
  if (real.length === 0 && twin !== undefined)
    return { answer: reported(sample, twin, criterion).answer, real }
  const answer = measured(seedOf(year, unit.code), criterion) as Record<string, string>
  const given = Object.fromEntries(real.map(({ field, indicator }) => [field, indicator.value]))
  const needsTarget =
    given.actual !== undefined && given.target === undefined && criterion.measure.kind === 'achievement'
  const goal = needsTarget
    ? { target: derived[`${unit.code} ${criterion.code}`] ?? below(given.actual ?? '', answer.target ?? '1') }
    : {}
  return { answer: { ...answer, ...given, ...goal }, real }
}

function figureOf(sample: Sample, unit: Unit, criterion: Criterion): Figure {
  const { answer, real } = reported(sample, unit, criterion)
  if (real.length === 0) return { answer: answer as Answer, note: illustrative }
  const sources = [...new Set(real.map(({ indicator }) => `${indicator.source} (“${indicator.quoted}”)`))]
  const isWhole = Object.keys(answer).every((field) => real.some((one) => one.field === field))
  const said = isWhole ? '' : ` Số còn lại: ${illustrative.toLowerCase()}`
  return { answer: answer as Answer, note: `Nguồn: ${sources.join('; ')}.${said}` }
}

/** Every figure of every unit: published ones with their source, the rest plainly marked as illustrative. */
export function sampleFigures(document: CriteriaDocument, sample: Sample): Map<string, Map<string, Figure>> {
  const criteria = listCriteria(document).map(({ criterion }) => criterion)
  return new Map(
    sample.units.map((unit) => [
      unit.code,
      new Map(criteria.map((criterion) => [criterion.code, figureOf(sample, unit, criterion)])),
    ]),
  )
}
