import { expect, test } from 'vitest'
import { makeCriterion, makeDocument, makeSection, text } from '../../test/make.ts'
import { placesOf } from './rank-places.ts'
import { compileCriteria } from './score.ts'

const document = makeDocument({
  sections: [
    makeSection({
      criteria: [
        makeCriterion({ measure: { kind: 'rank', better: 'higher' } }),
        makeCriterion({ code: 'A.2' }),
      ],
    }),
  ],
  gates: [{ code: 'U', title: text('U'), effect: { kind: 'unranked' } }],
})

test('each unit that answered has its place; one that is not ranked takes nobody’s', () => {
  const submissions = [
    { unit: 'a', answers: { 'A.1': { value: '5' }, 'A.2': { value: '1' } } },
    { unit: 'b', answers: { 'A.1': { value: '9' } }, gates: ['U'] },
    { unit: 'c', answers: { 'A.1': { value: '5.0' } } },
    { unit: 'd', answers: {} },
    { unit: 'e', answers: { 'A.1': { value: '4' } } },
  ]
  const compiled = compileCriteria(document)
  expect([...placesOf(compiled, submissions, 'A.1')]).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['e', 3],
  ])
  expect(placesOf(compiled, submissions, 'A.2').size).toBe(0)
  expect(placesOf(compiled, submissions, 'Z').size).toBe(0)
})
