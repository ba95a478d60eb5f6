import { expect, test } from 'vitest'
import { phases } from '../seasons/season.ts'
import { correctCriteria, type SeasonOfVersion, takeVersion, type VersionFacts } from './take-version.ts'

const version: VersionFacts = { id: 'v2', clusterId: 'C', year: 2021, number: 2, status: 'adopted' }
const season = (change: Partial<SeasonOfVersion> = {}): SeasonOfVersion => ({
  clusterId: 'C',
  year: 2021,
  phase: 'preparing',
  inForce: null,
  ...change,
})
const told = (decision: { ok: true } | { ok: false; refusal: { reason: string } }) =>
  decision.ok ? 'ok' : decision.refusal.reason

test('a season takes a version while it is prepared, and corrects its criteria while it is open', () => {
  const inForce = { id: 'v1', number: 1 }
  expect(
    phases.map((phase) => [
      phase,
      told(takeVersion(season({ phase }), version)),
      told(correctCriteria(season({ phase, inForce }), version)),
    ]),
  ).toEqual([
    ['preparing', 'ok', 'season-closed'],
    ['open', 'season-running', 'ok'],
    ['appraisal', 'season-running', 'season-running'],
    ['deliberation', 'season-running', 'season-running'],
    ['finalized', 'season-running', 'season-running'],
    ['archived', 'season-running', 'season-running'],
  ])
})

test.each([
  ['no version', null],
  ['another cluster’s', { ...version, clusterId: 'D' }],
  ['another year’s', { ...version, year: 2020 }],
  ['a superseded one', { ...version, status: 'superseded' as const }],
  ['a draft', { ...version, status: 'draft' as const }],
])('%s is not taken', (_, other) => {
  expect(told(takeVersion(season(), other))).toBe('unknown-version')
  expect(told(correctCriteria(season({ phase: 'open' }), other))).toBe('unknown-version')
})

test('the version in force is not taken again, nor does an older one correct it', () => {
  const inForce = { id: 'v2', number: 2 }
  expect(told(takeVersion(season({ inForce }), version))).toBe('criteria-taken')
  expect(told(takeVersion(season({ inForce: { id: 'v1', number: 1 } }), version))).toBe('ok')
  expect(told(correctCriteria(season({ phase: 'open', inForce }), version))).toBe('criteria-taken')
  expect(told(correctCriteria(season({ phase: 'open', inForce: { id: 'v3', number: 3 } }), version))).toBe(
    'criteria-taken',
  )
  expect(told(correctCriteria(season({ phase: 'open' }), version))).toBe('ok')
})
