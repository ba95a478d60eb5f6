import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movePhase } from './move-phase.ts'
import { type Deadline, deadlineFor, hasReached, phases } from './season.ts'

const day = (n: number) => new Date(Date.UTC(2020, 11, n))
const set = (unitId: string | null, at: number, createdAt: number): Deadline => ({
  kind: 'assessment',
  unitId,
  at: day(at),
  createdAt: day(createdAt),
})

test('the latest deadline set for all holds; a unit has its own where it is later', () => {
  const deadlines = [set(null, 10, 1), set('HDU', 20, 2), set(null, 15, 3)]
  expect(deadlineFor(deadlines, 'assessment', 'BNI')).toEqual(day(15))
  expect(deadlineFor(deadlines, 'assessment', 'HDU')).toEqual(day(20))
  expect(deadlineFor(deadlines, 'assessment', null)).toEqual(day(15))
  expect(deadlineFor(deadlines, 'appraisal', 'HDU')).toBeNull()
})

test('a later act takes a deadline back, too', () => {
  expect(deadlineFor([set(null, 20, 1), set(null, 12, 2)], 'assessment', null)).toEqual(day(12))
  expect(deadlineFor([set('HDU', 20, 1)], 'assessment', 'HDU')).toEqual(day(20))
})

test('the order in which deadlines are listed never matters', () => {
  const some = fc.uniqueArray(
    fc.record({
      unitId: fc.constantFrom(null, 'HDU', 'BNI'),
      at: fc.integer({ min: 1, max: 28 }),
      createdAt: fc.integer({ min: 1, max: 1000 }),
    }),
    { selector: ({ createdAt }) => createdAt },
  )
  fc.assert(
    fc.property(some, fc.constantFrom(null, 'HDU'), (rows, unitId) => {
      const deadlines = rows.map((row) => set(row.unitId, row.at, row.createdAt))
      expect(deadlineFor(deadlines, 'assessment', unitId)).toEqual(
        deadlineFor([...deadlines].reverse(), 'assessment', unitId),
      )
    }),
  )
})

test('phases open one after another, and finalized only by finalizing', () => {
  const facts = { id: 'DBSH-2020', chairUnitId: 'QNI', viceChairUnitId: null, hasCriteria: true }
  const moves = phases.flatMap((phase) =>
    phases.filter((to) => movePhase({ ...facts, phase }, to).ok).map((to) => `${phase} ${to}`),
  )
  expect(moves).toEqual(['preparing open', 'open appraisal', 'appraisal deliberation', 'finalized archived'])
  expect(movePhase({ ...facts, phase: 'deliberation' }, 'finalized')).toEqual({
    ok: false,
    refusal: { reason: 'ranking-not-finalized' },
  })
  expect(movePhase({ ...facts, phase: 'preparing', hasCriteria: false }, 'open')).toEqual({
    ok: false,
    refusal: { reason: 'criteria-not-adopted' },
  })
})

test('a phase has been reached from its opening on', () => {
  expect(phases.filter((phase) => hasReached(phase, 'deliberation'))).toEqual([
    'deliberation',
    'finalized',
    'archived',
  ])
})
