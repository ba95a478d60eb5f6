import { describe, expect, test } from 'vitest'
import { readFaultVectors, readScoringVectors } from '../../test/vectors.ts'
import { checkCriteria } from './check.ts'

describe('a document that contradicts itself', () => {
  test.each(readFaultVectors())('$name is refused with every fault', ({ criteria, problems }) => {
    expect(checkCriteria(criteria)).toEqual(problems)
  })
})

test.each(readScoringVectors())('$name, a sound document, is not refused', ({ criteria }) => {
  expect(checkCriteria(criteria)).toEqual([])
})
