import { expect, test } from 'vitest'
import type { Role } from '../people/actor.ts'
import { type DraftTaskFacts, listDraftTasks } from './list-draft-tasks.ts'

const deadline = new Date('2021-01-10T10:00:00Z')
const draft = (changes: Partial<DraftTaskFacts>): DraftTaskFacts => ({
  id: 'd',
  seasonId: 'DBSH-2020',
  title: 'Quy chế',
  deadline,
  asked: 'notAsked',
  comments: { of: 0, unanswered: 0 },
  mentions: [],
  ...changes,
})
const as = (role: Role, seasonId: string | null = 'DBSH-2020') => ({
  personId: 'p',
  name: 'Người',
  mandate: {
    id: 'm',
    role,
    seasonId,
    unitId: null,
    startsOn: '2020-01-01',
    endsOn: null,
    paperNumber: null,
  },
})

test('whoever is asked owes an answer by the deadline, until it is given', () => {
  expect(listDraftTasks(as('reviewer', null), [draft({ asked: 'waiting' })])).toEqual([
    {
      kind: 'consult',
      seasonId: 'DBSH-2020',
      unitId: null,
      due: deadline,
      isDone: false,
      left: null,
      of: null,
      missing: [],
      draft: { id: 'd', title: 'Quy chế', comment: null },
    },
  ])
  expect(listDraftTasks(as('delegate'), [draft({ asked: 'answered' })])).toMatchObject([
    { kind: 'consult', isDone: true },
  ])
  expect(listDraftTasks(as('delegate'), [draft({ comments: { of: 3, unanswered: 3 } })])).toEqual([])
})

test('the secretary of its season answers each comment', () => {
  const commented = [draft({ comments: { of: 3, unanswered: 2 } })]
  expect(listDraftTasks(as('secretary'), commented)).toMatchObject([
    { kind: 'answerDraft', left: 2, of: 3, isDone: false, due: null },
  ])
  expect(listDraftTasks(as('secretary'), [draft({ comments: { of: 3, unanswered: 0 } })])).toMatchObject([
    { kind: 'answerDraft', isDone: true },
  ])
  expect(listDraftTasks(as('secretary', 'DBSH-2021'), commented)).toEqual([])
})

test('whoever is called by name is led to each thread', () => {
  expect(listDraftTasks(as('leader'), [draft({ mentions: [4, 7] })]).map((task) => task.draft)).toEqual([
    { id: 'd', title: 'Quy chế', comment: 4 },
    { id: 'd', title: 'Quy chế', comment: 7 },
  ])
})
