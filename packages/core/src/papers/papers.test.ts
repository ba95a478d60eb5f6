import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../people/actor.ts'
import type { Phase } from '../seasons/season.ts'
import { issuePaper } from './issue-paper.ts'
import { formatsOf, paperKinds, subjectOf, symbolOf } from './paper.ts'
import { mayIssuePapers, mayMakePaper, maySeePapers } from './policy.ts'

const actor = (role: Role, seasonId: string | null = 'S-2020', unitId: string | null = 'A'): Actor => ({
  personId: 'p',
  name: 'P',
  mandate: { id: 'm', role, seasonId, unitId, startsOn: '2020-01-01', endsOn: null, paperNumber: null },
})
const season = (phase: Phase) => ({ id: 'S-2020', phase, chairUnitId: 'A', viceChairUnitId: 'B' })

describe('a paper', () => {
  test('bears the abbreviation of its name and the cluster’s', () => {
    expect(symbolOf('conclusion-notice', 12)).toBe('12/TB-CTĐ')
    expect(symbolOf('minutes', null)).toBe('/BB-CTĐ')
    expect(symbolOf('self-scoring-sheet', 1)).toBeNull()
  })

  test('has a series of its own by its symbol', () => {
    const symbols = paperKinds.map((kind) => symbolOf(kind, 1)).filter((symbol) => symbol !== null)
    expect(new Set(symbols).size).toBe(symbols.length)
  })

  test('is a workbook too where it is a table', () => {
    expect(formatsOf('minutes')).toEqual(['docx', 'pdf'])
    expect(formatsOf('comment-table')).toContain('xlsx')
    expect(paperKinds.map(subjectOf)).toContain('draft')
  })
})

describe('who makes a paper', () => {
  test('of the ranking: who sees it whole, from appraisal or from deliberation on', () => {
    const may = (role: Role, phase: Phase) => mayMakePaper(actor(role), season(phase), { of: 'ranking' })
    expect([may('secretary', 'appraisal'), may('delegate', 'appraisal')]).toEqual([true, false])
    expect([may('delegate', 'deliberation'), may('administrator', 'finalized')]).toEqual([true, false])
  })

  test('of a self-assessment: the unit its own, the others once all lies open', () => {
    const assessment = { seasonId: 'S-2020', unitId: 'A', status: 'draft' } as const
    const may = (role: Role, unitId: string) =>
      mayMakePaper(actor(role, 'S-2020', unitId), season('open'), { of: 'assessment', assessment })
    expect([may('delegate', 'A'), may('delegate', 'B'), may('secretary', 'B')]).toEqual([true, false, true])
  })

  test('of the pact: who prepares it, everyone once it is closed', () => {
    const may = (role: Role, isClosed: boolean) =>
      mayMakePaper(actor(role), season('preparing'), { of: 'pact', isClosed })
    expect([may('secretary', false), may('delegate', false), may('delegate', true)]).toEqual([
      true,
      false,
      true,
    ])
  })

  test('of a draft: who reads it', () => {
    const draft = { seasonId: 'S-2020', clusterId: 'S', status: 'draft', kind: 'regulation' } as const
    const may = (role: Role) => mayMakePaper(actor(role), season('open'), { of: 'draft', draft })
    expect([may('secretary'), may('delegate'), may('administrator')]).toEqual([true, false, false])
  })

  test('of a meeting: every mandate of its season, and the reviewer, nobody else', () => {
    const may = (someone: Actor) => mayMakePaper(someone, season('open'), { of: 'meeting' })
    expect(may(actor('delegate'))).toBe(true)
    expect(may(actor('reviewer', null, null))).toBe(true)
    expect(may(actor('delegate', 'T-2020'))).toBe(false)
    expect(may(actor('administrator', null, null))).toBe(false)
  })
})

describe('issuing', () => {
  test('is the chair’s; reading what is issued is every member’s', () => {
    expect(mayIssuePapers(actor('chair'), season('open'))).toBe(true)
    expect(mayIssuePapers(actor('secretary'), season('open'))).toBe(false)
    expect(mayIssuePapers(actor('chair', 'T-2020'), season('open'))).toBe(false)
    expect(maySeePapers(actor('delegate'), season('open'))).toBe(true)
    expect(maySeePapers(null, season('open'))).toBe(false)
  })

  test('waits for what is final, and is done twice only knowingly', () => {
    const facts = { kind: 'points-summary', phase: 'finalized', isFinal: true, editions: 1, seen: 1 } as const
    expect(issuePaper(facts)).toEqual({ ok: true, edition: 2 })
    expect(issuePaper({ ...facts, isFinal: false })).toMatchObject({ refusal: { reason: 'paper-not-final' } })
    expect(issuePaper({ ...facts, phase: 'archived' })).toMatchObject({
      refusal: { reason: 'season-closed' },
    })
    expect(issuePaper({ ...facts, seen: 0 })).toMatchObject({ refusal: { reason: 'paper-issued' } })
    expect(issuePaper({ ...facts, kind: 'self-scoring-sheet' })).toMatchObject({
      refusal: { reason: 'paper-not-issuable' },
    })
  })
})
