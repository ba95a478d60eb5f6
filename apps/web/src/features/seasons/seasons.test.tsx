import { seasons } from '@bangvang/contract/seasons'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { readCriteria } from './criteria-file.ts'
import { CriteriaPage } from './criteria-page.tsx'
import { SeasonPage } from './season-page.tsx'

const chair = sessionOf('chair', { id: 'QNI', name: 'Quảng Ninh' })
const document: CriteriaDocument = {
  format: 'bangvang.criteria/1',
  code: 'TD',
  year: 2020,
  title: { vi: 'Tiêu chí thử', en: 'Trial criteria' },
  decimals: 2,
  maxPoints: '10',
  sections: [
    {
      code: 'I',
      title: { vi: 'Kinh tế', en: 'Economy' },
      role: 'scored',
      criteria: [
        {
          code: 'KT01',
          title: { vi: 'Tốc độ tăng trưởng', en: 'Growth' },
          maxPoints: '10',
          measure: { kind: 'judgement' },
        },
      ],
    },
  ],
}
const page = () =>
  renderAt(<SeasonPage seasonId="DBSH-2020" />, { path: '/seasons/DBSH-2020', session: chair })
const choose = (text: string) => {
  const file = new File([text], 'tieu-chi.json', { type: 'application/json' })
  fireEvent.change(screen.getByLabelText('Tệp JSON'), { target: { files: [file] } })
}

test('the chair opens the next phase after reading what happens then', async () => {
  const asked = serve(
    answer(seasons.show, seasonOf()),
    answer(seasons.movePhase, seasonOf({ phase: 'appraisal' })),
  )
  await page()
  fireEvent.click(await screen.findByRole('button', { name: 'Mở giai đoạn Thẩm định' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Mở giai đoạn Thẩm định của năm 2020?' }))
  expect(dialog.getByText(/không gửi được nữa/)).toBeTruthy()
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  fireEvent.click(dialog.getByRole('button', { name: 'Mở giai đoạn Thẩm định' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ to: 'appraisal' })
})

test('a phase that someone opened meanwhile is told in the dialog, which stays', async () => {
  serve(answer(seasons.show, seasonOf()), refuse(seasons.movePhase, 'phase-not-next'))
  await page()
  fireEvent.click(await screen.findByRole('button', { name: 'Mở giai đoạn Thẩm định' }))
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Mở giai đoạn Thẩm định' }))
  await dialog.findByText(/không ở ngay trước giai đoạn đó/)
})

test('from deliberation on the way leads through the ranking', async () => {
  serve(answer(seasons.show, seasonOf({ phase: 'deliberation' })))
  await page()
  const link = await screen.findByRole('link', { name: 'Tới trang xếp hạng để chốt' })
  expect(link.getAttribute('href')).toBe('/seasons/DBSH-2020/ranking')
  expect(screen.queryByRole('button', { name: /Mở giai đoạn/ })).toBeNull()
})

test('others read the season and move nothing', async () => {
  serve(answer(seasons.show, seasonOf()))
  await renderAt(<SeasonPage seasonId="DBSH-2020" />, {
    session: sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' }),
  })
  await screen.findByText('17:00, 25/12/2020')
  expect(screen.queryAllByRole('button')).toEqual([])
})

test('a deadline is moved for one unit, in Vietnam’s time, with its reason', async () => {
  const asked = serve(answer(seasons.show, seasonOf()), answer(seasons.setDeadline, seasonOf()))
  await page()
  fireEvent.click(await screen.findByRole('button', { name: 'Đặt hoặc lùi hạn' }))
  fireEvent.change(screen.getByLabelText('Đơn vị'), { target: { value: 'BNI' } })
  fireEvent.change(screen.getByLabelText('Hạn'), { target: { value: '2020-12-28T17:00' } })
  fireEvent.change(screen.getByLabelText('Lý do'), { target: { value: ' Bão số 13 ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Đặt hạn' }))
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST')?.body)
    .toEqual({
      kind: 'assessment',
      unitId: 'BNI',
      at: '2020-12-28T10:00:00.000Z',
      reason: 'Bão số 13',
    })
})

test('a deadline moved without a reason is refused at the reason', async () => {
  const errors = [{ pointer: '#/reason', code: 'deadline-without-reason' }]
  serve(answer(seasons.show, seasonOf()), refuse(seasons.setDeadline, 'deadline-without-reason', { errors }))
  await page()
  fireEvent.click(await screen.findByRole('button', { name: 'Đặt hoặc lùi hạn' }))
  fireEvent.change(screen.getByLabelText('Hạn'), { target: { value: '2020-12-28T17:00' } })
  fireEvent.click(screen.getByRole('button', { name: 'Đặt hạn' }))
  await expect.poll(() => screen.getByLabelText('Lý do').getAttribute('aria-invalid')).toBe('true')
})

test('a document that contradicts itself has every fault named at its path', () => {
  const faulty = structuredClone(document) as unknown as Record<string, unknown>
  faulty.maxPoints = '11'
  expect(readCriteria(JSON.stringify(faulty))).toEqual({
    kind: 'faulty',
    faults: [{ path: 'maxPoints', code: 'sum_mismatch' }],
  })
  expect(readCriteria('{')).toEqual({ kind: 'unreadable' })
  expect(readCriteria(JSON.stringify(document)).kind).toBe('sound')
})

test('the chair loads criteria from a file: faults in words, then a sound one adopted', async () => {
  const preparing = seasonOf({ phase: 'preparing', criteriaVersion: null })
  const asked = serve(answer(seasons.show, preparing), answer(seasons.adoptCriteria, seasonOf()))
  await page()
  fireEvent.click(await screen.findByRole('button', { name: 'Nạp bộ tiêu chí từ tệp' }))
  choose(JSON.stringify({ ...document, maxPoints: '11', decimals: 9 }))
  await screen.findByText('Tệp có 2 chỗ sai; sửa trong tệp rồi chọn lại.')
  const rows = screen.getAllByRole('row').map((row) => row.textContent)
  expect(rows).toContain('maxPointsTổng không khớp')
  fireEvent.click(screen.getByRole('button', { name: 'Ban hành' }))
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  choose(JSON.stringify(document))
  await screen.findByText('Tệp đúng: Tiêu chí thử, 1 tiêu chí, tổng 10 điểm.')
  fireEvent.change(screen.getByLabelText('Căn cứ'), { target: { value: 'Quy chế Cụm' } })
  fireEvent.change(screen.getByLabelText('Ngày ban hành'), { target: { value: '2020-02-14' } })
  // jsdom does not see a file set by a test and would hold the form for it.
  const form = screen.getByLabelText('Tệp JSON').closest('form')
  if (form !== null) fireEvent.submit(form)
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST')?.body)
    .toEqual({
      document,
      legalBasis: 'Quy chế Cụm',
      adoptedOn: '2020-02-14',
    })
})

test('everyone reads the criteria and finds one without diacritics', async () => {
  serve(
    answer(seasons.criteria, {
      id: '00000000-0000-4000-8000-00000000000c',
      clusterId: 'DBSH',
      year: 2020,
      number: 1,
      sha256: 'ab'.repeat(32),
      legalBasis: 'Quy chế Cụm',
      adoptedOn: '2020-02-14',
      document,
    }),
  )
  await renderAt(<CriteriaPage seasonId="DBSH-2020" />)
  await screen.findByText('Tốc độ tăng trưởng')
  fireEvent.change(screen.getByLabelText('Tìm tiêu chí'), { target: { value: 'tang truong toc' } })
  expect(screen.getByText('1 trong 1 tiêu chí')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Tìm tiêu chí'), { target: { value: 'ngan sach' } })
  expect(screen.queryByText('Tốc độ tăng trưởng')).toBeNull()
})
