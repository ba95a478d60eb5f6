import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDocument, anySubmissions } from '../../test/any.ts'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import type { Submission } from '../assessments/answer.ts'
import { checkSubmissions } from '../assessments/check-submissions.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import { rankUnits } from '../rankings/rank.ts'
import type { CriteriaDocument, Criterion } from './document.ts'
import { impactOf } from './impact.ts'

const criterion = (code: string, changes: Partial<Criterion> = {}) =>
  makeCriterion({ code, title: text(`Tiêu chí ${code}`), ...changes })
const gate = (code: string, title: string) => ({
  code,
  title: text(title),
  effect: { kind: 'unranked' as const },
})
const documentOf = (criteria: Criterion[], changes: Partial<CriteriaDocument> = {}) =>
  makeDocument({ sections: [makeSection({ criteria })], ...changes })

describe('the impact of a draft on last year', () => {
  const before = documentOf([criterion('A.1'), criterion('A.2'), criterion('A.3')], {
    gates: [gate('V', 'Vi phạm'), gate('W', 'Bị kỷ luật')],
  })
  const submissions: Submission[] = [
    { unit: 'BNI', answers: { 'A.1': { value: '10' }, 'A.2': { value: '5' } } },
    { unit: 'HDU', answers: { 'A.1': { value: '9' }, 'A.3': { value: '1' } }, gates: ['V', 'W'] },
    {
      unit: 'QNI',
      answers: { 'A.2': { value: '20' } },
      overrides: { 'A.1': { points: '3' }, 'A.2': { points: '19' }, 'A.3': { points: '2' } },
    },
  ]

  test('scores the units under both documents and says what could not be carried over', () => {
    const after = documentOf(
      [criterion('A.1', { rule: { kind: 'perUnit', points: '2' } }), criterion('A.2'), criterion('A.4')],
      { gates: [gate('X', 'Vi phạm')] },
    )
    const impact = impactOf(before, after, submissions)
    const totals = (side: 'before' | 'after') =>
      impact[side].results.map(({ unit, total }) => `${unit} ${total}`)
    expect(totals('before')).toEqual(['BNI 15.00', 'HDU 10.00', 'QNI 24.00'])
    expect(totals('after')).toEqual(['BNI 25.00', 'HDU 18.00', 'QNI 19.00'])
    expect(impact.before.ranking.map(({ unit }) => unit)).toEqual(['QNI', 'BNI', 'HDU'])
    expect(impact.after.ranking.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['BNI', 1],
      ['QNI', 2],
      ['HDU', null],
    ])
    expect(impact.notCarried).toEqual([
      { unit: 'HDU', what: 'answer', code: 'A.3', why: 'criterion-removed' },
      { unit: 'HDU', what: 'gate', code: 'W', why: 'gate-removed' },
      { unit: 'QNI', what: 'override', code: 'A.1', why: 'rule-changed' },
      { unit: 'QNI', what: 'override', code: 'A.3', why: 'criterion-removed' },
    ])
    expect(impact.unanswered).toEqual(['A.4'])
  })

  test('is none of the same document', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const document = anyDocument(draw)
        const given = anySubmissions(draw, document)
        const impact = impactOf(document, structuredClone(document), given)
        expect(impact.after).toEqual(impact.before)
        expect(impact.notCarried).toEqual([])
        const results = scoreUnits(compileCriteria(document), given)
        expect(impact.before).toEqual({ results, ranking: rankUnits(document, results) })
      }),
    )
  })

  test('scores only what is sound under the draft, whatever it changes', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const [old, young] = [anyDocument(draw), anyDocument(draw)]
        const given = anySubmissions(draw, old)
        expect(checkSubmissions(old, given)).toEqual([])
        const impact = impactOf(old, young, given)
        expect(impact.after.results.map(({ unit }) => unit)).toEqual(given.map(({ unit }) => unit))
        for (const code of impact.unanswered) {
          for (const { criteria } of impact.after.results) expect(criteria[code]?.status).toBe('missing')
        }
      }),
    )
  })
})
