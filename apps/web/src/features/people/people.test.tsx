import { type PersonView, people } from '@bangvang/contract/people'
import { seasons } from '@bangvang/contract/seasons'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'

const admin = sessionOf('administrator')
const id = (n: number) => `00000000-0000-4000-8000-00000000010${n}`
const person = (n: number, name: string, change: Partial<PersonView> = {}): PersonView => ({
  id: id(n),
  email: `${n}@mau.vn`,
  name,
  isActive: true,
  mustChangePassword: false,
  hasPassword: true,
  mandates: [],
  ...change,
})
const mandate = {
  id: id(9),
  role: 'delegate' as const,
  seasonId: 'DBSH-2020',
  unitId: 'HDU',
  unitName: 'Hải Dương',
  startsOn: '2020-01-01',
  endsOn: null,
  paperNumber: null,
}
const hanh = person(1, 'Nguyễn Thị Hạnh', { mandates: [mandate] })
const quy = person(2, 'Trần Văn Quý')
const list = answer(people.list, { items: [quy, hanh] })

test('accounts are found without diacritics, by name or by mandate', async () => {
  serve(list)
  await renderAt(<PeoplePage />, { session: admin })
  const find = await screen.findByLabelText('Tìm theo tên, e-mail, đơn vị, vai')
  const names = () => screen.getAllByRole('link').map(({ textContent }) => textContent)
  expect(names()).toEqual(['Nguyễn Thị Hạnh', 'Trần Văn Quý'])
  fireEvent.change(find, { target: { value: 'hai duong dai bieu' } })
  expect(names()).toEqual(['Nguyễn Thị Hạnh'])
  expect(screen.getByText('1 trong 2 tài khoản')).toBeTruthy()
})

test('a new account shows its one-time password once, and leads to its mandates', async () => {
  const created = { person: quy, oneTimePassword: 'mot-lan-thoi' }
  serve(list, answer(people.create, created))
  const { history } = await renderAt(<PeoplePage />, { path: '/admin/people', session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Mở tài khoản' }))
  fireEvent.change(screen.getByLabelText('Họ và tên'), { target: { value: 'Trần Văn Quý' } })
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'quy@mau.vn' } })
  fireEvent.click(screen.getByRole('button', { name: /cấp mật khẩu dùng một lần/ }))
  await screen.findByText('mot-lan-thoi')
  fireEvent.click(screen.getByRole('button', { name: 'Đã chuyển, đóng lại' }))
  expect(history?.at(-1)).toBe(`/admin/people/${quy.id}`)
})

test('an e-mail that another account has is refused at its field', async () => {
  const errors = [{ pointer: '#/email', code: 'email-taken' }]
  serve(list, refuse(people.create, 'email-taken', { errors }))
  await renderAt(<PeoplePage />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Mở tài khoản' }))
  fireEvent.change(screen.getByLabelText('Họ và tên'), { target: { value: 'Trần Văn Quý' } })
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: '1@mau.vn' } })
  fireEvent.click(screen.getByRole('button', { name: /cấp mật khẩu dùng một lần/ }))
  await expect.poll(() => screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getAllByText('E-mail này đã thuộc một tài khoản khác.')).toHaveLength(2)
})

test('a substitute acts on another’s mandate, by the number of the paper', async () => {
  const asked = serve(list, answer(seasons.list, { items: [seasonOf()] }), answer(people.grant, quy))
  await renderAt(<PersonPage personId={quy.id} />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Cấp vai' }))
  fireEvent.change(await screen.findByLabelText('Năm thi đua'), { target: { value: 'DBSH-2020' } })
  fireEvent.change(screen.getByLabelText('Đơn vị'), { target: { value: 'HDU' } })
  fireEvent.change(screen.getByLabelText('Thay cho'), { target: { value: mandate.id } })
  fireEvent.change(screen.getByLabelText('Số văn bản cử'), { target: { value: '12/QĐ-UBND' } })
  fireEvent.change(screen.getByLabelText('Từ ngày'), { target: { value: '2020-12-01' } })
  const grants = screen.getAllByRole('button', { name: 'Cấp vai' })
  const last = grants.at(-1)
  if (last !== undefined) fireEvent.click(last)
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST')?.body)
    .toEqual({
      role: 'delegate',
      seasonId: 'DBSH-2020',
      unitId: 'HDU',
      startsOn: '2020-12-01',
      endsOn: null,
      substituteForId: mandate.id,
      paperNumber: '12/QĐ-UBND',
    })
})

test('a mandate ends on a day', async () => {
  const asked = serve(list, answer(people.endMandate, hanh))
  await renderAt(<PersonPage personId={hanh.id} />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Kết thúc vai' }))
  fireEvent.change(screen.getByLabelText('Ngày cuối còn hiệu lực'), { target: { value: '2020-12-31' } })
  const ends = screen.getAllByRole('button', { name: 'Kết thúc vai' })
  const last = ends.at(-1)
  if (last !== undefined) fireEvent.click(last)
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST')?.body)
    .toEqual({ endsOn: '2020-12-31' })
})

test('an account is closed', async () => {
  const asked = serve(list, answer(people.change, { ...hanh, isActive: false }))
  await renderAt(<PersonPage personId={hanh.id} />, { session: admin })
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(screen.getByRole('button', { name: 'Lưu tài khoản' }))
  await screen.findByText('Đã lưu.')
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({ isActive: false })
})

test('an administrator sees what a mandate opens now, by the product’s own policies', async () => {
  serve(list, answer(seasons.list, { items: [seasonOf()] }))
  await renderAt(<PersonPage personId={hanh.id} />, { session: admin })
  fireEvent.click(await screen.findByRole('button', { name: 'Xem quyền' }))
  const stateOf = async (right: RegExp) =>
    (await screen.findByRole('row', { name: right })).lastElementChild?.textContent
  expect(await stateOf(/Điền bản tự chấm/)).toBe('Được')
  expect(await stateOf(/Xem bảng xếp hạng/)).toBe('Ở giai đoạn khác')
  expect(await stateOf(/Chốt bảng xếp hạng/)).toBe('Không')
})
