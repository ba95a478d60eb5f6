import { expect, test } from 'vitest'
import { type Role, roles } from '../people/actor.ts'
import { mayReadVersions, maySeeRescored } from './policy.ts'

const actor = (role: Role, seasonId: string | null) => ({
  personId: 'p',
  name: 'P',
  mandate: { id: 'm', role, seasonId, unitId: null, startsOn: '2020-01-01', endsOn: null, paperNumber: null },
})

test('versions are read by every mandate of the cluster, the reviewer and the administrator', () => {
  for (const role of roles) {
    const isEverywhere = role === 'reviewer' || role === 'administrator'
    expect(mayReadVersions(actor(role, 'C-2020'), ['C-2020', 'C-2021'])).toBe(true)
    expect(mayReadVersions(actor(role, 'D-2020'), ['C-2020', 'C-2021'])).toBe(isEverywhere)
    expect(mayReadVersions(actor(role, null), ['C-2020'])).toBe(isEverywhere)
  }
  expect(mayReadVersions(null, ['C-2020'])).toBe(false)
  expect(mayReadVersions({ personId: 'p', name: 'P', mandate: null }, ['C-2020'])).toBe(false)
})

test('a year that is final may be scored again by anyone, one under way by who sees every unit of it', () => {
  const season = { id: 'C-2020', phase: 'appraisal' } as const
  expect(maySeeRescored(actor('chair', 'C-2020'), season)).toBe(true)
  expect(maySeeRescored(actor('reviewer', null), season)).toBe(true)
  expect(maySeeRescored(actor('delegate', 'C-2020'), season)).toBe(false)
  expect(maySeeRescored(actor('chair', 'C-2021'), season)).toBe(false)
  expect(maySeeRescored(actor('chair', 'C-2021'), { ...season, phase: 'finalized' })).toBe(true)
})
