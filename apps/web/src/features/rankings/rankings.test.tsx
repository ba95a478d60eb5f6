import { assessments } from '@bangvang/contract/assessments'
import { type CommentView, drafts } from '@bangvang/contract/drafts'
import { rankings } from '@bangvang/contract/rankings'
import { seasons } from '@bangvang/contract/seasons'
import { session } from '@bangvang/contract/session'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { document as criteria, ranking, season, submitted, version } from '../../lib/small-cluster.ts'
import { PublicRoutes } from './public-routes.tsx'
import { RankingRoutes } from './routes.tsx'

const chair = sessionOf('chair', { id: 'BNI', name: 'Bắc Ninh' })
const comment: CommentView = {
  id: '00000000-0000-4000-8000-00000000000a',
  number: 1,
  anchor: { nodeId: 'NDI', field: null, quote: null },
  replacement: null,
  appliedAt: null,
  isLate: false,
  isResolved: false,
  replies: [],
  body: 'Đề nghị xem lại.',
  byName: 'Trịnh Hồng Sơn',
  byRole: 'reviewer',
  byUnitId: null,
  at: new Date('2021-01-12T02:00:00.000Z'),
  answer: null,
}
const comments = (items: CommentView[]) =>
  answer(drafts.comments, { items, mayComment: true, mayAnswer: true })
const entry = (unitId: string, unitName: string, status: 'submitted' | 'returned') => ({
  unitId,
  unitName,
  status,
  answered: 4,
  submittedAt: null,
  isLate: null,
  deadline: null,
})
const settled = answer(assessments.list, { items: [entry('HDU', 'Hải Dương', 'submitted')] })
const final = {
  sha256: '9f3c71e0a4d85b26c07e12fa8d9364b5e81c3a7f50d296ce2b48f1a77d05c3e9',
  finalizedAt: new Date('2021-01-20T02:00:00.000Z'),
  chairUnitName: 'Bắc Ninh',
}

beforeAll(() => {
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = () => undefined
})

async function openRanking(...more: Answer[]) {
  const log = serve(
    answer(session.show, chair),
    answer(seasons.show, season('deliberation')),
    answer(seasons.criteria, version),
    answer(rankings.show, ranking('deliberation', submitted, { mayFinalize: true })),
    comments([]),
    settled,
    ...more,
  )
  const view = await renderAt(
    <RankingRoutes
      comments={({ about }) => (
        <section id="comments">
          <h2 tabIndex={-1}>{`Góp ý: ${about}`}</h2>
        </section>
      )}
    />,
    { path: '/seasons/DBSH-2020/ranking', session: chair },
  )
  await screen.findByRole('heading', { level: 1 })
  return { ...view, log, sent: () => log.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}
const click = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))
const rowOf = (unit: string) =>
  screen.getByRole('rowheader', { name: new RegExp(`^${unit}`) }).closest('tr') as HTMLElement

test('a draft says that it is one, and a shared total says what decided', async () => {
  await openRanking()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Dự thảo xếp hạng năm 2020')
  expect(screen.getByText('Dự thảo')).toBeTruthy()
  expect(screen.queryByRole('img', { name: /Dấu niêm/ })).toBeNull()
  expect(rowOf('Bắc Ninh').textContent).toContain(
    'Bằng tổng điểm với Hải Dương; hơn ở phần III, 20,00 so với 18,00',
  )
  expect(rowOf('Hải Dương').textContent).toContain('kém ở phần III 2,00 điểm')
  expect(rowOf('Hải Dương').textContent).toContain('bằng hạng trên')
  expect(rowOf('Nam Định').textContent).toContain('kém 10,00')
})

test('units equal in everything share their rank, and a gate says what it keeps them from', async () => {
  const level = [
    submitted[0],
    { ...submitted[0], unit: 'BNI', gates: ['D03'] },
    { ...submitted[2], unit: 'NDI', gates: ['D01'] },
  ] as typeof submitted
  await openRanking(answer(rankings.show, ranking('deliberation', level)))
  expect(within(rowOf('Hải Dương')).getByText('đồng hạng')).toBeTruthy()
  expect(rowOf('Bắc Ninh').textContent).toContain('Bằng Hải Dương ở tổng điểm và mọi căn cứ phụ')
  expect(rowOf('Bắc Ninh').textContent).toContain('Không được đề nghị khen: Không đạt KT07 (D03)')
  expect(rowOf('Nam Định').textContent).toContain('Không xếp hạng: Không nộp bản tự chấm (D01)')
})

test('a unit is told why it stands there; the smallest change is tried on a copy and nothing is sent', async () => {
  const { sent } = await openRanking()
  await click(/^Hải Dương/)
  expect(screen.getByRole('heading', { name: 'Vì sao hạng 2?' })).toBeTruthy()
  expect(screen.getByText(/Căn cứ phân định là phần III: Bắc Ninh hơn 2,00/)).toBeTruthy()
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: /^Thử KT09: \+/ })))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bản thử xếp hạng năm 2020')
  expect(screen.getByText('Thứ hạng của Hải Dương: 2 → 1.')).toBeTruthy()
  expect(rowOf('Hải Dương').textContent).toContain('Bản thử: lên 1 hạng')
  await click('Bỏ bản thử')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Dự thảo xếp hạng năm 2020')
  expect(sent()).toEqual([])
})

test('other figures of one criterion move the ranking on the copy', async () => {
  await openRanking()
  await click('Thử trên một bản sao')
  const choose = (name: string, value: string) =>
    act(async () => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }))
  await choose('Đơn vị', 'NDI')
  await choose('Tiêu chí', 'KT09')
  await click('Số liệu')
  await act(async () =>
    fireEvent.change(screen.getByRole('textbox', { name: /Kết quả/ }), { target: { value: '40,5' } }),
  )
  await click('Xem thứ hạng')
  expect(screen.getByText('KT09 của Nam Định, 30,00 → 40,00')).toBeTruthy()
  expect(screen.getByText('Thứ hạng của Nam Định: 3 → 2.')).toBeTruthy()
})

test('what still prevents finalizing is listed with the way to it, and the act is not offered', async () => {
  await openRanking(
    comments([comment]),
    answer(assessments.list, { items: [entry('HDU', 'Hải Dương', 'returned')] }),
  )
  expect(within(rowOf('Nam Định')).getByRole('button', { name: /1 góp ý, 1 chưa trả lời/ })).toBeTruthy()
  await click('Chốt bảng xếp hạng…')
  const dialog = screen.getByRole('dialog', { name: 'Chốt bảng xếp hạng năm 2020' })
  await waitFor(() => expect(dialog.textContent).toContain('1 góp ý chưa được trả lời.'))
  expect(dialog.textContent).toContain('Chưa xong bản tự chấm: Hải Dương.')
  expect(within(dialog).queryByRole('button', { name: /^Chốt bảng xếp hạng năm/ })).toBeNull()
  await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Tới các góp ý' })))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Góp ý: null'))
})

test('the chair finalizes the revision that was seen', async () => {
  const frozen = ranking('finalized', submitted, { final: { ...final, finalizedBy: 'Phạm Văn Thành' } })
  const { sent } = await openRanking(answer(rankings.finalize, frozen))
  await click('Chốt bảng xếp hạng…')
  await act(async () =>
    fireEvent.click(await screen.findByRole('button', { name: 'Chốt bảng xếp hạng năm 2020' })),
  )
  expect(sent()).toEqual([{ revision: 7 }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a ranking that changed meanwhile is looked at again before it is finalized', async () => {
  await openRanking(refuse(rankings.finalize, 'ranking-changed', { current: { revision: 8 } }))
  await click('Chốt bảng xếp hạng…')
  const act1 = await screen.findByRole('button', { name: 'Chốt bảng xếp hạng năm 2020' })
  await act(async () => fireEvent.click(act1))
  expect(await screen.findByText(/vừa thay đổi so với bảng đang xem nên chưa chốt/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Chốt bảng xếp hạng năm 2020' })).toBeNull()
})

test('a frozen ranking carries its seal, the whole hash, its file and the way to verify it', async () => {
  await openRanking(
    answer(seasons.show, season('finalized')),
    answer(
      rankings.show,
      ranking('finalized', submitted, { final: { ...final, finalizedBy: 'Phạm Văn Thành' } }),
    ),
  )
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bảng vàng năm 2020')
  expect(screen.getByRole('img', { name: 'Dấu niêm: 9f3c 71e0 a4d8 5b26' })).toBeTruthy()
  expect(screen.getByText(/^SHA-256 9f3c 71e0 .* c3e9$/)).toBeTruthy()
  const file = screen.getByRole('link', { name: 'Tải tệp xuất' })
  expect(file.getAttribute('href')).toBe('/api/seasons/DBSH-2020/ranking/bundle')
  await click('Kiểm tra dấu')
  expect(screen.getByText(/npm run --silent bangvang -- verify DBSH-2020-xep-hang.json/)).toBeTruthy()
})

test('before deliberation a unit is told when the ranking opens, and it is not asked for', async () => {
  const delegate = sessionOf('delegate', { id: 'NDI', name: 'Nam Định' })
  const log = serve(answer(session.show, delegate), answer(seasons.show, season('appraisal')))
  await renderAt(<RankingRoutes comments={() => null} />, {
    path: '/seasons/DBSH-2020/ranking',
    session: delegate,
  })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Chưa tới lúc xem xếp hạng')
  expect(log.map(({ url }) => url.pathname)).toEqual(['/api/seasons/DBSH-2020'])
})

test('everyone reads a published ranking without signing in', async () => {
  const { rows, clusterName } = ranking('finalized')
  const log = serve(
    answer(rankings.listPublic, {
      items: [{ seasonId: 'DBSH-2020', clusterName, year: 2020, finalizedAt: final.finalizedAt }],
    }),
    answer(rankings.showPublic, {
      seasonId: 'DBSH-2020',
      clusterName,
      year: 2020,
      rows,
      final,
      sections: criteria.sections,
      grades: criteria.grades ?? [],
      gates: criteria.gates ?? [],
      maxPoints: criteria.maxPoints,
      isSample: true,
    }),
  )
  const list = await renderAt(<PublicRoutes more={() => null} />, { path: '/public' })
  expect((await screen.findByRole('link', { name: /năm 2020/ })).getAttribute('href')).toBe(
    '/public/DBSH-2020',
  )
  list.unmount()
  await renderAt(<PublicRoutes more={() => null} />, { path: '/public/DBSH-2020' })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Bảng vàng năm 2020')
  expect(screen.getByText(/Năm mẫu: một phần số liệu là minh họa/)).toBeTruthy()
  expect(within(rowOf('Bắc Ninh')).queryByRole('button')).toBeNull()
  expect(log.every(({ url }) => url.pathname.startsWith('/api/public/'))).toBe(true)
})
