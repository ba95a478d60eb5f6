import { describe, expect, test } from 'vitest'
import { changesOf, judged, options } from '../../test/changes.ts'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { readScoringVectors } from '../../test/vectors.ts'
import type { Submission } from '../assessments/answer.ts'
import { checkSubmissions } from '../assessments/check-submissions.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import { rankUnits } from './rank.ts'
import { smallestChanges } from './smallest-changes.ts'

describe('points alone are proposed', () => {
  test('where nothing was answered', () => {
    expect(changesOf({}, undefined)).toMatchObject([{ answer: null, to: { points: '10.00' }, gain: '10.00' }])
  })

  test('where the appraisers have set them', () => {
    const low = { overrides: { 'A.1': { points: '4' } } }
    expect(changesOf({ rule: { kind: 'perUnit', points: '1' } }, { value: '4' }, { low })).toMatchObject([
      { answer: null, from: { points: '4.00' }, to: { points: '14.00' } },
    ])
  })

  test('where points and bonus pull apart', () => {
    const bonus = { from: '50', side: 'below', per: '1', points: '1', count: 'exact', cap: '5' } as const
    expect(changesOf({ bonus }, { value: '10' })).toMatchObject([{ answer: null, to: { points: '20.00' } }])
  })

  test('and the bonus where points are full', () => {
    const bonus = { from: '50', side: 'below', per: '1', points: '1', count: 'exact', cap: '15' } as const
    expect(changesOf({ bonus }, { value: '60' })).toMatchObject([
      { answer: null, from: { points: '60.00', bonus: '0.00' }, to: { points: '60.00', bonus: '10.00' } },
    ])
  })

  test('in a checklist of very many options', () => {
    const many = Array.from({ length: 11 }, (_, index) => ({
      key: `o${index}`,
      title: text('o'),
      points: '2',
    }))
    const measure = { kind: 'checklist', options: many } as const
    expect(changesOf({ measure }, { checked: [] })).toMatchObject([{ answer: null, to: { points: '10.00' } }])
  })
})

describe('nothing is proposed', () => {
  test('where the criterion has not enough to give', () => {
    expect(changesOf({ maxPoints: '9' }, { value: '0' })).toEqual([])
    expect(
      changesOf({ measure: { kind: 'choice', options: options.slice(0, 2) } }, { option: 'half' }),
    ).toEqual([])
    expect(changesOf({ measure: { kind: 'share' } }, { part: '55', whole: '60' })).toEqual([])
  })

  test('where the section is at its cap', () => {
    expect(changesOf({}, { value: '5' }, { section: { cap: '5' } })).toEqual([])
  })

  test('for a criterion that is not applicable', () => {
    expect(changesOf({ notApplicable: 'rescale' }, { notApplicable: true })).toEqual([])
  })

  test('for the first, the unranked, and a unit that is not there', () => {
    const document = makeDocument({ gates: [{ code: 'L', title: text('L'), effect: { kind: 'unranked' } }] })
    const submissions = [
      { unit: 'A', answers: { 'A.1': { value: '9' } } },
      { unit: 'B', answers: {}, gates: ['L'] },
    ]
    for (const unit of ['A', 'B', 'Z']) expect(smallestChanges(document, submissions, unit)).toEqual([])
  })
})

describe('a rank measure', () => {
  const document = makeDocument({
    sections: [
      makeSection({
        criteria: [
          makeCriterion({ measure: { kind: 'rank', better: 'higher' }, rule: { kind: 'places', step: '5' } }),
        ],
      }),
      makeSection({ code: 'B', criteria: [judged('B.1')] }),
    ],
  })
  const unit = (name: string, value: string, points: string): Submission => ({
    unit: name,
    answers: { 'A.1': { value }, 'B.1': { points } },
  })

  test('is changed to the nearest value of another unit that is enough; the others move down', () => {
    const cluster = [unit('a', '40', '10'), unit('b', '30', '8'), unit('c', '20', '4'), unit('d', '10', '4')]
    const [byRank] = smallestChanges(document, cluster, 'd').filter(({ criterion }) => criterion === 'A.1')
    expect(byRank).toEqual({
      criterion: 'A.1',
      gain: '5.00',
      from: { points: '45.00', bonus: '0.00' },
      to: { points: '50.00', bonus: '0.00' },
      answer: { value: '20' },
      newRank: 3,
    })
  })

  test('in a penalty section, points alone', () => {
    const [section, base] = document.sections
    if (!section || !base) throw new Error('two sections')
    const penalised = makeDocument({ sections: [{ ...section, role: 'penalty' }, base] })
    const cluster = [unit('a', '40', '80'), unit('b', '30', '70')]
    expect(smallestChanges(penalised, cluster, 'b')[0]).toMatchObject({
      criterion: 'A.1',
      answer: null,
      to: { points: '50.00' },
    })
  })
})

test('at most five, the smallest gain first', () => {
  const criteria = Array.from({ length: 8 }, (_, index) =>
    makeCriterion({ code: `A.${index}x`, measure: { kind: 'judgement', step: String(8 - index) } }),
  )
  const document = makeDocument({ sections: [makeSection({ criteria })] })
  const submissions = [
    { unit: 'A', answers: { 'A.0x': { points: '8' } } },
    { unit: 'B', answers: {} },
  ]
  const changes = smallestChanges(document, submissions, 'B')
  expect(changes.map(({ criterion, gain }) => [criterion, gain])).toEqual([
    ['A.0x', '8.00'],
    ['A.4x', '8.00'],
    ['A.6x', '8.00'],
    ['A.7x', '8.00'],
    ['A.5x', '9.00'],
  ])
})

test.each(readScoringVectors().slice(0, 30))(
  '$name: each change moves the unit up, and is sound',
  (vector) => {
    const { criteria, submissions } = vector
    const rankOf = (all: Submission[], unit: string) =>
      rankUnits(criteria, scoreUnits(compileCriteria(criteria), all)).find((row) => row.unit === unit)
        ?.rank ?? 0
    for (const { unit } of submissions) {
      const before = rankOf(submissions, unit)
      for (const { criterion, answer, to, newRank } of smallestChanges(criteria, submissions, unit)) {
        const changed = submissions.map((submission) => {
          if (submission.unit !== unit) return submission
          if (answer !== null)
            return { ...submission, answers: { ...submission.answers, [criterion]: answer } }
          return { ...submission, overrides: { ...submission.overrides, [criterion]: to } }
        })
        expect(checkSubmissions(criteria, changed)).toEqual([])
        expect(rankOf(changed, unit)).toBe(newRank)
        expect(newRank).toBeLessThan(before)
      }
    }
  },
)
