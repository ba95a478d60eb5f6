import { expect, test } from 'vitest'
import type { Role } from '../people/actor.ts'
import { isAnnounced } from './announced.ts'

const season = { id: 'DBSH-2020', phase: 'appraisal' } as const
const actorOf = (role: Role, unitId: string | null) => ({
  personId: role,
  name: role,
  mandate: {
    id: role,
    role,
    seasonId: role === 'administrator' ? null : season.id,
    unitId,
    startsOn: '2020-01-01',
    endsOn: null,
    paperNumber: null,
  },
})
const delegate = actorOf('delegate', 'HDU')
const cell = { aboutKind: 'cell', aboutId: 'HDU KT07' }

test('an open vote is told to the season, whatever is about a secret ballot to nobody', () => {
  expect(isAnnounced({ aboutKind: 'ballot', aboutId: 'b' }, delegate, season)).toBe(true)
  expect(isAnnounced({ aboutKind: 'secret-ballot', aboutId: 'b' }, actorOf('chair', 'QNI'), season)).toBe(
    false,
  )
})

test('a cut is told to its unit and to those who see every unit; to the others once they may see it', () => {
  expect(isAnnounced(cell, delegate, season)).toBe(true)
  expect(isAnnounced(cell, actorOf('secretary', null), season)).toBe(true)
  for (const other of [
    actorOf('delegate', 'BNI'),
    actorOf('delegate', 'HD'),
    actorOf('administrator', null),
    null,
  ])
    expect(isAnnounced(cell, other, season)).toBe(false)
  expect(isAnnounced(cell, actorOf('delegate', 'BNI'), { ...season, phase: 'deliberation' })).toBe(true)
})
