import { expect, test } from 'vitest'
import { checkLaw } from './check-law.ts'
import type { LawFacts } from './law.ts'

const law: LawFacts = {
  id: 'A',
  number: '98/2023/NĐ-CP',
  issuedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  replaces: [],
}

test('a law does not end before it was issued or took effect; days not known contradict nothing', () => {
  const ended = (change: Partial<LawFacts>) =>
    checkLaw({ ...law, effectiveTo: '2025-06-30', ...change }, []).map(({ path, code }) => `${path} ${code}`)
  expect(ended({})).toEqual([])
  expect(ended({ effectiveFrom: '2025-06-30', issuedOn: '2025-06-30' })).toEqual([])
  expect(ended({ effectiveFrom: '2025-07-01' })).toEqual(['effectiveTo before-beginning'])
  expect(ended({ issuedOn: '2025-07-01' })).toEqual(['effectiveTo before-beginning'])
  expect(checkLaw({ ...law, effectiveFrom: '2025-07-01' }, [])).toEqual([])
})

test('a fault of what it replaces is named at its field', () => {
  const replaces = [
    { lawId: 'A', isInPart: false, note: '' },
    { lawId: 'B', isInPart: true, note: '' },
  ]
  expect(checkLaw({ ...law, replaces }, [{ ...law, id: 'B' }])).toEqual([
    { path: 'replaces/0/lawId', code: 'replaces_itself' },
    { path: 'replaces/1/note', code: 'note_missing' },
  ])
})
