import { expect, test } from 'vitest'
import { type Role, roles } from '../people/actor.ts'
import { phases } from '../seasons/season.ts'
import { listTasks, type TaskFacts } from './list-tasks.ts'

const day = (n: number) => new Date(Date.UTC(2020, 11, n))

const facts = (
  role: Role,
  phase: TaskFacts['season']['phase'],
  changes: Partial<TaskFacts> = {},
): TaskFacts => ({
  actor: {
    personId: 'p',
    name: 'Người',
    mandate: {
      id: 'm',
      role,
      seasonId: role === 'reviewer' || role === 'administrator' ? null : 'DBSH-2020',
      unitId: role === 'delegate' || role === 'leader' ? 'HDU' : null,
      startsOn: '2020-01-01',
      endsOn: null,
      paperNumber: null,
    },
  },
  season: { id: 'DBSH-2020', phase, chairUnitId: 'QNI', viceChairUnitId: null, hasCriteria: true },
  deadlines: (['assessment', 'appraisal', 'comments'] as const).map((kind, index) => ({
    kind,
    unitId: null,
    at: day(10 + index),
    createdAt: day(1),
  })),
  own: null,
  cells: { of: 0, decided: 0 },
  onHold: { units: 0, of: 9 },
  comments: { of: 0, unanswered: 0, own: 0 },
  unreadCorrections: 0,
  ...changes,
})
const own = (status: NonNullable<TaskFacts['own']>['status']): TaskFacts['own'] => ({
  status,
  criteria: 54,
  missing: [
    { criterionCode: 'KT01', what: 'answer' },
    { criterionCode: 'KT02', what: 'evidence' },
  ],
})
const kinds = (given: TaskFacts) => listTasks(given).map(({ kind, isDone }) => (isDone ? `${kind} ✓` : kind))

test('a delegate owes the sheet while the season is open, with all that is missing, by the unit’s deadline', () => {
  const later = { kind: 'assessment', unitId: 'HDU', at: day(20), createdAt: day(2) } as const
  const given = facts('delegate', 'open', { own: own('draft') })
  expect(listTasks({ ...given, deadlines: [...given.deadlines, later] })).toEqual([
    {
      kind: 'fillIn',
      seasonId: 'DBSH-2020',
      unitId: 'HDU',
      due: day(20),
      isDone: false,
      left: 1,
      of: 54,
      missing: own('draft')?.missing,
    },
  ])
})

test.each([
  { role: 'delegate', phase: 'open', status: 'awaitingSignOff', owed: ['fillIn ✓'] },
  { role: 'delegate', phase: 'open', status: 'submitted', owed: ['fillIn ✓'] },
  { role: 'delegate', phase: 'open', status: 'returned', owed: ['revise'] },
  { role: 'delegate', phase: 'appraisal', status: 'returned', owed: ['revise'] },
  { role: 'delegate', phase: 'appraisal', status: 'draft', owed: [] },
  { role: 'leader', phase: 'open', status: 'draft', owed: [] },
  { role: 'leader', phase: 'open', status: 'awaitingSignOff', owed: ['signOff'] },
  { role: 'leader', phase: 'appraisal', status: 'submitted', owed: ['signOff ✓'] },
] as const)(
  'in $phase, with a sheet that is $status, a $role owes $owed',
  ({ role, phase, status, owed }) => {
    expect(kinds(facts(role, phase, { own: own(status) }))).toEqual(owed)
  },
)

test('an appraiser owes a decision on each answer, and on each unit a gate holds', () => {
  const cells = { of: 108, decided: 8 }
  const onHold = { units: 1, of: 9 }
  expect(listTasks(facts('appraiser', 'appraisal', { cells, onHold }))).toMatchObject([
    { kind: 'appraise', left: 100, of: 108, isDone: false, due: day(11) },
    { kind: 'settleGates', left: 1, of: 9, isDone: false, due: day(11) },
  ])
  expect(kinds(facts('appraiser', 'deliberation', { cells: { of: 108, decided: 108 } }))).toEqual([
    'appraise ✓',
  ])
  expect(kinds(facts('viceChair', 'open', { cells, onHold }))).toEqual([])
})

test('the secretary owes an answer to each comment', () => {
  const comments = { of: 3, unanswered: 2, own: 0 }
  expect(listTasks(facts('secretary', 'deliberation', { comments }))).toMatchObject([
    { kind: 'answerComments', left: 2, of: 3, due: day(12) },
  ])
  expect(kinds(facts('secretary', 'deliberation', { comments: { ...comments, unanswered: 0 } }))).toEqual([
    'answerComments ✓',
  ])
  expect(kinds(facts('secretary', 'deliberation'))).toEqual([])
})

test('the reviewer comments from appraisal on, a unit from deliberation on, when the draft is shown to it', () => {
  expect(kinds(facts('reviewer', 'appraisal'))).toEqual(['comment'])
  expect(kinds(facts('reviewer', 'deliberation', { comments: { of: 1, unanswered: 0, own: 1 } }))).toEqual([
    'comment ✓',
  ])
  expect(kinds(facts('delegate', 'appraisal', { own: own('submitted') }))).toEqual(['fillIn ✓'])
  expect(kinds(facts('delegate', 'deliberation', { own: own('submitted') }))).toEqual(['comment'])
})

test('the chair carries the season from phase to phase', () => {
  expect(phases.map((phase) => kinds(facts('chair', phase)))).toEqual([
    ['adoptCriteria ✓', 'openPhase'],
    ['openPhase'],
    ['openPhase'],
    ['finalize'],
    ['openPhase', 'readRanking'],
    [],
  ])
  const { season } = facts('chair', 'preparing')
  expect(kinds(facts('chair', 'preparing', { season: { ...season, hasCriteria: false } }))).toEqual([
    'adoptCriteria',
  ])
})

test('an administrator, and whoever’s mandate is of another season, owe nothing', () => {
  const { season } = facts('chair', 'deliberation')
  for (const phase of phases) {
    expect(kinds(facts('administrator', phase))).toEqual([])
    expect(kinds(facts('chair', phase, { season: { ...season, phase, id: 'DBSH-2021' } }))).toEqual([])
  }
})

test('a unit’s delegate and leader are told of a correction until it is read; nobody else is', () => {
  const told = roles.filter((role) =>
    kinds(facts(role, 'open', { unreadCorrections: 1 })).includes('readCorrection'),
  )
  expect(told).toEqual(['delegate', 'leader'])
  expect(kinds(facts('delegate', 'open'))).not.toContain('readCorrection')
})
