import {
  type AwardKindView,
  type AwardProposalView,
  type AwardsView,
  awards,
} from '@bangvang/contract/awards'
import { seasons } from '@bangvang/contract/seasons'
import { type AwardKind, standardAwards } from '@bangvang/core/awards/award-kind'
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { seasonOf } from '../../lib/season-sample.ts'
import { loadWords } from '../../lib/words.ts'
import { AwardsSection } from './awards-section.tsx'
import { PublicAwards } from './public-awards.tsx'

const [flag, certificate] = standardAwards as [AwardKind, AwardKind]
const at = new Date('2021-01-17T03:00:00Z')
// No law of the shelf is named.
const unnamed = { basis: [] }
const kindOf = (kind: AwardKind, suggestion: Partial<AwardKindView['suggestion']> = {}): AwardKindView => ({
  ...kind,
  ...unnamed,
  version: 1,
  suggestion: { eligible: [], proposed: [], tied: [], placesLeft: 0, excluded: [], ...suggestion },
})
const eligible = [
  { unit: 'QNI', rank: 1, tiedWith: [] },
  { unit: 'HDU', rank: 2, tiedWith: [] },
]
const proposal = (more: Partial<AwardProposalView> = {}): AwardProposalView => ({
  id: '00000000-0000-4000-8000-0000000000a1',
  kindCode: 'CO',
  kindTitle: flag.title,
  unitId: 'QNI',
  unitName: 'Quảng Ninh',
  standing: { rank: 1, total: '976.50', revision: 7, sha256: null },
  reason: '',
  byName: 'Đoàn Thị Bích',
  at,
  status: 'proposed',
  ballot: null,
  outcome: null,
  ...more,
})
const view = (more: Partial<AwardsView> = {}): AwardsView => ({
  seasonId: 'DBSH-2020',
  phase: 'deliberation',
  revision: 7,
  isFinal: false,
  isOpen: true,
  units: [
    { id: 'QNI', name: 'Quảng Ninh' },
    { id: 'HDU', name: 'Hải Dương' },
    { id: 'BNI', name: 'Bắc Ninh' },
  ],
  grades: [{ code: 'XS', title: { vi: 'Xuất sắc', en: 'Excellent' } }],
  gates: [{ code: 'D02', title: { vi: 'bị kỷ luật', en: 'disciplined' } }],
  kinds: [kindOf(flag, { eligible, proposed: ['QNI'] })],
  proposals: [],
  ...more,
})
const chair = sessionOf('chair', { id: 'QNI', name: 'Quảng Ninh' })
const secretary = sessionOf('secretary')
const delegate = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })

beforeEach(() => loadWords('vi', ['awards', 'problem', 'shell', 'fault']))

async function open(seen: AwardsView, session = chair, ...more: Answer[]) {
  const asked = serve(
    answer(seasons.show, seasonOf({ phase: 'deliberation' })),
    answer(awards.show, seen),
    ...more,
  )
  await renderAt(<AwardsSection seasonId="DBSH-2020" />, { path: '/seasons/DBSH-2020', session })
  await screen.findByRole('heading', { name: 'Khen thưởng' })
  return (method: string) =>
    asked
      .filter((one) => one.method === method)
      .map(({ url, body }) => [url.pathname.split('/').at(-1), body])
}
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('who stands next is proposed in one press, from the ranking that was shown', async () => {
  const sent = await open(view(), secretary, answer(awards.propose, view({ proposals: [proposal()] })))
  expect(screen.getByText('Đủ điều kiện và trong chỉ tiêu: Quảng Ninh (hạng 1).')).toBeTruthy()
  expect(screen.getByText(/Thông qua khi ít nhất 4\/5 tổng số thành viên đồng ý/)).toBeTruthy()
  click('Đề nghị Quảng Ninh')
  await expect
    .poll(() => sent('POST'))
    .toEqual([['proposals', { kindCode: 'CO', unitId: 'QNI', reason: '', revision: 7 }]])
})

test('a tie is shown as a tie, and who is left out with the gate, grade or award that does it', async () => {
  await open(
    view({
      kinds: [
        kindOf(flag, { eligible, tied: ['QNI', 'HDU'], placesLeft: 1 }),
        kindOf(certificate, {
          excluded: [
            { unit: 'QNI', reason: 'otherAward', award: 'CO' },
            { unit: 'HDU', reason: 'gate', gates: ['D02'] },
            { unit: 'BNI', reason: 'grade', grade: 'XS' },
          ],
        }),
      ],
    }),
  )
  expect(screen.getByText(/biểu quyết chọn 1 trong số: Quảng Ninh \(hạng 1\), Hải Dương/)).toBeTruthy()
  for (const words of [
    'Quảng Ninh: đã ở danh sách Cờ thi đua của Chính phủ',
    'Hải Dương: D02 bị kỷ luật',
    'Bắc Ninh: xếp loại Xuất sắc',
  ])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText('Không đơn vị nào đủ điều kiện.')).toBeTruthy()
})

test('a unit out of its order is proposed with a reason; the refusal is told in the dialog', async () => {
  const sent = await open(view(), chair, refuse(awards.propose, 'award-order-unexplained'))
  click('Đề nghị đơn vị khác')
  fireEvent.change(screen.getByLabelText('Đơn vị'), { target: { value: 'HDU' } })
  click('Đề nghị đơn vị này')
  expect(await screen.findByText(/Có đơn vị xếp trên chưa được đề nghị/)).toBeTruthy()
  expect(sent('POST')).toEqual([['proposals', { kindCode: 'CO', unitId: 'HDU', reason: '', revision: 7 }]])
})

test('the outcome follows the vote; a vote without a result records nothing', async () => {
  const ballot = { id: proposal().id, meetingId: proposal().id, verdict: 'passed', votes: 8, of: 9 } as const
  const sent = await open(
    view({ proposals: [proposal({ ballot })] }),
    chair,
    answer(awards.decide, view({ proposals: [proposal({ status: 'passed' })] })),
  )
  expect(screen.getByText('Đạt, 8/9 đồng ý', { exact: false })).toBeTruthy()
  click('Ghi kết quả của Quảng Ninh')
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.queryByRole('radio')).toBeNull()
  fireEvent.click(dialog.getByRole('button', { name: 'Ghi kết quả' }))
  await expect.poll(() => sent('POST')).toEqual([['outcome', { passed: true, note: '' }]])
})

test('before its vote has a result nothing can be recorded', async () => {
  const ballot = {
    id: proposal().id,
    meetingId: proposal().id,
    verdict: 'undecided',
    votes: null,
    of: null,
  } as const
  await open(view({ proposals: [proposal({ ballot })] }))
  click('Ghi kết quả của Quảng Ninh')
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Ghi kết quả' }).disabled).toBe(true)
})

test('of a vote held elsewhere the chair types the outcome and the paper', async () => {
  const sent = await open(view({ proposals: [proposal()] }), chair, answer(awards.decide, view()))
  click('Ghi kết quả của Quảng Ninh')
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.click(dialog.getByRole('radio', { name: 'Không được thông qua' }))
  fireEvent.change(dialog.getByLabelText('Văn bản, ghi chú'), { target: { value: 'Biên bản số 3' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Ghi kết quả' }))
  await expect.poll(() => sent('POST')).toEqual([['outcome', { passed: false, note: 'Biên bản số 3' }]])
})

test('a proposal is withdrawn with its reason; the secretary records no outcome', async () => {
  const sent = await open(view({ proposals: [proposal()] }), secretary, answer(awards.withdraw, view()))
  expect(screen.queryByRole('button', { name: /Ghi kết quả/ })).toBeNull()
  click('Rút đề nghị Quảng Ninh')
  fireEvent.change(screen.getByLabelText('Lý do'), { target: { value: 'Tỉnh xin rút' } })
  click('Rút đề nghị')
  await expect.poll(() => sent('POST')).toEqual([['withdraw', { reason: 'Tỉnh xin rút' }]])
})

test('the rules of an award are set from what stands, and a share that is none is said at its field', async () => {
  const problem = refuse(awards.saveKind, 'award-invalid', {
    errors: [{ pointer: '#/threshold/share', code: 'not_a_share' }],
  })
  const sent = await open(view(), secretary, problem)
  click('Sửa quy định Cờ thi đua của Chính phủ')
  const share = screen.getByLabelText('Tỷ lệ thông qua')
  fireEvent.change(share, { target: { value: '80%' } })
  click('Lưu quy định')
  await expect.poll(() => share.getAttribute('aria-invalid')).toBe('true')
  const { code: _code, ...settings } = flag
  expect(sent('PUT')).toEqual([
    ['CO', { ...settings, threshold: { ...flag.threshold, share: '80%' }, version: 1 }],
  ])
})

test('a season without awards begins from the usual two', async () => {
  const sent = await open(view({ kinds: [] }), secretary, answer(awards.saveKind, view()))
  click('Thêm Cờ thi đua và Bằng khen')
  await expect.poll(() => sent('PUT').map(([code]) => code)).toEqual(['CO', 'BK'])
})

test('a delegate reads and changes nothing', async () => {
  await open(
    view({ proposals: [proposal({ status: 'passed', outcome: { note: '', byName: 'A', at } })] }),
    delegate,
  )
  expect(screen.getByText('Được đề nghị khen thưởng')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('everyone reads which units were put forward under a final ranking, and nothing where none was', async () => {
  const units = [{ id: 'QNI', name: 'Quảng Ninh' }]
  serve(answer(awards.showPublic, { seasonId: 'DBSH-2020', awards: [{ title: flag.title, units }] }))
  const { container } = await renderAt(<PublicAwards seasonId="DBSH-2020" />)
  expect(await screen.findByText('Cờ thi đua của Chính phủ')).toBeTruthy()
  expect(container.textContent).toContain('Quảng Ninh')
})
