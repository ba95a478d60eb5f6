import { expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { compareCriteria } from '../criteria/compare.ts'
import type { Criterion, Measure } from '../criteria/document.ts'
import { carryTargets } from './carry-targets.ts'

const achievement: Measure = { kind: 'achievement', better: 'higher' }
const of = (code: string, title: string, measure: Measure = achievement): Criterion =>
  makeCriterion({ code, title: text(title), maxPoints: '10', measure })
const documentOf = (...criteria: Criterion[]) =>
  makeDocument({ maxPoints: `${criteria.length * 10}`, sections: [makeSection({ criteria })] })

test('a registered target goes with its criterion’s code, and is none where the criterion takes none any more', () => {
  const before = documentOf(
    of('A1', 'Tăng trưởng kinh tế'),
    of('A2', 'Thu ngân sách nhà nước'),
    of('A3', 'Giảm nghèo bền vững'),
    of('A4', 'Chuyển đổi số'),
  )
  const after = documentOf(
    of('A2', 'Tăng trưởng kinh tế'),
    of('A1', 'Thu ngân sách nhà nước'),
    of('A3', 'Giảm nghèo bền vững', { kind: 'share' }),
  )
  const targets = ['A1', 'A2', 'A3', 'A4'].map((criterionCode) => ({
    criterionCode,
    target: `${criterionCode.slice(1)}0`,
    note: criterionCode,
  }))
  expect(carryTargets(compareCriteria(before, after), targets)).toEqual([
    { criterionCode: 'A2', target: '10', note: 'A1' },
    { criterionCode: 'A1', target: '20', note: 'A2' },
  ])
})
