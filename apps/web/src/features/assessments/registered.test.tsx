import { type AnswerView, type AssessmentView, assessments } from '@bangvang/contract/assessments'
import { pacts } from '@bangvang/contract/pacts'
import { seasons } from '@bangvang/contract/seasons'
import { session } from '@bangvang/contract/session'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, answer, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { Routes } from './routes.tsx'
import { at, season, sheet, stored, version } from './small-sheet.ts'

const delegate = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const registered = [
  { criterionCode: 'KT07', target: '17700' },
  { criterionCode: 'KT08', target: '7400' },
]
const given = {
  criterionCode: 'KT07',
  number: 1,
  registered: '17700',
  target: '17000',
  reason: 'Dự toán điều chỉnh',
  byName: 'Nguyễn Thị Hạnh',
  at,
}
const saved = answer(assessments.saveAnswer, ({ url, body }) => {
  const change = body as Pick<AnswerView, 'answer' | 'note' | 'version'>
  return stored(url.pathname.split('/').at(-1) ?? '', { ...change, version: change.version + 1 })
})
beforeEach(() => localStorage.clear())

async function openAt(path: string, change: Partial<AssessmentView>, ...more: Answer[]) {
  const log = serve(
    answer(session.show, delegate),
    answer(assessments.show, { ...sheet, registered, ...change }),
    answer(seasons.show, season),
    answer(seasons.criteria, version),
    saved,
    ...more,
  )
  await renderAt(<Routes />, { path: `/seasons/DBSH-2020/assessments/${path}`, session: delegate })
  await screen.findByRole('heading', { level: 1 })
  return (method: string) => log.filter((one) => one.method === method).map(({ body }) => body)
}
const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
async function type(name: string, value: string) {
  await act(async () => {
    cell(name).focus()
    fireEvent.change(cell(name), { target: { value } })
  })
}
const leave = (name: string) => act(async () => cell(name).blur())

test('the registered target stands in a row nobody has answered, and is no answer by itself', async () => {
  const sent = await openAt('HDU', {})
  expect(cell('Chỉ tiêu, KT08').value).toBe('7.400')
  expect(cell('Thực hiện, KT08').value).toBe('')
  expect(cell('Chỉ tiêu, KT08').closest('tr')?.textContent).toContain('Chưa nhập')
  await type('Thực hiện, KT08', '7.820,0')
  await type('Thực hiện, KT08', '')
  await leave('Thực hiện, KT08')
  expect(sent('PUT')).toEqual([])
  expect(cell('Chỉ tiêu, KT08').closest('tr')?.textContent).toContain('Chưa nhập')
})

test('the result typed beside it makes the answer', async () => {
  const sent = await openAt('HDU', {})
  await type('Thực hiện, KT08', '7.820,0')
  await leave('Thực hiện, KT08')
  await waitFor(() =>
    expect(sent('PUT')).toEqual([{ answer: { target: '7400', actual: '7820' }, note: '', version: 0 }]),
  )
})

test('what is stored is never overwritten by what was registered', async () => {
  await openAt('HDU', { answers: [stored('KT08', { answer: { target: '7000', actual: '7100' } })] })
  expect(cell('Chỉ tiêu, KT08').value).toBe('7.000')
})

test('a changed target shows both values and asks why', async () => {
  const answers = [stored('KT07', { answer: { target: '17000', actual: '17180' } })]
  const sent = await openAt('HDU', { answers }, answer(pacts.explainChange, given))
  expect(
    screen.getByText(/Chỉ tiêu đăng ký trong giao ước: 17.700. Chỉ tiêu đang báo cáo: 17.000./),
  ).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Lý do đổi chỉ tiêu, KT07'), {
    target: { value: 'Dự toán điều chỉnh' },
  })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Lưu lý do' })))
  expect(sent('POST')).toEqual([{ target: '17000', reason: 'Dự toán điều chỉnh', seen: 0 }])
})

test('the reason is shown with who gave it and when; of another target it is asked again', async () => {
  const answers = [stored('KT07', { answer: { target: '17000', actual: '17180' } })]
  await openAt('HDU', { answers, targetChanges: [given] })
  expect(screen.getByText(/Lý do: Dự toán điều chỉnh \(Nguyễn Thị Hạnh/)).toBeTruthy()
  expect(screen.queryByLabelText('Lý do đổi chỉ tiêu, KT07')).toBeNull()
  await type('Chỉ tiêu, KT07', '16.000,0')
  expect(screen.getByLabelText('Lý do đổi chỉ tiêu, KT07')).toBeTruthy()
})

test('nothing is handed in before every changed target has its reason', async () => {
  const answers = [stored('KT07', { answer: { target: '17000', actual: '17180' } })]
  await openAt('HDU/submit', { answers })
  expect(screen.getByRole('heading', { name: /1 chỉ tiêu khác với đăng ký chưa ghi lý do/ })).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Trình/ }).disabled).toBe(true)
})
