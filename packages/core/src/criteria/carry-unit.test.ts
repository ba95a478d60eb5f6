import { expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { carryUnit } from './carry-unit.ts'
import { compareCriteria } from './compare.ts'
import type { Criterion } from './document.ts'

const of = (code: string, title: string, more: Partial<Criterion> = {}): Criterion =>
  makeCriterion({ code, title: text(title), maxPoints: '10', ...more })
const documentOf = (...criteria: Criterion[]) =>
  makeDocument({ maxPoints: `${criteria.length * 10}`, sections: [makeSection({ criteria })] })

const before = documentOf(
  of('A1', 'Tăng trưởng kinh tế'),
  of('A2', 'Thu ngân sách nhà nước'),
  of('A3', 'Giảm nghèo bền vững'),
  of('A4', 'Chuyển đổi số'),
  of('A5', 'Giải ngân vốn đầu tư công'),
)
const after = documentOf(
  of('A1', 'Tăng trưởng kinh tế'),
  of('A3', 'Thu ngân sách nhà nước'),
  of('A2', 'Giảm nghèo bền vững', { measure: { kind: 'share' } }),
  of('A4', 'Y tế, hộ gia đình'),
)
const told = (...codes: string[]) => codes.map((code) => ({ code, answer: { value: '7' } }))
const noted = (...codes: string[]) => codes.map((code) => ({ code, answer: null }))

test('answers stay, move with their criterion’s code, or are set aside with why', () => {
  expect(carryUnit(compareCriteria(before, after), told('A1', 'A2', 'A3', 'A4', 'A5', 'ZZ'))).toEqual({
    kept: ['A1'],
    moved: [{ from: 'A2', to: 'A3' }],
    setAside: [
      { code: 'A3', why: 'measure-changed' },
      { code: 'A4', why: 'criterion-replaced' },
      { code: 'A5', why: 'criterion-removed' },
      { code: 'ZZ', why: 'criterion-removed' },
    ],
  })
})

test('a note without an answer stays with its criterion however it is measured', () => {
  expect(carryUnit(compareCriteria(before, after), noted('A1', 'A3', 'A4', 'A5'))).toEqual({
    kept: ['A1'],
    moved: [{ from: 'A3', to: 'A2' }],
    setAside: [
      { code: 'A4', why: 'criterion-replaced' },
      { code: 'A5', why: 'criterion-removed' },
    ],
  })
})
