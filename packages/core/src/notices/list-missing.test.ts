import { expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection } from '../../test/make.ts'
import type { Answer } from '../assessments/answer.ts'
import { listMissing } from './list-missing.ts'

const document = makeDocument({
  sections: [
    makeSection({
      criteria: [
        makeCriterion({ code: 'A1', evidence: 'required', notApplicable: 'full' }),
        makeCriterion({ code: 'A2', evidence: 'optional' }),
        makeCriterion({ code: 'A3' }),
      ],
    }),
  ],
})
const missing = (answers: [string, Answer | null][], evidenced: string[] = []) =>
  listMissing(document, { answers: new Map(answers), evidenced: new Set(evidenced) })

test('an empty sheet lacks every answer, in document order', () => {
  expect(missing([])).toEqual(['A1', 'A2', 'A3'].map((criterionCode) => ({ criterionCode, what: 'answer' })))
})

test('a note alone is no answer; a zero is one', () => {
  expect(
    missing([
      ['A2', null],
      ['A3', { value: '0' }],
      ['A1', { notApplicable: true }],
    ]),
  ).toEqual([{ criterionCode: 'A2', what: 'answer' }])
})

test('an answer whose evidence is required lacks it until there is a file', () => {
  const all: [string, Answer][] = ['A1', 'A2', 'A3'].map((code) => [code, { value: '1' }])
  expect(missing(all)).toEqual([{ criterionCode: 'A1', what: 'evidence' }])
  expect(missing(all, ['A1'])).toEqual([])
})
