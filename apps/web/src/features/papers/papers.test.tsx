import { type IssuedPaperView, type PapersView, papers } from '@bangvang/contract/papers'
import { seasons } from '@bangvang/contract/seasons'
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { loadWords } from '../../lib/words.ts'
import { PapersPage } from './papers-page.tsx'
import { Routes as PublicPapers } from './public-routes.tsx'

const issued: IssuedPaperView = {
  id: '00000000-0000-4000-8000-00000000000a',
  seasonId: 'DBSH-2020',
  kind: 'points-summary',
  about: {},
  edition: 1,
  symbol: '1/BTH-CTĐ',
  title: 'Bảng tổng hợp điểm Thi đua năm 2020',
  place: 'Quảng Ninh',
  day: '2021-01-20',
  signerName: 'Trần Văn Minh',
  issuedAt: new Date('2021-01-20T02:00:00Z'),
  issuedBy: 'Trần Văn Minh',
  files: [{ format: 'pdf', size: 1, sha256: 'ab'.repeat(32) }],
  publishedAt: null,
}
const draftId = '00000000-0000-4000-8000-00000000000d'
const view = (more: Partial<PapersView> = {}): PapersView => ({
  seasonId: 'DBSH-2020',
  makeable: [
    {
      kind: 'points-summary',
      about: {},
      aboutTitle: null,
      isFinal: true,
      formats: ['docx', 'pdf', 'xlsx'],
      editions: 1,
    },
    {
      kind: 'comment-table',
      about: { draftId },
      aboutTitle: 'Quy chế 2021',
      isFinal: false,
      formats: ['docx', 'pdf', 'xlsx'],
      editions: 0,
    },
  ],
  issued: [issued],
  mayIssue: true,
  defaults: { place: 'Quảng Ninh', day: '2021-01-21', recipients: ['Ban TĐKT Trung ương;', 'Lưu: VT.'] },
  ...more,
})
const chair = sessionOf('chair', { id: 'QNI', name: 'Quảng Ninh' })

beforeEach(async () => {
  await loadWords('vi', ['shell', 'problem', 'papers'])
})

function open(papersView: PapersView, ...answers: Answer[]) {
  const asked = serve(answer(seasons.show, seasonOf()), answer(papers.list, papersView), ...answers)
  return renderAt(<PapersPage seasonId="DBSH-2020" />, { session: chair }).then(() => asked)
}

test('a paper is downloaded from where it is made, named for those who hear the page', async () => {
  await open(view())
  const link = screen.getByRole('link', { name: 'Tải PDF: Bảng tiếp thu, giải trình, Quy chế 2021' })
  expect(link.getAttribute('href')).toBe(
    `/api/seasons/DBSH-2020/papers/comment-table?format=pdf&draftId=${draftId}`,
  )
  const kept = screen.getByRole('link', { name: 'Tải PDF: 1/BTH-CTĐ' })
  expect(kept.getAttribute('href')).toBe(`/api/papers/${issued.id}/pdf`)
})

test('only what is final is issued, by the chair, with the number of earlier issues as seen', async () => {
  const asked = await open(view(), answer(papers.issue, { ...issued, symbol: '2/BTH-CTĐ' }))
  expect(screen.queryByRole('button', { name: /^Phát hành: Bảng tiếp thu/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Phát hành: Bảng tổng hợp điểm' }))
  const dialog = screen.getByRole('dialog', { hidden: true })
  expect(within(dialog).getByText(/đã phát hành 1 lần/)).toBeTruthy()
  fireEvent.change(within(dialog).getByLabelText('Chức vụ'), { target: { value: 'Chủ tịch UBND tỉnh' } })
  fireEvent.submit(within(dialog).getByLabelText('Chức vụ').closest('form') as HTMLFormElement)
  await screen.findByRole('button', { name: 'Phát hành: Bảng tổng hợp điểm' })
  await expect
    .poll(() => asked.find(({ method }) => method === 'POST')?.body)
    .toEqual({
      about: {},
      place: 'Quảng Ninh',
      day: '2021-01-21',
      signer: { name: chair.person?.name, title: 'Chủ tịch UBND tỉnh' },
      recipients: ['Ban TĐKT Trung ương;', 'Lưu: VT.'],
      seen: 1,
    })
})

test('a refused issue says why beside the act', async () => {
  await open(view(), refuse(papers.issue, 'paper-issued'))
  fireEvent.click(screen.getByRole('button', { name: 'Phát hành: Bảng tổng hợp điểm' }))
  const dialog = screen.getByRole('dialog', { hidden: true })
  fireEvent.submit(within(dialog).getByLabelText('Chức vụ').closest('form') as HTMLFormElement)
  expect(await within(dialog).findByText(/vừa được phát hành/)).toBeTruthy()
})

test('who is not the chair downloads, and neither issues nor publishes', async () => {
  await open(view({ mayIssue: false }))
  expect(screen.queryAllByRole('button', { name: /^(Phát hành|Công khai|Thu lại):/ })).toEqual([])
  expect(screen.getByText('Trong Cụm')).toBeTruthy()
})

test('papers are found without diacritics', async () => {
  await open(view())
  fireEvent.change(screen.getByLabelText('Tìm văn bản'), { target: { value: 'quy che' } })
  expect(screen.getByText('1 trên 2 văn bản')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Tải Word: Bảng tổng hợp điểm/ })).toBeNull()
})

test('everyone finds the published papers with their hashes', async () => {
  const { issuedAt: _at, issuedBy: _by, signerName: _signer, ...shown } = issued
  const clusterName = { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta' }
  const published = { ...shown, publishedAt: new Date('2021-01-22T02:00:00Z'), clusterName, year: 2020 }
  serve(answer(papers.listPublic, { items: [published] }))
  await renderAt(<PublicPapers />)
  expect(screen.getByRole('link', { name: 'Tải PDF: 1/BTH-CTĐ' }).getAttribute('href')).toBe(
    `/api/public/papers/${issued.id}/pdf`,
  )
  expect(screen.getByText(new RegExp('ab'.repeat(32)))).toBeTruthy()
})
