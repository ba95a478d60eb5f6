import { criteria } from '@bangvang/contract/criteria'
import { drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { document, season } from '../../lib/small-cluster.ts'
import { ComparePage } from './compare-page.tsx'
import { draftOf, versionOf } from './criteria-sample.ts'
import { VersionsPage } from './versions-page.tsx'

const chair = sessionOf('chair', { id: 'BNI', name: 'Bắc Ninh' })
const [older, newer] = [versionOf(1), versionOf(2, { status: 'adopted' })]
const inForce = (number: 1 | 2) => ({
  id: versionOf(number).id,
  number,
  sha256: 'a'.repeat(64),
  adoptedOn: '2020-02-14',
})
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))

async function openVersions(phase: 'preparing' | 'open' | 'appraisal', session = chair, ...more: Answer[]) {
  const log = serve(
    answer(seasons.show, { ...season(phase), criteriaVersion: inForce(1) }),
    answer(criteria.versions, { items: [newer, older] }),
    answer(criteria.version, { ...older, document }),
    ...more,
  )
  const { history } = await renderAt(<VersionsPage seasonId="DBSH-2020" />, { session })
  await screen.findByRole('heading', { level: 1 })
  return { history, sent: () => log.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}

test('versions are listed with number, date, basis, hash and files; the newer beside the one before it', async () => {
  await openVersions('appraisal', sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' }))
  const row = within(screen.getByRole('row', { name: /^Bản 2020-2/ }))
  expect(row.getByText('Đang hiệu lực')).toBeTruthy()
  expect(row.getByText('Quyết định số 2')).toBeTruthy()
  expect(row.getByText('2'.repeat(64))).toBeTruthy()
  expect(row.getByRole('link', { name: 'Tải bản 2020-2 dạng Excel' }).getAttribute('href')).toBe(
    `/api/criteria-versions/${newer.id}/sheet?language=vi`,
  )
  expect(row.getByRole('link', { name: 'So với bản trước' }).getAttribute('href')).toContain(
    `from=version:${older.id}&to=version:${newer.id}`,
  )
  expect(screen.queryByRole('button')).toBeNull()
})

test('the chair of a season that is prepared takes the adopted version', async () => {
  const { sent } = await openVersions('preparing', chair, answer(criteria.take, newer))
  await press('Dùng bản 2 cho năm 2020')
  await press('Dùng bản này')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent()).toEqual([{ versionId: newer.id }])
})

test('a correction says what becomes of the units’ figures, asks for a reason, and is told where it is refused', async () => {
  const { sent } = await openVersions('open', chair, refuse(criteria.correct, 'criteria-taken'))
  await press('Đính chính năm 2020 theo bản 2')
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByText(/số liệu không còn khớp được cất riêng/)).toBeTruthy()
  await press('Đính chính')
  expect(sent()).toEqual([])
  const reason = dialog.getByLabelText('Lý do, gửi đến mọi đơn vị')
  await act(async () => fireEvent.change(reason, { target: { value: 'Sai mã KT07' } }))
  await act(async () => fireEvent.submit(reason.closest('form') as HTMLFormElement))
  expect(sent()).toEqual([{ versionId: newer.id, reason: 'Sai mã KT07' }])
  expect(await dialog.findByText(/đã dùng phiên bản này/)).toBeTruthy()
})

test('once appraisal has begun, and for the secretary, there is nothing to take or correct', async () => {
  await openVersions('appraisal')
  expect(screen.queryByRole('button', { name: /Đính chính|Dùng bản/ })).toBeNull()
})

test('a draft begins with an adopted version, for the year it is for', async () => {
  const draft = draftOf()
  const { sent, history } = await openVersions('open', sessionOf('secretary'), answer(drafts.create, draft))
  await press('Soạn dự thảo mới')
  await press('Tạo dự thảo')
  await waitFor(() => expect(history.at(-1)).toBe(`/seasons/DBSH-2020/drafts/${draft.id}/criteria`))
  expect(sent()).toMatchObject([{ kind: 'criteria', year: 2021, title: 'Dự thảo bộ tiêu chí năm 2021' }])
  const [{ nodes }] = sent() as [{ nodes: { kind: string; content: { year?: number } }[] }]
  expect(nodes.filter(({ kind }) => kind === 'criterion')).toHaveLength(4)
  expect(nodes.find(({ kind }) => kind === 'criteriaSet')?.content.year).toBe(2021)
})

test('a file’s faults are told at their cells, and a draft can be made of it all the same', async () => {
  const faults = [
    { path: 'sections.0.role', code: 'unknown_value', cell: 'Tiêu chí!F4' },
    { path: '', code: 'stray_row', cell: 'Tiêu chí!A9' },
  ]
  const { sent } = await openVersions(
    'open',
    sessionOf('secretary'),
    answer(criteria.read, { document: { code: 'X', sections: [] }, faults }),
    answer(drafts.create, draftOf()),
  )
  await press('Soạn dự thảo mới')
  await press('Tệp JSON hoặc Excel')
  await press('Tạo dự thảo')
  expect(sent()).toEqual([])
  const file = new File(['PK'], 'tieu-chi.xlsx')
  await act(async () => fireEvent.change(screen.getByLabelText('Tệp'), { target: { files: [file] } }))
  expect(await screen.findByRole('row', { name: /^Tiêu chí!F4 Giá trị không có/ })).toBeTruthy()
  expect(screen.getByRole('row', { name: /^Tiêu chí!A9 Dòng không đứng dưới/ })).toBeTruthy()
  await press('Tạo dự thảo')
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()[1]).toMatchObject({ nodes: [{ kind: 'criteriaSet', content: { code: 'X', year: 2021 } }] })
})

/** The sample with a title reworded, points and a rule changed, a criterion gone and a code changed. */
const changed: CriteriaDocument = {
  ...document,
  maxPoints: '110',
  sections: document.sections.flatMap((section) => {
    if (section.code === 'P') return []
    if (section.code !== 'I') return [section]
    const [revenue, spending] = section.criteria
    if (revenue === undefined || spending === undefined) return []
    return [
      {
        ...section,
        criteria: [
          {
            ...revenue,
            maxPoints: '50',
            title: { vi: 'Thu ngân sách nhà nước', en: 'Thu ngân sách' },
            rule: { kind: 'steps', from: '100', side: 'below', per: '1', points: '1', count: 'exact' },
          } as typeof revenue,
          { ...spending, code: 'KT08' },
        ],
      },
    ]
  }),
}

async function openCompare(search = '') {
  serve(
    answer(seasons.show, season('open')),
    answer(criteria.versions, { items: [newer, older] }),
    answer(drafts.list, { items: [], mayCreate: true }),
    answer(criteria.version, ({ url }) =>
      url.pathname.includes(newer.id) ? { ...newer, document: changed } : { ...older, document },
    ),
  )
  const view = await renderAt(<ComparePage seasonId="DBSH-2020" />, {
    path: `/seasons/DBSH-2020/criteria/compare${search}`,
  })
  await screen.findByRole('heading', { level: 1, name: /khác nhau|giống hệt/ })
  return view
}

test('two versions are told apart part by part: words, points, rules, codes, what is gone', async () => {
  await openCompare()
  const row = (name: RegExp) => screen.getByRole('row', { name }).textContent
  expect(row(/KT07/)).toContain('Tên Thu ngân sách nhà nước')
  expect(screen.getByText(/nhà nước/, { selector: 'ins' })).toBeTruthy()
  expect(row(/KT07/)).toContain('Điểm tối đa 60 → 50')
  expect(row(/KT07/)).toMatch(/Cách tính điểm .*trừ 2 điểm.* → .*trừ 1 điểm/)
  expect(row(/KT08/)).toContain('Đổi mã KT09 → KT08')
  expect(row(/P01/)).toContain('Bỏ')
  expect(row(/^Bộ tiêu chí/)).toContain('Tổng điểm tối đa 120 → 110')
})

test('changes are filtered by kind and found without diacritics; the two sides stand in the address', async () => {
  const { history } = await openCompare()
  const kind = screen.getByLabelText('Thay đổi')
  await act(async () => fireEvent.change(kind, { target: { value: 'renumbered' } }))
  expect(screen.getAllByRole('row')).toHaveLength(2)
  await act(async () => fireEvent.change(kind, { target: { value: 'all' } }))
  await act(async () =>
    fireEvent.change(screen.getByLabelText('Tìm trong các thay đổi'), { target: { value: 'giai ngan' } }),
  )
  expect(screen.getAllByRole('row')).toHaveLength(2)
  await press('Đổi chỗ')
  expect(history.at(-1)).toContain(`from=version%3A${newer.id}&to=version%3A${older.id}`)
})
