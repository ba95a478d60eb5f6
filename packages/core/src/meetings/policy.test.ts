import { expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../people/actor.ts'
import { actsAsChair, mayRunMeeting, maySeeMeetings, memberUnitOf, signsAs } from './policy.ts'

const seasonId = 'DBSH-2020'
const actorOf = (role: Role, id: string = role, of: string | null = seasonId): Actor => ({
  personId: id,
  name: role,
  mandate: {
    id,
    role,
    seasonId: role === 'reviewer' || role === 'administrator' ? null : of,
    unitId: 'QNI',
    startsOn: '2020-01-01',
    endsOn: null,
    paperNumber: null,
  },
})
const meeting = { seasonId, chairMandateId: 'chair', secretaryMandateId: 'secretary' }
const those = (claim: (actor: Actor) => unknown) => roles.filter((role) => claim(actorOf(role)))

test('everyone of the season and the reviewer see a meeting; the administrator and another season do not', () => {
  expect(those((actor) => maySeeMeetings(actor, seasonId))).toEqual(
    roles.filter((role) => role !== 'administrator'),
  )
  expect(maySeeMeetings(actorOf('chair', 'x', 'DBSH-2021'), seasonId)).toBe(false)
  expect(maySeeMeetings(null, seasonId)).toBe(false)
})

test('chair and secretary run a meeting; the vice-chair where named to chair it', () => {
  expect(those((actor) => mayRunMeeting(actor, meeting))).toEqual(['chair', 'secretary'])
  expect(mayRunMeeting(actorOf('viceChair'), { ...meeting, chairMandateId: 'viceChair' })).toBe(true)
  expect(mayRunMeeting(actorOf('chair', 'chair', 'DBSH-2021'), meeting)).toBe(false)
  expect(mayRunMeeting(actorOf('delegate'), { ...meeting, chairMandateId: 'delegate' })).toBe(false)
})

test('who chaired signs as chair, who kept the minutes as secretary; nobody else signs', () => {
  expect(roles.map((role) => signsAs(actorOf(role), meeting)).filter(Boolean)).toEqual(['chair', 'secretary'])
  expect(signsAs(actorOf('chair', 'another'), meeting)).toBe('chair')
  expect(signsAs(actorOf('secretary', 'another'), meeting)).toBe('secretary')
  const delegated = { ...meeting, chairMandateId: 'viceChair' }
  expect(signsAs(actorOf('viceChair'), delegated)).toBe('chair')
  expect(signsAs(actorOf('viceChair'), meeting)).toBe(null)
  expect(signsAs(actorOf('viceChair'), { ...meeting, secretaryMandateId: 'viceChair' })).toBe('secretary')
})

test('only who chairs approves, whatever part the secretary was given', () => {
  expect(those((actor) => actsAsChair(actor, meeting))).toEqual(['chair'])
  expect(actsAsChair(actorOf('secretary'), { ...meeting, chairMandateId: 'secretary' })).toBe(false)
})

test('delegate and leader speak and vote for their unit, nobody else does', () => {
  expect(those((actor) => memberUnitOf(actor, seasonId))).toEqual(['delegate', 'leader'])
  expect(memberUnitOf(actorOf('delegate'), seasonId)).toBe('QNI')
  expect(memberUnitOf(null, seasonId)).toBe(null)
})
