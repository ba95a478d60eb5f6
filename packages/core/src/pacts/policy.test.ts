import { expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../people/actor.ts'
import { phases } from '../seasons/season.ts'
import {
  isOpenToRegistration,
  mayClosePact,
  mayRegister,
  maySeePact,
  maySeeRegistration,
  maySignPact,
} from './policy.ts'

const actor = (role: Role, seasonId: string | null = 'S-2020', unitId: string | null = 'HDU'): Actor => ({
  personId: 'p',
  name: 'A',
  mandate: { id: 'm', role, seasonId, unitId, startsOn: '2020-01-01', endsOn: null, paperNumber: null },
})
const place = { seasonId: 'S-2020', unitId: 'HDU' }
const who = (may: (one: Actor) => boolean) => roles.filter((role) => may(actor(role)))
const season = { id: 'S-2020', isPactClosed: false }

test('a unit’s delegate and leader register, its leader signs, the chair closes', () => {
  expect(who((one) => mayRegister(one, place))).toEqual(['delegate', 'leader'])
  expect(who((one) => maySignPact(one, place))).toEqual(['leader'])
  expect(who((one) => mayClosePact(one, season))).toEqual(['chair'])
  expect(mayRegister(actor('delegate', 'S-2020', 'BNI'), place)).toBe(false)
  expect(maySignPact(actor('leader', 'S-2019'), place)).toBe(false)
  expect(mayRegister(null, place)).toBe(false)
})

test('everyone of the season sees who has signed; the administrator does not', () => {
  expect(who((one) => maySeePact(one, season))).toEqual(roles.filter((role) => role !== 'administrator'))
  expect(maySeePact(actor('delegate', 'S-2019'), season)).toBe(false)
})

test('what another unit registers is seen by those who prepare the pact until it is closed, then by all', () => {
  expect(who((one) => maySeeRegistration(one, season, 'BNI'))).toEqual([
    'chair',
    'viceChair',
    'secretary',
    'appraiser',
    'reviewer',
  ])
  expect(maySeeRegistration(actor('delegate'), season, 'HDU')).toBe(true)
  expect(who((one) => maySeeRegistration(one, { ...season, isPactClosed: true }, 'BNI'))).toEqual(
    roles.filter((role) => role !== 'administrator'),
  )
  expect(maySeeRegistration(actor('leader', 'S-2019'), { ...season, isPactClosed: true }, 'HDU')).toBe(false)
})

test('a pact is made while the season is prepared by adopted criteria, until it is closed', () => {
  const open = { hasCriteria: true, isPactClosed: false }
  expect(phases.filter((phase) => isOpenToRegistration({ ...open, phase }))).toEqual(['preparing'])
  expect(isOpenToRegistration({ ...open, phase: 'preparing', hasCriteria: false })).toBe(false)
  expect(isOpenToRegistration({ ...open, phase: 'preparing', isPactClosed: true })).toBe(false)
})
