import { describe, expect, test } from 'vitest'
import { isOpenToAppraisal, mayAppraise } from '../appraisals/policy.ts'
import {
  type AssessmentStatus,
  isOpenToAnswers,
  isOpenToReturn,
  mayFillIn,
  mayReturn,
  maySeeAssessment,
  maySignOff,
} from '../assessments/policy.ts'
import { type Actor, type Role, roles } from '../people/actor.ts'
import { isUnsettled, mayAnswerComment, mayComment, mayFinalize, mayFreeze } from '../rankings/policy.ts'
import { mayRunSeason, maySeeRanking, maySeeSeason, seesEveryUnit } from './policy.ts'
import { type Phase, phases } from './season.ts'

const season = (phase: Phase) => ({ id: 'DBSH-2020', phase, chairUnitId: 'QNI', viceChairUnitId: 'HDU' })
const unitOf: Partial<Record<Role, string>> = {
  delegate: 'BNI',
  leader: 'BNI',
  chair: 'QNI',
  viceChair: 'HDU',
  secretary: 'QNI',
}
const ofNoSeason: readonly Role[] = ['reviewer', 'administrator']
const actor = (role: Role, seasonId = 'DBSH-2020'): Actor => ({
  personId: 'p',
  name: 'n',
  mandate: {
    id: 'm',
    role,
    seasonId: ofNoSeason.includes(role) ? null : seasonId,
    unitId: unitOf[role] ?? null,
    startsOn: '2020-01-01',
    endsOn: null,
    paperNumber: null,
  },
})
const who = (may: (actor: Actor) => boolean) => roles.filter((role) => may(actor(role)))
const others = (may: (actor: Actor) => boolean) => roles.filter((role) => may(actor(role, 'DBSH-2019')))
const assessment = (unitId: string, status: AssessmentStatus = 'submitted') => ({
  seasonId: 'DBSH-2020',
  unitId,
  status,
})

describe('who', () => {
  test('looks into a season: its mandates, the reviewer, the administrator', () => {
    expect(who((one) => maySeeSeason(one, season('open')))).toEqual([...roles])
    expect(others((one) => maySeeSeason(one, season('open')))).toEqual(['reviewer', 'administrator'])
    expect(maySeeSeason(null, season('open'))).toBe(false)
  })
  test('runs it: the chair', () => {
    expect(who((one) => mayRunSeason(one, season('open')))).toEqual(['chair'])
    expect(others((one) => mayRunSeason(one, season('open')))).toEqual([])
  })
  test('sees every unit before deliberation: those who make the ranking, and the reviewer; the administrator never', () => {
    expect(who((one) => seesEveryUnit(one, season('open')))).toEqual([
      'chair',
      'viceChair',
      'secretary',
      'appraiser',
      'reviewer',
    ])
    expect(who((one) => seesEveryUnit(one, season('deliberation')))).toEqual(
      roles.filter((role) => role !== 'administrator'),
    )
  })
  test('sees the draft ranking, and from when', () => {
    const since = (role: Role) => phases.find((phase) => maySeeRanking(actor(role), season(phase)))
    expect(Object.fromEntries(roles.map((role) => [role, since(role)]))).toEqual({
      delegate: 'deliberation',
      leader: 'deliberation',
      chair: 'appraisal',
      viceChair: 'appraisal',
      secretary: 'appraisal',
      appraiser: 'appraisal',
      reviewer: 'appraisal',
      administrator: undefined,
    })
  })
  test('fills in and signs off: the unit’s own', () => {
    expect(who((one) => mayFillIn(one, assessment('BNI')))).toEqual(['delegate', 'leader'])
    expect(who((one) => maySignOff(one, assessment('BNI')))).toEqual(['leader'])
    expect(who((one) => mayFillIn(one, assessment('HNA')))).toEqual([])
    expect(others((one) => mayFillIn(one, assessment('BNI')))).toEqual([])
  })
  test('sees a neighbour’s assessment before deliberation', () => {
    expect(who((one) => maySeeAssessment(one, season('open'), assessment('HNA')))).toEqual([
      'chair',
      'viceChair',
      'secretary',
      'appraiser',
      'reviewer',
    ])
  })
  test('returns a submission: never that of the own unit', () => {
    expect(who((one) => mayReturn(one, assessment('BNI')))).toEqual([
      'chair',
      'viceChair',
      'secretary',
      'appraiser',
    ])
    expect(who((one) => mayReturn(one, assessment('QNI')))).toEqual(['viceChair', 'appraiser'])
  })
  test('appraises: the appraisers; the chair’s unit the vice-chair too; nobody the own unit', () => {
    expect(who((one) => mayAppraise(one, season('appraisal'), 'BNI'))).toEqual(['appraiser'])
    expect(who((one) => mayAppraise(one, season('appraisal'), 'QNI'))).toEqual(['viceChair', 'appraiser'])
    const own = {
      ...actor('appraiser'),
      mandate: { ...(actor('appraiser').mandate as NonNullable<Actor['mandate']>), unitId: 'BNI' },
    }
    expect(mayAppraise(own, season('appraisal'), 'BNI')).toBe(false)
  })
  test('comments, answers, finalizes', () => {
    expect(who((one) => mayComment(one, season('deliberation')))).toEqual([
      'delegate',
      'leader',
      'chair',
      'viceChair',
      'appraiser',
      'reviewer',
    ])
    expect(who((one) => mayAnswerComment(one, season('deliberation')))).toEqual(['chair', 'secretary'])
    expect(who((one) => mayFinalize(one, season('deliberation')))).toEqual(['chair'])
  })
})

test('answers change in the open season, and after a return during appraisal', () => {
  const open = (status: AssessmentStatus) => phases.filter((phase) => isOpenToAnswers({ phase }, status))
  expect([open('draft'), open('returned'), open('awaitingSignOff'), open('submitted')]).toEqual([
    ['open'],
    ['open', 'appraisal'],
    [],
    [],
  ])
  expect(phases.filter((phase) => isOpenToReturn({ phase }))).toEqual(['open', 'appraisal'])
  expect(phases.filter((phase) => isOpenToAppraisal({ phase }))).toEqual(['appraisal', 'deliberation'])
})

test('a ranking is frozen in deliberation, as it was seen, with nobody revising and every comment answered', () => {
  const facts = {
    season: { phase: 'deliberation' as Phase },
    revision: 4,
    seenRevision: 4,
    unansweredCommentIds: [],
    unsettledUnitIds: [],
  }
  const refusal = (change: Partial<Parameters<typeof mayFreeze>[0]>) => {
    const decision = mayFreeze({ ...facts, ...change })
    return decision.ok ? null : decision.refusal
  }
  expect(mayFreeze(facts)).toEqual({ ok: true })
  expect(refusal({ season: { phase: 'appraisal' } })).toEqual({ reason: 'season-not-in-deliberation' })
  expect(refusal({ seenRevision: 3 })).toEqual({ reason: 'ranking-changed' })
  expect(refusal({ unansweredCommentIds: ['c'] })).toEqual({
    reason: 'comments-unanswered',
    commentIds: ['c'],
  })
  expect(refusal({ unsettledUnitIds: ['HYE'] })).toEqual({
    reason: 'assessments-unsettled',
    unitIds: ['HYE'],
  })
})

test('a unit that revises keeps the ranking a draft until its deadline has passed', () => {
  const now = new Date('2021-01-17T00:00:00Z')
  const keeps = (status: AssessmentStatus, deadline: string | null) =>
    isUnsettled({ status, deadline: deadline === null ? null : new Date(deadline) }, now)
  expect([
    keeps('returned', '2021-01-18'),
    keeps('awaitingSignOff', null),
    keeps('returned', '2021-01-16'),
  ]).toEqual([true, true, false])
  expect([keeps('draft', null), keeps('submitted', null)]).toEqual([false, false])
})
