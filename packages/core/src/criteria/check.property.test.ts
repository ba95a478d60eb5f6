import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../test/any.ts'
import { compileCriteria, scoreUnits } from '../assessments/score.ts'
import { checkCriteria } from './check.ts'

test('anything at all is refused with a value, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything(), (any) => {
      expect(checkCriteria(any).length).toBeGreaterThan(0)
    }),
  )
})

test('a document with one value replaced is refused, or can be scored', () => {
  fc.assert(
    fc.property(fc.gen(), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (draw, at, value) => {
      const document = JSON.parse(JSON.stringify(anyDocument(draw)))
      const places = placesIn(document)
      const [parent, key] = places[at % places.length] ?? [document, 'year']
      parent[key] = value
      if (checkCriteria(document).length > 0) return
      expect(scoreUnits(compileCriteria(document), [{ unit: 'u', answers: {} }])).toHaveLength(1)
    }),
    { numRuns: 500 },
  )
})

type Parent = Record<string, unknown>

function placesIn(value: unknown): [Parent, string][] {
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Parent
  return Object.keys(parent).flatMap((key): [Parent, string][] => [[parent, key], ...placesIn(parent[key])])
}
