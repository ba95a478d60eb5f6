import { type LawView, laws } from '@bangvang/contract/laws'
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { loadWords } from '../../lib/words.ts'
import { Basis } from '../../ui/basis.tsx'
import { LawPage } from './law-page.tsx'
import { LawsPage } from './laws-page.tsx'

const reviewer = { ...sessionOf('reviewer'), now: '2025-08-01T03:00:00.000Z' }
const delegate = { ...sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' }), now: reviewer.now }
const idOf = (n: number) => `00000000-0000-4000-8000-00000000010${n}`
const law = (n: number, number: string, change: Partial<LawView> = {}): LawView => ({
  id: idOf(n),
  kind: 'decree',
  number,
  title: { vi: 'Thi đua, khen thưởng', en: '' },
  issuer: 'Chính phủ',
  issuedOn: null,
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  replaces: [],
  link: null,
  note: '',
  uncertainty: '',
  file: null,
  version: 1,
  updatedAt: new Date('2025-08-01T03:00:00.000Z'),
  ...change,
})
const old = law(1, '98/2023/NĐ-CP')
const replacing = law(2, '152/2025/NĐ-CP', {
  effectiveFrom: '2025-07-01',
  replaces: [{ lawId: old.id, isInPart: false, note: '' }],
})
const circular = law(3, '15/2025/TT-BNV', { kind: 'circular', effectiveFrom: null, uncertainty: 'Ngày (?)' })
const list = answer(laws.list, { items: [old, replacing, circular] })
const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) })

test('the shelf flags what is replaced by the day asked for, and what nobody has confirmed', async () => {
  serve(list)
  await renderAt(<LawsPage />, { session: delegate })
  await screen.findByRole('heading', { level: 1, name: 'Văn bản pháp luật' })
  within(rowOf('98/2023')).getByText('Đã bị thay thế bởi 152/2025/NĐ-CP')
  within(rowOf('^152/2025')).getByText('Còn hiệu lực')
  within(rowOf('15/2025/TT')).getByText('Chưa rõ từ ngày nào')
  within(rowOf('15/2025/TT')).getByText('Có điểm chưa xác minh (?)')
  fireEvent.change(screen.getByLabelText('Xét vào ngày'), { target: { value: '2025-06-30' } })
  within(rowOf('98/2023')).getByText('Còn hiệu lực')
  within(rowOf('^152/2025')).getByText('Chưa có hiệu lực')
  expect(screen.queryByRole('button', { name: 'Thêm văn bản' })).toBeNull()
})

test('the shelf is found without diacritics, narrowed by kind and state, and turned by its heads', async () => {
  serve(list)
  await renderAt(<LawsPage />, { session: delegate })
  const numbers = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)
  await screen.findByRole('heading', { level: 1 })
  fireEvent.change(screen.getByLabelText('Tìm văn bản'), { target: { value: 'chinh phu 98 nd-cp' } })
  expect(numbers()).toEqual(['98/2023/NĐ-CP'])
  fireEvent.change(screen.getByLabelText('Tìm văn bản'), { target: { value: '' } })
  fireEvent.change(screen.getByLabelText('Loại'), { target: { value: 'circular' } })
  expect(numbers()).toEqual(['15/2025/TT-BNV'])
  fireEvent.change(screen.getByLabelText('Loại'), { target: { value: '' } })
  fireEvent.change(screen.getByLabelText('Tình trạng'), { target: { value: 'standing' } })
  expect(numbers()).toEqual(['152/2025/NĐ-CP'])
  fireEvent.change(screen.getByLabelText('Tình trạng'), { target: { value: '' } })
  const head = screen.getByRole('button', { name: 'Số, ký hiệu' })
  fireEvent.click(head)
  const rising = numbers()
  expect(rising).toEqual(['15/2025/TT-BNV', '98/2023/NĐ-CP', '152/2025/NĐ-CP'])
  fireEvent.click(head)
  expect(numbers()).toEqual([...rising].reverse())
})

test('the reviewer adds a document that replaces a part of an older one', async () => {
  const asked = serve(list, answer(laws.create, circular))
  await renderAt(<LawsPage />, { session: reviewer })
  fireEvent.click(await screen.findByRole('button', { name: 'Thêm văn bản' }))
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  type('Số, ký hiệu', '01/2026/NĐ-CP')
  type('Trích yếu', 'Sửa đổi')
  type('Có hiệu lực từ ngày', '2026-01-01')
  fireEvent.click(screen.getByRole('button', { name: 'Thêm văn bản được thay thế' }))
  type('Văn bản được thay thế', replacing.id)
  fireEvent.click(screen.getByLabelText('Chỉ thay thế một phần'))
  type('Phần được thay thế', 'Điều 30')
  fireEvent.click(screen.getByRole('button', { name: 'Lưu văn bản' }))
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST')?.body)
    .toMatchObject({
      kind: 'decree',
      number: '01/2026/NĐ-CP',
      issuedOn: null,
      effectiveFrom: '2026-01-01',
      replaces: [{ lawId: replacing.id, isInPart: true, note: 'Điều 30' }],
      link: null,
    })
})

test('a fault of the server stands at its field', async () => {
  const errors = [{ pointer: '#/effectiveTo', code: 'before-beginning' }]
  serve(list, refuse(laws.change, 'law-invalid', { errors }))
  await renderAt(<LawPage lawId={old.id} />, { session: reviewer })
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa văn bản' }))
  fireEvent.change(screen.getByLabelText('Đến hết ngày'), { target: { value: '2023-01-01' } })
  fireEvent.click(screen.getByRole('button', { name: 'Lưu văn bản' }))
  await screen.findByText('Ngày này trước ngày bắt đầu.')
  expect(screen.getByLabelText('Đến hết ngày').getAttribute('aria-invalid')).toBe('true')
})

test('what someone else saved meanwhile is told, and the writer chooses', async () => {
  const theirs = { ...old, effectiveTo: '2025-06-30', version: 4 }
  const asked = serve(list, refuse(laws.change, 'law-changed', { current: theirs }))
  await renderAt(<LawPage lawId={old.id} />, { session: reviewer })
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa văn bản' }))
  fireEvent.change(screen.getByLabelText('Ghi chú'), { target: { value: 'của tôi' } })
  fireEvent.click(screen.getByRole('button', { name: 'Lưu văn bản' }))
  await screen.findByText('Có người vừa sửa: Đến hết ngày.')
  fireEvent.click(screen.getByRole('button', { name: 'Lưu theo bản đang nhập' }))
  await expect
    .poll(() => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body))
    .toMatchObject([
      { version: 1, note: 'của tôi' },
      { version: 4, note: 'của tôi' },
    ])
  fireEvent.click(await screen.findByRole('button', { name: 'Bỏ bản đang nhập, lấy bản mới' }))
  expect((screen.getByLabelText('Đến hết ngày') as HTMLInputElement).value).toBe('2025-06-30')
  expect((screen.getByLabelText('Ghi chú') as HTMLTextAreaElement).value).toBe('')
})

test('a document shows what it replaces, what replaces it, and its text to whoever is signed in', async () => {
  const file = { name: 'Nghị định 98.pdf', contentType: 'application/pdf', size: 100 }
  serve(answer(laws.list, { items: [{ ...old, file, link: 'https://vanban.example/98' }, replacing] }))
  await renderAt(<LawPage lawId={old.id} />, { session: delegate })
  await screen.findByRole('heading', { level: 1, name: '98/2023/NĐ-CP' })
  const newer = screen.getByRole('heading', { name: 'Bị thay thế bởi' }).closest('section')
  expect(
    within(newer ?? document.body)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe(`/laws/${replacing.id}`)
  expect(screen.getByRole('link', { name: /Mở Nghị định 98.pdf/ }).getAttribute('href')).toBe(
    `/api/laws/${old.id}/file`,
  )
  expect(screen.getByRole('link', { name: /Mở bản công bố/ }).getAttribute('rel')).toBe('noreferrer')
  expect(screen.queryByLabelText('Tải nguyên văn lên')).toBeNull()
})

test('a file goes with the version its keeper saw, and a kind that is not taken is told', async () => {
  const asked = serve(list, refuse(laws.putFile, 'law-file-kind'))
  await renderAt(<LawPage lawId={old.id} />, { session: reviewer })
  const input = await screen.findByLabelText('Tải nguyên văn lên')
  fireEvent.change(input, { target: { files: [new File(['x'], 'a.txt')] } })
  await screen.findByText('Chỉ nhận tệp PDF và Word. Loại tệp xét theo nội dung, không theo tên.')
  expect(asked.at(-1)?.url.search).toBe('?version=1')
})

test('to a stranger the shelf is open, its files are not', async () => {
  const file = { name: 'Nghị định 98.pdf', contentType: 'application/pdf', size: 100 }
  serve(answer(laws.list, { items: [{ ...old, file }] }))
  const nobody = { ...delegate, person: null, mandate: null, mandates: [] }
  await renderAt(<LawPage lawId={old.id} />, { session: nobody })
  await screen.findByText('Đăng nhập để mở tệp nguyên văn.')
  expect(screen.queryByRole('link', { name: /Nghị định 98.pdf/ })).toBeNull()
})

test('a document that is not on the shelf is not found', async () => {
  serve(list)
  await renderAt(<LawPage lawId={idOf(9)} />, { session: delegate })
  await screen.findByRole('heading', { name: 'Không có trang này' })
})

test('a basis flags a law that is replaced wherever it is named, and says how many must be looked at', async () => {
  await loadWords('vi', ['laws'])
  const named = { kind: 'decree', title: old.title, isUncertain: false, state: 'inForce' } as const
  const replacedBy = [{ lawId: replacing.id, number: replacing.number, isInPart: false }]
  await renderAt(
    <Basis
      basis={[
        { ...named, lawId: old.id, number: old.number, replacedBy },
        { ...named, lawId: replacing.id, number: replacing.number, replacedBy: [] },
      ]}
    />,
    { session: delegate },
  )
  await screen.findByText('1 văn bản cần xem lại')
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.textContent).toContain('Đã bị thay thế bởi 152/2025/NĐ-CP')
  expect(second?.textContent).toBe('Nghị định 152/2025/NĐ-CP Thi đua, khen thưởng')
})
