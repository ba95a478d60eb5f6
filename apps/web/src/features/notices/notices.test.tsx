import { notices, type TaskView } from '@bangvang/contract/notices'
import { seasons } from '@bangvang/contract/seasons'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { addressOf, daysLeft, groupTasks } from './owed.ts'
import { TasksPage } from './tasks-page.tsx'

const now = new Date('2020-12-18T03:00:00Z')
const task = (change: Partial<TaskView>): TaskView => ({
  kind: 'fillIn',
  seasonId: 'DBSH-2020',
  unitId: 'HDU',
  due: null,
  isDone: false,
  left: null,
  of: null,
  missing: [],
  ...change,
})
const rest = [answer(seasons.show, seasonOf()), refuse(seasons.criteria, 'not-found')]
const hanh = { ...sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' }), now: now.toISOString() }

test('tasks stand by when they are due: overdue, this week, by month, undated, done', () => {
  const day = (n: number) => new Date(Date.UTC(2020, 11, n, 10))
  const groups = groupTasks(
    [
      task({ kind: 'readRanking', isDone: true }),
      task({ kind: 'appraise' }),
      task({ kind: 'comment', due: day(50) }),
      task({ kind: 'answerComments', due: day(25) }),
      task({ kind: 'fillIn', due: day(20) }),
      task({ kind: 'openPhase', due: day(1) }),
    ],
    now,
  )
  expect(groups.map(({ key, tasks }) => [key, ...tasks.map(({ kind }) => kind)])).toEqual([
    ['overdue', 'openPhase'],
    ['week', 'fillIn', 'answerComments'],
    ['month 2021-01', 'comment'],
    ['undated', 'appraise'],
    ['done', 'readRanking'],
  ])
})

test('days are counted by the calendar of Vietnam', () => {
  expect(daysLeft(new Date('2020-12-18T17:30:00Z'), new Date('2020-12-18T16:30:00Z'))).toBe(1)
  expect(daysLeft(new Date('2020-12-18T10:00:00Z'), new Date('2020-12-18T16:00:00Z'))).toBe(0)
})

test('each task leads to where it is done', () => {
  expect(addressOf(task({ kind: 'signOff' }))).toBe('/seasons/DBSH-2020/assessments/HDU/submit')
  expect(addressOf(task({ kind: 'settleGates' }))).toBe('/seasons/DBSH-2020/board')
  expect(addressOf(task({ kind: 'adoptCriteria' }))).toBe('/seasons/DBSH-2020')
  expect(addressOf(task({ kind: 'answerComments' }))).toBe('/seasons/DBSH-2020/ranking')
  const draft = { id: 'd', title: 'Quy chế', comment: null }
  expect(addressOf(task({ kind: 'consult', draft }))).toBe('/seasons/DBSH-2020/drafts/d')
  const named = task({ kind: 'mentioned', draft: { ...draft, comment: 4 } })
  expect(addressOf(named)).toBe('/seasons/DBSH-2020/drafts/d#comment-4')
})

test('the head says what is owed by when, and each missing criterion is a link to its row', async () => {
  serve(
    ...rest,
    answer(notices.tasks, {
      items: [
        task({
          due: new Date('2020-12-25T10:00:00Z'),
          left: 7,
          of: 54,
          missing: ['KT02', 'KT04', 'KT07', 'XD03', 'XD04', 'TD06', 'TD07'].map((criterionCode) => ({
            criterionCode,
            what: 'answer' as const,
          })),
        }),
      ],
    }),
  )
  await renderAt(<TasksPage />, { session: hanh })
  const head = await screen.findByRole('heading', { level: 1 })
  expect(head.textContent).toBe(
    'Bản tự chấm của Hải Dương cần gửi trước 17:00 thứ Sáu, 25/12. Còn 7 trong 54 tiêu chí.',
  )
  const row = screen.getByRole('link', { name: /KT04/ })
  expect(row.getAttribute('href')).toBe('/seasons/DBSH-2020/assessments/HDU#KT04')
  expect(screen.getByText('và 2 tiêu chí khác')).toBeTruthy()
  expect(screen.getByText('Còn 7 ngày')).toBeTruthy()
})

test('what is overdue says so, with the year where it is another', async () => {
  serve(
    ...rest,
    answer(notices.tasks, { items: [task({ kind: 'openPhase', due: new Date('2019-12-25T10:00:00Z') })] }),
  )
  await renderAt(<TasksPage />, { session: hanh })
  const head = await screen.findByRole('heading', { level: 1 })
  expect(head.textContent).toBe('Mở giai đoạn tiếp theo của năm 2020: đã quá hạn 17:00 thứ Tư, 25/12/2019.')
})

test('the year’s phases stand beside, the present one marked, with its deadline', async () => {
  serve(...rest, answer(notices.tasks, { items: [] }))
  await renderAt(<TasksPage />, { session: hanh })
  const steps = within(await screen.findByRole('complementary')).getAllByRole('listitem')
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([
    null,
    'step',
    null,
    null,
    null,
    null,
  ])
  expect(steps[1]?.textContent).toContain('Đang mở, hạn 25/12/2020')
})

test('who has no mandate is told where one comes from', async () => {
  serve(answer(notices.tasks, { items: [] }))
  await renderAt(<TasksPage />, { session: { ...hanh, mandate: null, mandates: [], seasons: [] } })
  await screen.findByRole('heading', { level: 1, name: 'Tài khoản chưa có vai nào còn hiệu lực.' })
})
