import { type AnswerView, assessments } from '@bangvang/contract/assessments'
import { seasons } from '@bangvang/contract/seasons'
import { session } from '@bangvang/contract/session'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answer, answer, refuse, serve, silence } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { Routes } from './routes.tsx'
import { at, season, sheet, stored, version } from './small-sheet.ts'

const delegate = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const saved = answer(assessments.saveAnswer, ({ url, body }) => {
  const change = body as Pick<AnswerView, 'answer' | 'note' | 'version'>
  return stored(url.pathname.split('/').at(-1) ?? '', { ...change, version: change.version + 1 })
})

async function openAt(path: string, ...more: Answer[]) {
  const log = serve(
    answer(session.show, delegate),
    answer(assessments.show, sheet),
    answer(seasons.show, season),
    answer(seasons.criteria, version),
    saved,
    ...more,
  )
  const view = await renderAt(<Routes />, {
    path: `/seasons/DBSH-2020/assessments/${path}`,
    session: delegate,
  })
  await screen.findByRole('heading', { level: 1 })
  return { ...view, log, sent: () => log.filter(({ method }) => method === 'PUT').map(({ body }) => body) }
}
const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const rowOf = (name: string) => within(cell(name).closest('tr') as HTMLElement)
async function type(name: string, value: string) {
  await act(async () => {
    cell(name).focus()
    fireEvent.change(cell(name), { target: { value } })
  })
}
const leave = (name: string) => act(async () => cell(name).blur())

test('points and totals follow the typing, by the same core as the server, and every number says how it was made', async () => {
  await openAt('HDU')
  expect(screen.getByRole('region', { name: 'Tổng điểm' }).textContent).toContain('54,12')
  await type('Thực hiện, KT07', '17.700,0')
  expect(screen.getByRole('region', { name: 'Tổng điểm' }).textContent).toContain('60,00')
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /KT07, cách tính điểm/ })))
  const how = screen.getByRole('dialog', { name: '60,00 trên 60 điểm' })
  expect(how.textContent).toContain('17.700 ÷ 17.700 × 100 = 100 %')
  expect(within(how).getByRole('img')).toBeTruthy()
})

test('an answer is saved when its cell is left, over the version that was seen', async () => {
  const { sent } = await openAt('HDU')
  await type('Thực hiện, KT07', '17.500,5')
  await leave('Thực hiện, KT07')
  await waitFor(() => expect(rowOf('Thực hiện, KT07').getByText('Đã lưu')).toBeTruthy())
  expect(sent()).toEqual([{ answer: { target: '17700', actual: '17500.5' }, note: '', version: 1 }])
})

test('what cannot be read stays in its cell with what is wrong and a repair in one press', async () => {
  const { sent } = await openAt('HDU')
  await type('Thực hiện, KT07', '65,8 tr')
  await leave('Thực hiện, KT07')
  expect(cell('Thực hiện, KT07').value).toBe('65,8 tr')
  expect(screen.getByText(/“65,8 tr” không phải là số/)).toBeTruthy()
  expect(sent()).toEqual([])
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Sửa thành 65,8' })))
  expect(cell('Thực hiện, KT07').value).toBe('65,8')
  await waitFor(() => expect(sent()).toHaveLength(1))
})

test('a block pasted from Excel is reported, and one undo takes it back', async () => {
  await openAt('HDU')
  await act(async () => cell('Chỉ tiêu, KT07').focus())
  await act(async () =>
    fireEvent.paste(cell('Chỉ tiêu, KT07'), {
      clipboardData: { getData: () => '6,5\t6,4\r\n7.400\t7.820\r\n' },
    }),
  )
  expect(screen.getByText(/Đã dán 2 dòng, 4 ô \(KT07–KT08\)\./)).toBeTruthy()
  expect(cell('Thực hiện, KT08').value).toBe('7.820')
  await act(async () => fireEvent.keyDown(cell('Chỉ tiêu, KT07'), { key: 'z', ctrlKey: true }))
  expect(cell('Thực hiện, KT08').value).toBe('')
  expect(cell('Thực hiện, KT07').value).toBe('17.180')
})

test('Enter and the arrows go from cell to cell', async () => {
  await openAt('HDU')
  await act(async () => cell('Thực hiện, KT07').focus())
  await act(async () => fireEvent.keyDown(cell('Thực hiện, KT07'), { key: 'Enter' }))
  expect(document.activeElement).toBe(cell('Thực hiện, KT08'))
  await act(async () => fireEvent.keyDown(cell('Thực hiện, KT08'), { key: 'ArrowLeft' }))
  expect(document.activeElement).toBe(cell('Chỉ tiêu, KT08'))
  await act(async () => fireEvent.keyDown(cell('Chỉ tiêu, KT08'), { key: 'ArrowUp' }))
  expect(document.activeElement).toBe(cell('Chỉ tiêu, KT07'))
})

test('a cell that is entered has its number selected as one types it, so that typing replaces it', async () => {
  await openAt('HDU')
  await act(async () => cell('Thực hiện, KT07').focus())
  const { value, selectionStart, selectionEnd } = cell('Thực hiện, KT07')
  expect([value, selectionStart, selectionEnd]).toEqual(['17180', 0, 5])
})

test('when someone else was faster, both values are shown with who and when', async () => {
  const theirs = {
    ...stored('KT07', {
      answer: { target: '17700', actual: '17300' },
      version: 2,
      updatedBy: 'Trần Văn Quý',
    }),
    updatedAt: at.toISOString(),
  }
  await openAt('HDU', refuse(assessments.saveAnswer, 'answer-changed', { current: theirs }))
  await type('Thực hiện, KT07', '17200')
  await leave('Thực hiện, KT07')
  const choice = await screen.findByRole('alert')
  expect(choice.textContent).toContain('Thực hiện 17300')
  expect(choice.textContent).toContain('Trần Văn Quý nhập, 10:00, 18/12/2020')
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Lấy giá trị này' })))
  expect(cell('Thực hiện, KT07').value).toBe('17.300')
})

test('over a dead network the cell says so and keeps what was typed', async () => {
  await openAt('HDU', silence(assessments.saveAnswer))
  await type('Thực hiện, KT07', '17200')
  await leave('Thực hiện, KT07')
  expect(await rowOf('Thực hiện, KT07').findByText('Chờ mạng')).toBeTruthy()
  expect(screen.getByText(/1 ô giữ trên máy này, tự gửi khi có mạng lại/)).toBeTruthy()
  expect(cell('Thực hiện, KT07').value).toBe('17.200')
})

test('a sheet that is not open shows its answers and takes none', async () => {
  await openAt('HDU', answer(assessments.show, { ...sheet, status: 'submitted', isEditable: false }))
  expect(cell('Thực hiện, KT07').readOnly).toBe(true)
  expect(screen.getByText(/đã gửi nên không sửa được nữa/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Hoàn tác' })).toBeNull()
})

test('submitting says what is missing, each a link to its row, and what the total is', async () => {
  const { log } = await openAt(
    'HDU/submit',
    answer(assessments.sendForSignOff, { ...sheet, status: 'awaitingSignOff' }),
  )
  expect(screen.getByText('Tổng điểm tự chấm 54,12; đã trả lời 1 trên 3 tiêu chí.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'KT08 Đầu tư' }).getAttribute('href')).toBe(
    '/seasons/DBSH-2020/assessments/HDU#KT08',
  )
  expect(screen.getByText('1 tiêu chí thiếu minh chứng bắt buộc.')).toBeTruthy()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Trình khi còn thiếu 3 mục' })))
  expect(log.filter(({ method }) => method === 'POST').map(({ url }) => url.pathname)).toEqual([
    '/api/seasons/DBSH-2020/assessments/HDU/send-for-sign-off',
  ])
})
