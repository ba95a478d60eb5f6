import { expect, test } from 'vitest'
import type { Actor, Role } from '../people/actor.ts'
import { rightsIn } from './rights.ts'
import type { Phase } from './season.ts'

const day = '2020-12-20'
const season = (phase: Phase) => ({ id: 'DBSH-2020', phase, chairUnitId: 'QNI', viceChairUnitId: 'HDU' })
const actor = (role: Role, unitId: string | null, endsOn: string | null = null): Actor => ({
  personId: 'p',
  name: 'n',
  mandate: {
    id: 'm',
    role,
    seasonId: role === 'reviewer' ? null : 'DBSH-2020',
    unitId,
    startsOn: '2020-01-01',
    endsOn,
    paperNumber: null,
  },
})
const having = (states: ReturnType<typeof rightsIn>, wanted: string) =>
  Object.entries(states).flatMap(([right, state]) => (state === wanted ? [right] : []))

test('a delegate fills in now and sees the ranking later', () => {
  const states = rightsIn(actor('delegate', 'BNI'), season('open'), day)
  expect(having(states, 'now')).toEqual(['seesSeason', 'fillsIn'])
  expect(having(states, 'later')).toEqual(['seesEveryUnit', 'seesRanking', 'comments'])
})

test('the leader alone signs off; the chair alone finalizes, in deliberation', () => {
  expect(rightsIn(actor('leader', 'BNI'), season('open'), day).signsOff).toBe('now')
  expect(rightsIn(actor('chair', 'QNI'), season('appraisal'), day).finalizes).toBe('later')
  expect(rightsIn(actor('chair', 'QNI'), season('deliberation'), day).finalizes).toBe('now')
  expect(rightsIn(actor('secretary', 'QNI'), season('deliberation'), day).finalizes).toBe('never')
})

test('nothing that a finalized season closes comes later', () => {
  const states = rightsIn(actor('chair', 'QNI'), season('finalized'), day)
  expect(having(states, 'later')).toEqual([])
  expect(having(states, 'now')).toEqual(['seesSeason', 'seesEveryUnit', 'seesRanking'])
})

test('the reviewer reads and comments; a mandate that has ended opens nothing', () => {
  const states = rightsIn(actor('reviewer', null), season('deliberation'), day)
  expect(having(states, 'now')).toEqual(['seesSeason', 'seesEveryUnit', 'seesRanking', 'comments'])
  const ended = rightsIn(actor('chair', 'QNI', '2020-11-30'), season('deliberation'), day)
  expect(having(ended, 'never')).toHaveLength(10)
})
