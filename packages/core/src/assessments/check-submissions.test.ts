import { expect, test } from 'vitest'
import { readScoringVectors } from '../../test/vectors.ts'
import { checkSubmissions } from './check-submissions.ts'

test.each(readScoringVectors())('$name: bad input is refused whole, with every problem', (vector) => {
  const { criteria, submissions, invalid } = vector
  const { unit } = invalid.submission as { unit: string }
  expect(checkSubmissions(criteria, [invalid.submission])).toEqual(
    invalid.problems.map((problem) => ({ unit, ...problem })),
  )
  expect(checkSubmissions(criteria, submissions)).toEqual([])
})
