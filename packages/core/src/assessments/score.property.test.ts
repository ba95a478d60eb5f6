import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyAnswer,
  anyDecimal,
  anyDocument,
  anyNumericRule,
  anySubmissions,
  type Draw,
} from '../../test/any.ts'
import { makeCriterion, makeDocument, makeSection } from '../../test/make.ts'
import { checkCriteria } from '../criteria/check.ts'
import type { CriteriaDocument, Criterion, Measure } from '../criteria/document.ts'
import { listCriteria } from '../criteria/list.ts'
import { addDecimals, compareDecimals, subtractDecimals } from '../numbers/decimal.ts'
import { rankUnits } from '../rankings/rank.ts'
import type { Answer, Submission } from './answer.ts'
import { checkSubmissions } from './check-submissions.ts'
import type { UnitResult } from './result.ts'
import { compileCriteria, scoreAlone, scoreUnits } from './score.ts'

type Cluster = { document: CriteriaDocument; submissions: Submission[]; results: UnitResult[] }

/** Holds for any cluster that answers any document. */
function always(claim: (cluster: Cluster, draw: Draw) => void): void {
  const property = fc.property(fc.gen(), (draw) => {
    const document = anyDocument(draw)
    const submissions = anySubmissions(draw, document)
    claim({ document, submissions, results: scoreUnits(compileCriteria(document), submissions) }, draw)
  })
  fc.assert(property, { numRuns: 300 })
}

const sum = (amounts: string[]) => amounts.reduce(addDecimals, '0')
const atMost = (amount: string, cap: string | null | undefined) =>
  cap != null && compareDecimals(amount, cap) > 0 ? cap : amount
const expectSame = (a: string, b: string) => expect(`${a} ${compareDecimals(a, b)}`).toBe(`${a} 0`)

test('what is drawn is sound', () => {
  always(({ document, submissions }) => {
    expect(checkCriteria(document)).toEqual([])
    expect(checkSubmissions(document, submissions)).toEqual([])
  })
})

test('the order of submissions and of answers changes no result and no place', () => {
  always(({ document, submissions, results }, draw) => {
    const shuffled = draw(fc.shuffledSubarray, submissions, { minLength: submissions.length }).map(
      (submission) => ({
        ...submission,
        answers: Object.fromEntries(Object.entries(submission.answers).reverse()),
      }),
    )
    const again = scoreUnits(compileCriteria(document), shuffled)
    expect(again.map(({ unit }) => unit)).toEqual(shuffled.map(({ unit }) => unit))
    expect([...again].sort((a, b) => (a.unit < b.unit ? -1 : 1))).toEqual(results)
    expect(rankUnits(document, again)).toEqual(rankUnits(document, results))
  })
})

test('totals are the sums of what is shown', () => {
  always(({ document, results }) => {
    for (const { criteria, sections, scored, bonus, penalty, total } of results) {
      const ofRole = (role: string) =>
        sum(
          document.sections
            .filter((each) => each.role === role)
            .map(({ code }) => sections[code]?.points ?? ''),
        )
      const bonuses = sum(Object.values(criteria).map((each) => each.bonus))
      expectSame(scored, ofRole('scored'))
      expectSame(bonus, atMost(addDecimals(bonuses, ofRole('bonus')), document.bonusCap))
      expectSame(penalty, atMost(ofRole('penalty'), document.penaltyCap))
      const net = subtractDecimals(addDecimals(scored, bonus), penalty)
      expectSame(total, compareDecimals(net, '0') < 0 ? '0' : net)
    }
  })
})

test('a section is the sum of its criteria, at most its cap, where none was taken out', () => {
  always(({ document, results }) => {
    for (const { criteria, sections } of results) {
      for (const section of document.sections) {
        const inside = listCriteria({ ...document, sections: [section] }).map(({ criterion }) => criterion)
        const isTakenOut = ({ code, notApplicable }: Criterion) =>
          notApplicable === 'rescale' && criteria[code]?.status === 'notApplicable'
        if (inside.some(isTakenOut)) continue
        const points = sum(inside.map(({ code }) => criteria[code]?.points ?? ''))
        expectSame(sections[section.code]?.points ?? '', atMost(points, section.cap))
      }
    }
  })
})

test('points and bonus keep within their bounds, and every amount has the digits of the document', () => {
  always(({ document, results }) => {
    const amount = new RegExp(`^\\d+${document.decimals > 0 ? `\\.\\d{${document.decimals}}` : ''}$`)
    for (const result of results) {
      for (const { criterion } of listCriteria(document)) {
        const { points = '', bonus = '' } = result.criteria[criterion.code] ?? {}
        expect([points, bonus]).toEqual([expect.stringMatching(amount), expect.stringMatching(amount)])
        expect(compareDecimals(points, criterion.maxPoints)).toBeLessThanOrEqual(0)
        expect(compareDecimals(bonus, criterion.bonus?.cap ?? '0')).toBeLessThanOrEqual(0)
      }
      for (const { code } of document.sections) {
        const { points = '', max = '' } = result.sections[code] ?? {}
        expect(compareDecimals(points, max)).toBeLessThanOrEqual(0)
      }
      expect(result.total).toMatch(amount)
    }
  })
})

test('a unit by itself scores as in its cluster, but for its rank measures, which are pending', () => {
  always(({ document, submissions, results }) => {
    const compiled = compileCriteria(document)
    submissions.forEach((submission, index) => {
      const alone = scoreAlone(compiled, submission)
      for (const { criterion } of listCriteria(document)) {
        const inCluster = results[index]?.criteria[criterion.code]
        const isPlaced = criterion.measure.kind === 'rank' && inCluster?.status === 'scored'
        const expected = isPlaced
          ? { ...inCluster, status: 'pending', points: expect.stringMatching(/^[0.]+$/) }
          : inCluster
        expect(alone.criteria[criterion.code]).toEqual(expected)
      }
    })
  })
})

test('another name for the units gives the same places to the new names', () => {
  always(({ document, submissions, results }) => {
    const renamed = (unit: string) => `x${9 - Number(unit.slice(1))}`
    const again = scoreUnits(
      compileCriteria(document),
      submissions.map((submission) => ({ ...submission, unit: renamed(submission.unit) })),
    )
    expect(again).toEqual(results.map((result) => ({ ...result, unit: renamed(result.unit) })))
    const byUnit = (rows: ReturnType<typeof rankUnits>) =>
      [...rows].sort((a, b) => (a.unit < b.unit ? -1 : 1))
    const expected = rankUnits(document, results).map((row) => ({
      ...row,
      unit: renamed(row.unit),
      tiedWith: row.tiedWith.map(renamed).sort(),
    }))
    expect(byUnit(rankUnits(document, again))).toEqual(byUnit(expected))
  })
})

/** What a unit would have to report to do better in m by `more`. */
function raised({ measure }: Criterion, answer: Answer, more: string): Answer {
  if ('value' in answer) return { value: addDecimals(answer.value, more) }
  if ('count' in answer) return { count: answer.count + Math.ceil(Number(more)) }
  if ('part' in answer) {
    const part = addDecimals(answer.part, more)
    return { ...answer, part: compareDecimals(part, answer.whole) > 0 ? answer.whole : part }
  }
  if (!('target' in answer)) return answer
  const isLower = 'better' in measure && measure.better === 'lower'
  const { target, actual } = answer
  return { target, actual: isLower ? subtractDecimals(actual, more) : addDecimals(actual, more) }
}

const anyRisingMeasure = () =>
  fc.constantFrom<Measure[]>(
    { kind: 'value' },
    { kind: 'count' },
    { kind: 'share' },
    { kind: 'achievement', better: 'higher' },
    { kind: 'achievement', better: 'lower' },
    { kind: 'gap', better: 'lower' },
  )

test('more achievement never scores less under a rule where more is better', () => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const measure = draw(anyRisingMeasure)
      const rule = anyNumericRule(draw, 40)
      const isRising =
        rule.kind === 'perUnit' ||
        (rule.kind === 'steps' && rule.side === 'below') ||
        (rule.kind === 'tiers' && rule.better === 'higher') ||
        (rule.kind === 'linear' && compareDecimals(rule.fullAt, rule.zeroAt) > 0)
      const criterion = makeCriterion({ maxPoints: '40', measure, rule })
      const compiled = compileCriteria(makeDocument({ sections: [makeSection({ criteria: [criterion] })] }))
      const answer = anyAnswer(draw, criterion)
      const better = raised(criterion, answer, anyDecimal(draw, 0.01, 40))
      const pointsOf = (given: Answer) => scoreAlone(compiled, { unit: 'u', answers: { 'A.1': given } }).total
      expect(
        compareDecimals(pointsOf(better), pointsOf(answer)) * (isRising ? 1 : -1),
      ).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 1000 },
  )
})

test('more points in a scored criterion never lead to a worse place', () => {
  always(({ document, submissions, results }) => {
    const [submission, ...others] = submissions
    const asked = listCriteria(document).find(({ section }) => section.role === 'scored')?.criterion
    const now = results[0]?.criteria[asked?.code ?? '']
    if (!submission || !asked || now?.status === 'notApplicable') return
    const overrides = {
      ...submission.overrides,
      [asked.code]: { points: asked.maxPoints, bonus: now?.bonus ?? '0' },
    }
    const better = scoreUnits(compileCriteria(document), [{ ...submission, overrides }, ...others])
    const rankIn = (all: UnitResult[]) =>
      rankUnits(document, all).find(({ unit }) => unit === submission.unit)?.rank
    expect(rankIn(better) ?? 0).toBeLessThanOrEqual(rankIn(results) ?? 0)
  })
})
