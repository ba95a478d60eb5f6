import { audit, type JournalEntryView } from '@bangvang/contract/audit'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { changesOf } from './changes.ts'
import { JournalPage } from './journal-page.tsx'

const chair = sessionOf('chair', { id: 'QNI', name: 'Quảng Ninh' })
const entry = (number: number, change: Partial<JournalEntryView> = {}): JournalEntryView => ({
  chain: 'DBSH-2020',
  number,
  at: new Date('2020-12-18T02:00:00Z'),
  actorName: 'Nguyễn Thị Hạnh',
  role: 'delegate',
  unitId: 'HDU',
  what: 'answer-saved',
  aboutKind: 'answer',
  aboutId: 'HDU KT07',
  before: null,
  after: null,
  hash: 'cd'.repeat(32),
  ...change,
})

test('what an act changed is told place by place, and nothing that stayed', () => {
  expect(
    changesOf(
      { answer: { target: '100', actual: '97' }, note: 'a', files: ['x', 'y'] },
      { answer: { target: '100', actual: '98' }, note: 'a', files: ['x'], isLate: false },
    ),
  ).toEqual([
    { path: 'answer.actual', before: '97', after: '98' },
    { path: 'files.1', before: 'y', after: null },
    { path: 'isLate', before: null, after: 'false' },
  ])
  expect(changesOf(null, null)).toEqual([])
})

test('an entry says who did what under which mandate, with before, after and hash', async () => {
  serve(
    answer(audit.search, {
      items: [entry(7, { before: { actual: '97' }, after: { actual: '98' } })],
      next: null,
    }),
  )
  await renderAt(<JournalPage />, { path: '/journal', session: chair })
  const item = (await screen.findByText('Nguyễn Thị Hạnh')).closest('li')
  expect(item?.textContent).toContain('(Đại biểu, HDU)')
  expect(item?.querySelector('b')?.textContent).toBe('Nhập số liệu')
  expect(item?.querySelector('del')?.textContent).toBe('97')
  expect(item?.querySelector('ins')?.textContent).toBe('98')
  expect(item?.textContent).toContain('cd'.repeat(32))
})

test('what is sought stands in the address and is asked of the server, days as Vietnam’s', async () => {
  const asked = serve(answer(audit.search, { items: [], next: null }))
  await renderAt(<JournalPage />, { path: '/journal', session: chair })
  fireEvent.change(await screen.findByLabelText('Tìm theo người, việc, đối tượng'), {
    target: { value: 'KT07' },
  })
  fireEvent.change(screen.getByLabelText('Việc'), { target: { value: 'answer-saved' } })
  fireEvent.change(screen.getByLabelText('Đến ngày'), { target: { value: '2020-12-18' } })
  fireEvent.click(screen.getByRole('button', { name: 'Tìm' }))
  await screen.findByText('Không có dòng nhật ký nào khớp.')
  await expect
    .poll(() => Object.fromEntries(asked.at(-1)?.url.searchParams ?? []))
    .toEqual({
      text: 'KT07',
      what: 'answer-saved',
      to: '2020-12-18T16:59:59.999Z',
    })
})

test('older entries follow the last one shown', async () => {
  const asked = serve(
    answer(audit.search, ({ url }) =>
      url.searchParams.has('after')
        ? { items: [entry(1, { actorName: 'Trần Văn Quý' })], next: null }
        : { items: [entry(2)], next: 'x DBSH-2020 2' },
    ),
  )
  await renderAt(<JournalPage />, { path: '/journal', session: chair })
  fireEvent.click(await screen.findByRole('button', { name: 'Xem các dòng cũ hơn' }))
  await screen.findByText('Trần Văn Quý')
  expect(screen.getByText('Nguyễn Thị Hạnh')).toBeTruthy()
  expect(asked.at(-1)?.url.searchParams.get('after')).toBe('x DBSH-2020 2')
  expect(screen.queryByRole('button', { name: 'Xem các dòng cũ hơn' })).toBeNull()
})
