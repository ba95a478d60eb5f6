import { expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../people/actor.ts'
import { phases } from '../seasons/season.ts'
import { mayTakeOver } from './policy.ts'

const actor = (role: Role, seasonId = 'S'): Actor => ({
  personId: 'p',
  name: 'A',
  mandate: { id: 'm', role, seasonId, unitId: null, startsOn: '2020-01-01', endsOn: null, paperNumber: null },
})

test('chair, secretary and reviewer take a season over, once it is finalized', () => {
  const mayIn = (phase: (typeof phases)[number]) =>
    roles.filter((role) => mayTakeOver(actor(role), { id: 'S', phase }))
  expect(phases.map((phase) => mayIn(phase).length)).toEqual([0, 0, 0, 0, 3, 3])
  expect(mayIn('archived')).toEqual(['chair', 'secretary', 'reviewer'])
  expect(mayTakeOver(actor('chair', 'X'), { id: 'S', phase: 'finalized' })).toBe(false)
})
