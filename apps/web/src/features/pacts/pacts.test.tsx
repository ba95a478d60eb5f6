import { type PactView, pacts, type RegistrationView } from '@bangvang/contract/pacts'
import { seasons } from '@bangvang/contract/seasons'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { loadWords } from '../../lib/words.ts'
import { PactPage } from './pact-page.tsx'

const text = (vi: string) => ({ vi, en: vi })
const at = new Date('2020-02-18T02:00:00Z')
const document: CriteriaDocument = {
  format: 'bangvang.criteria/1',
  code: 'TD',
  year: 2020,
  title: text('Tiêu chí thử'),
  decimals: 2,
  maxPoints: '30',
  sections: [
    {
      code: 'I',
      title: text('Kinh tế'),
      role: 'scored',
      criteria: [
        {
          code: 'KT01',
          title: text('Tăng trưởng'),
          unit: '%',
          maxPoints: '20',
          measure: { kind: 'achievement', better: 'higher' },
        },
        { code: 'KT02', title: text('Đánh giá'), maxPoints: '10', measure: { kind: 'judgement' } },
      ],
    },
  ],
}
const version = {
  id: '00000000-0000-4000-8000-00000000000c',
  clusterId: 'DBSH',
  year: 2020,
  number: 1,
  sha256: 'ab'.repeat(32),
  legalBasis: 'Quy chế',
  adoptedOn: '2020-02-14',
  document,
}
const registration = (
  unitId: string,
  unitName: string,
  more: Partial<RegistrationView> = {},
): RegistrationView => ({
  unitId,
  unitName,
  status: 'draft',
  signature: null,
  content: { revision: 1, sha256: null, targets: [], movements: [] },
  ...more,
})
const signed = {
  status: 'signed',
  signature: { number: 1, signedAt: at, signedBy: 'Phạm Văn Thành', isInForce: true },
} as const
const pact = (more: Partial<PactView> = {}): PactView => ({
  seasonId: 'DBSH-2020',
  phase: 'preparing',
  hasCriteria: true,
  isOpen: true,
  closed: null,
  registrations: [
    registration('HDU', 'Hải Dương'),
    registration('BNI', 'Bắc Ninh', { content: null }),
    registration('QNI', 'Quảng Ninh', { ...signed, content: null }),
  ],
  ...more,
})
const delegate = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const leader = sessionOf('leader', { id: 'HDU', name: 'Hải Dương' })
const chair = sessionOf('chair', { id: 'QNI', name: 'Quảng Ninh' })

beforeEach(async () => {
  localStorage.clear()
  await loadWords('vi', ['pacts', 'assessments', 'problem', 'shell', 'fault'])
})

async function open(view: PactView, session = delegate, ...more: Answer[]) {
  const asked = serve(
    answer(seasons.show, seasonOf({ phase: 'preparing' })),
    answer(seasons.criteria, version),
    answer(pacts.show, view),
    ...more,
  )
  await renderAt(<PactPage seasonId="DBSH-2020" />, { path: '/seasons/DBSH-2020/pact', session })
  await screen.findByRole('heading', { level: 1 })
  return asked.filter.bind(asked)
}

test('a unit types a target where its criterion has one, and leaving the cell saves it', async () => {
  const saved = {
    criterionCode: 'KT01',
    target: '8.5',
    note: '',
    version: 1,
    updatedAt: at,
    updatedBy: 'Hạnh',
  }
  const asked = await open(pact(), delegate, answer(pacts.saveTarget, saved))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Giao ước năm 2020: 1 trên 3 đơn vị đã ký.',
  )
  expect(screen.queryByLabelText('Chỉ tiêu, KT02')).toBeNull()
  const cell = screen.getByLabelText('Chỉ tiêu, KT01')
  fireEvent.change(cell, { target: { value: '8,5' } })
  fireEvent.blur(cell)
  expect(await screen.findByText('Đã lưu')).toBeTruthy()
  expect(asked(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
    { target: '8.5', note: '', version: 0 },
  ])
  expect(screen.getByText('1 trên 1 tiêu chí có chỉ tiêu.')).toBeTruthy()
})

test('what cannot be read is said beside the cell, and nothing is sent', async () => {
  const asked = await open(pact())
  const cell = screen.getByLabelText('Chỉ tiêu, KT01')
  fireEvent.change(cell, { target: { value: 'tám' } })
  fireEvent.blur(cell)
  expect((await screen.findByRole('alert')).textContent).toContain('“tám” không phải là số')
  expect(cell.getAttribute('aria-invalid')).toBe('true')
  expect(asked(({ method }) => method === 'PUT')).toEqual([])
})

test('a target someone changed meanwhile shows both values', async () => {
  const theirs = {
    criterionCode: 'KT01',
    target: '7',
    note: '',
    version: 2,
    updatedAt: at.toISOString(),
    updatedBy: 'Lê An',
  }
  await open(pact(), delegate, refuse(pacts.saveTarget, 'target-changed', { current: theirs }))
  const cell = screen.getByLabelText('Chỉ tiêu, KT01') as HTMLInputElement
  fireEvent.change(cell, { target: { value: '8' } })
  fireEvent.blur(cell)
  fireEvent.click(await screen.findByRole('button', { name: 'Lấy bản của Lê An: 7' }))
  await expect.poll(() => cell.value).toBe('7')
})

test('the other units’ contents are not there before the pact is closed', async () => {
  await open(pact())
  const units = within(screen.getByRole('region', { name: 'Các đơn vị' }))
  expect(units.getByRole('row', { name: /Quảng Ninh Đã ký/ })).toBeTruthy()
  expect(screen.getByText(/xem được sau khi Cụm trưởng chốt/)).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'Chỉ tiêu đăng ký của các đơn vị' })).toBeNull()
})

test('a movement is added in a dialog', async () => {
  const movement = {
    id: crypto.randomUUID(),
    title: 'Chung sức',
    content: '',
    version: 1,
    updatedAt: at,
    updatedBy: 'Hạnh',
  }
  const asked = await open(pact(), delegate, answer(pacts.saveMovement, movement))
  fireEvent.click(screen.getByRole('button', { name: 'Thêm phong trào' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Thêm phong trào thi đua' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Lưu phong trào' }))
  expect(await dialog.findByText(/Có ô chưa đúng/)).toBeTruthy()
  expect(asked(({ method }) => method === 'PUT')).toEqual([])
  fireEvent.change(dialog.getByLabelText('Tên phong trào'), { target: { value: 'Chung sức' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Lưu phong trào' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(asked(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
    { title: 'Chung sức', content: '', version: 0 },
  ])
})

test('a delegate signs nothing', async () => {
  await open(pact())
  expect(screen.queryByRole('button', { name: 'Ký giao ước' })).toBeNull()
  expect(screen.getByText('Lãnh đạo đơn vị ký bản đăng ký này.')).toBeTruthy()
})

test('the leader signs the revision that was shown', async () => {
  const asked = await open(pact(), leader, answer(pacts.sign, pact()))
  fireEvent.click(screen.getByRole('button', { name: 'Ký giao ước' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Ký giao ước của Hải Dương?' }))
  expect(dialog.getByText('Chưa đăng ký chỉ tiêu: KT01.')).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Ký bản đăng ký này' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(asked(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ revision: 1 }])
})

test('what is signed is read only, with its hash, until the leader opens it again with a reason', async () => {
  const own = registration('HDU', 'Hải Dương', {
    ...signed,
    content: { revision: 2, sha256: 'cd'.repeat(32), targets: [], movements: [] },
  })
  const asked = await open(pact({ registrations: [own] }), leader, answer(pacts.reopen, pact()))
  expect(screen.queryByLabelText('Chỉ tiêu, KT01')).toBeNull()
  expect(screen.getByText('cd'.repeat(32))).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Mở lại để sửa' }))
  fireEvent.click(screen.getByRole('button', { name: 'Mở lại bản đăng ký' }))
  expect(await screen.findByText('Cần ghi lý do.')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Lý do'), { target: { value: 'HĐND điều chỉnh' } })
  fireEvent.click(screen.getByRole('button', { name: 'Mở lại bản đăng ký' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(asked(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { reason: 'HĐND điều chỉnh' },
  ])
})

test('the chair closes, naming the units that have not signed', async () => {
  const view = pact({
    registrations: [registration('HDU', 'Hải Dương'), registration('QNI', 'Quảng Ninh', signed)],
  })
  const asked = await open(view, chair, answer(pacts.close, view))
  fireEvent.click(screen.getByRole('button', { name: 'Chốt giao ước' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Chốt giao ước năm 2020?' }))
  expect(dialog.getByText('Chốt mà không có chữ ký của: Hải Dương.')).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Chốt giao ước' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(asked(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ without: ['HDU'] }])
})

test('once closed everyone reads all registrations side by side', async () => {
  const stored = { criterionCode: 'KT01', note: '', version: 1, updatedAt: at, updatedBy: 'Hạnh' }
  const contentOf = (target: string) => ({
    revision: 1,
    sha256: null,
    targets: [{ ...stored, target }],
    movements: [],
  })
  await open(
    pact({
      isOpen: false,
      closed: { at, byName: 'Phạm Văn Thành', sha256: 'ef'.repeat(32), without: [] },
      registrations: [
        registration('HDU', 'Hải Dương', { ...signed, content: contentOf('8.5') }),
        registration('BNI', 'Bắc Ninh', { ...signed, content: contentOf('1234') }),
        registration('QNI', 'Quảng Ninh', signed),
      ],
    }),
  )
  const table = within(screen.getByRole('region', { name: 'Chỉ tiêu đăng ký của các đơn vị' }))
  expect(table.getByRole('row', { name: /KT01/ }).textContent).toBe(
    'KT01 Tăng trưởng %8,51.234– chưa đăng ký',
  )
  expect(screen.getByText('ef'.repeat(32))).toBeTruthy()
})

test('without criteria nothing is registered', async () => {
  await open(pact({ hasCriteria: false, isOpen: false }))
  expect(screen.getByText(/ban hành bộ tiêu chí trước/)).toBeTruthy()
})
