import { type UnitView, units } from '@bangvang/contract/units'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { ClustersPage } from './clusters-page.tsx'
import { UnitsPage } from './units-page.tsx'

const admin = { ...sessionOf('administrator'), now: '2021-02-01T03:00:00.000Z' }
const unit = (id: string, name: string, change: Partial<UnitView> = {}): UnitView => ({
  id,
  stateCode: '30',
  name,
  kind: 'province',
  validFrom: '1997-01-01',
  validTo: null,
  successorId: null,
  ...change,
})
const all = [
  unit('HDU', 'Hải Dương'),
  unit('BNI', 'Bắc Ninh'),
  unit('HTY', 'Hà Tây', { validTo: '2008-07-31' }),
]
const list = answer(units.list, { items: all })
const cluster = {
  id: 'DBSH',
  name: { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta cluster' },
  years: [{ year: 2020, unitIds: ['HDU', 'HTY'] }],
}

test('a unit ends on a day, in its successor', async () => {
  const asked = serve(list, answer(units.end, unit('HDU', 'Hải Dương', { validTo: '2025-06-30' })))
  await renderAt(<UnitsPage />, { session: admin })
  const [, second] = await screen.findAllByRole('button', { name: 'Kết thúc' })
  if (second !== undefined) fireEvent.click(second)
  fireEvent.change(screen.getByLabelText('Đến ngày'), { target: { value: '2025-06-30' } })
  fireEvent.change(screen.getByLabelText('Đơn vị kế thừa'), { target: { value: 'BNI' } })
  fireEvent.click(screen.getByRole('button', { name: 'Kết thúc đơn vị' }))
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST'))
    .toMatchObject({
      url: { pathname: '/api/units/HDU/end' },
      body: { validTo: '2025-06-30', successorId: 'BNI' },
    })
})

test('a code that is not well-formed is refused at its field before anything is sent', async () => {
  const asked = serve(list)
  await renderAt(<UnitsPage />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Thêm đơn vị' }))
  fireEvent.change(screen.getByLabelText('Tên'), { target: { value: 'Thử' } })
  fireEvent.change(screen.getByLabelText('Mã'), { target: { value: '1x' } })
  fireEvent.change(screen.getByLabelText('Mã hành chính'), { target: { value: '30' } })
  fireEvent.change(screen.getByLabelText('Từ ngày'), { target: { value: '2025-07-01' } })
  const adds = screen.getAllByRole('button', { name: 'Thêm đơn vị' })
  const last = adds.at(-1)
  if (last !== undefined) fireEvent.click(last)
  await expect.poll(() => screen.getByLabelText('Mã').getAttribute('aria-invalid')).toBe('true')
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
})

test('members of a year are those of the year before that still exist, then chosen and ordered', async () => {
  const asked = serve(
    list,
    answer(units.listClusters, { items: [cluster] }),
    answer(units.setMembers, cluster),
  )
  await renderAt(<ClustersPage />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Đặt thành viên một năm' }))
  fireEvent.change(await screen.findByLabelText('Năm'), { target: { value: '2021' } })
  expect(screen.queryByRole('checkbox', { name: /Hà Tây/ })).toBeNull()
  fireEvent.click(screen.getByRole('checkbox', { name: /Bắc Ninh/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Chuyển Bắc Ninh lên' }))
  fireEvent.click(screen.getByRole('button', { name: 'Lưu thành viên năm 2021' }))
  await expect
    .poll(() => asked.find(({ method }) => method === 'PUT'))
    .toMatchObject({
      url: { pathname: '/api/clusters/DBSH/members/2021' },
      body: { unitIds: ['BNI', 'HDU'] },
    })
})

test('members of a running season are told to stay', async () => {
  serve(list, answer(units.listClusters, { items: [cluster] }), refuse(units.setMembers, 'season-running'))
  await renderAt(<ClustersPage />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Đặt thành viên một năm' }))
  fireEvent.click(await screen.findByRole('button', { name: /Lưu thành viên/ }))
  await screen.findByText('Năm thi đua đã qua giai đoạn được đổi nội dung này.')
})

test('the list of units is turned by its heads', async () => {
  serve(list)
  await renderAt(<UnitsPage />, { session: admin })
  const codes = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.firstElementChild?.textContent)
  const head = await screen.findByRole('button', { name: 'Mã' })
  fireEvent.click(head)
  const rising = codes()
  expect(rising).toEqual([...rising].sort())
  fireEvent.click(head)
  expect(codes()).toEqual([...rising].reverse())
  expect(head.closest('th')?.getAttribute('aria-sort')).toBe('descending')
})
