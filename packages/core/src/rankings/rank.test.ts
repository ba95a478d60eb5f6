import { describe, expect, test } from 'vitest'
import { readScoringVectors } from '../../test/vectors.ts'
import { rankUnits } from './rank.ts'

describe('the 90 worked cases', () => {
  test.each(readScoringVectors())('$name ranks as written', ({ criteria, expect: expected }) => {
    expect(rankUnits(criteria, expected.results)).toEqual(expected.ranking)
  })
})
