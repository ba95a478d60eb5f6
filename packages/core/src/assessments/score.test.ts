import { describe, expect, test } from 'vitest'
import { readScoringVectors } from '../../test/vectors.ts'
import { compileCriteria, scoreUnits } from './score.ts'

describe('the 90 worked cases', () => {
  test.each(readScoringVectors())(
    '$name scores as written',
    ({ criteria, submissions, expect: expected }) => {
      const results = scoreUnits(compileCriteria(criteria), submissions)
      expect(JSON.parse(JSON.stringify(results))).toEqual(expected.results)
    },
  )
})
