import { describe, expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../people/actor.ts'
import type { Phase } from '../seasons/season.ts'
import type { DraftKind, DraftStatus } from './draft.ts'
import * as policy from './policy.ts'

const season = (phase: Phase) => ({ id: 'DBSH-2020', phase, chairUnitId: 'QNI', viceChairUnitId: 'HDU' })
const actor = (role: Role, seasonId = 'DBSH-2020'): Actor => ({
  personId: role,
  name: 'n',
  mandate: {
    id: 'm',
    role,
    seasonId: role === 'reviewer' || role === 'administrator' ? null : seasonId,
    unitId: null,
    startsOn: '2020-01-01',
    endsOn: null,
    paperNumber: null,
  },
})
const who = (may: (actor: Actor) => boolean) => roles.filter((role) => may(actor(role)))
const others = (may: (actor: Actor) => boolean) => roles.filter((role) => may(actor(role, 'DBSH-2019')))
const draft = (status: DraftStatus, kind: DraftKind = 'regulation') => ({
  seasonId: 'DBSH-2020',
  clusterId: 'DBSH',
  status,
  kind,
})
const commenters = ['delegate', 'leader', 'chair', 'viceChair', 'appraiser', 'reviewer']

describe('a draft', () => {
  const reads =
    (status: DraftStatus, kind?: DraftKind, phase: Phase = 'preparing') =>
    (reader: Actor) =>
      policy.mayReadDraft(reader, draft(status, kind), season(phase))

  test('that was not sent out is read by those who make it and by the reviewer', () => {
    expect(who(reads('draft'))).toEqual(['chair', 'viceChair', 'secretary', 'reviewer'])
    expect(others(reads('draft'))).toEqual(['reviewer'])
  })

  test('once out is read by every mandate of its season, never by the administrator', () => {
    for (const status of ['consultation', 'adopted', 'superseded'] as const) {
      expect(who(reads(status))).toEqual([...commenters.slice(0, 4), 'secretary', 'appraiser', 'reviewer'])
      expect(others(reads(status))).toEqual(['reviewer'])
    }
  })

  test('of a ranking is read by whoever sees the draft ranking', () => {
    expect(who(reads('consultation', 'ranking', 'preparing'))).toEqual([])
    expect(who(reads('consultation', 'ranking', 'appraisal'))).toEqual([
      'chair',
      'viceChair',
      'secretary',
      'appraiser',
      'reviewer',
    ])
    expect(who(reads('consultation', 'ranking', 'deliberation'))).toHaveLength(7)
  })

  test('is written, sent out and answered by chair and secretary of its season, adopted by the chair', () => {
    for (const may of [policy.mayEditDraft, policy.maySendOut, policy.mayAnswer]) {
      expect(who((each) => may(each, draft('draft')))).toEqual(['chair', 'secretary'])
      expect(others((each) => may(each, draft('draft')))).toEqual([])
    }
    expect(who((each) => policy.mayAdopt(each, draft('draft')))).toEqual(['chair'])
    expect(others((each) => policy.mayAdopt(each, draft('draft')))).toEqual([])
  })

  test('is commented on by its season’s members and the reviewer, never by secretary or administrator', () => {
    const may = (each: Actor) => policy.mayCommentOn(each, draft('consultation'))
    expect(who(may)).toEqual(commenters)
    expect(others(may)).toEqual(['reviewer'])
    expect(who((each) => policy.mayReply(each, draft('consultation')))).toEqual(
      roles.filter((role) => role !== 'administrator'),
    )
  })

  test('has threads that are closed by who began them and by those who answer', () => {
    const may = (byPersonId: string) => (each: Actor) =>
      policy.mayResolve(each, draft('consultation'), { byPersonId })
    expect(who(may('delegate'))).toEqual(['delegate', 'chair', 'secretary'])
    expect(others(may('delegate'))).toEqual([])
    expect(others(may('reviewer'))).toEqual(['reviewer'])
  })

  test('is open until it is adopted, and out from the first time it was sent', () => {
    const statuses = ['draft', 'consultation', 'adopted', 'superseded'] as const
    expect(statuses.filter((status) => policy.isOpenDraft({ status }))).toEqual(['draft', 'consultation'])
    expect(statuses.filter((status) => policy.isOut({ status }))).toEqual([
      'consultation',
      'adopted',
      'superseded',
    ])
  })

  test('is closed to whoever has no mandate', () => {
    const none: Actor = { personId: 'p', name: 'n', mandate: null }
    for (const nobody of [none, null]) {
      expect(policy.mayReadDraft(nobody, draft('adopted'), season('finalized'))).toBe(false)
      expect(policy.mayReply(nobody, draft('consultation'))).toBe(false)
      expect(policy.mayResolve(nobody, draft('consultation'), { byPersonId: 'p' })).toBe(false)
    }
  })
})
