import { expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { findCriterion, listCriteria } from './list.ts'

test('criteria are listed in document order with their section and headings', () => {
  const inner = {
    code: 'I',
    title: text('I'),
    criteria: [makeCriterion({ code: 'a' }), makeCriterion({ code: 'b' })],
  }
  const outer = { code: 'O', title: text('O'), criteria: [inner, makeCriterion({ code: 'c' })] }
  const document = makeDocument({
    sections: [makeSection({ criteria: [outer, makeCriterion({ code: 'd' })] })],
  })
  expect(
    listCriteria(document).map(({ criterion, headings }) => [
      criterion.code,
      ...headings.map(({ code }) => code),
    ]),
  ).toEqual([['a', 'O', 'I'], ['b', 'O', 'I'], ['c', 'O'], ['d']])
  expect(findCriterion(document, 'b')?.section.code).toBe('A')
  expect(findCriterion(document, 'I')).toBeUndefined()
})
