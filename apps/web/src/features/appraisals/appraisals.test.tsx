import { appraisals, type CellView } from '@bangvang/contract/appraisals'
import { seasons } from '@bangvang/contract/seasons'
import { session } from '@bangvang/contract/session'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { board, season, submitted, version } from '../../lib/small-cluster.ts'
import { Routes } from './routes.tsx'

const appraiser = sessionOf('appraiser')
const cut = submitted.map((one) =>
  one.unit === 'NDI' ? { ...one, overrides: { KT07: { points: '50' } } } : one,
)
const decision = {
  number: 1,
  decision: { kind: 'overridden', points: '50.00' },
  points: '50.00',
  bonus: '0.00',
  reason: 'Kho bạc xác nhận số thấp hơn.',
  byName: 'Ngô Quốc Trung',
  at: new Date('2021-01-10T02:00:00.000Z'),
} as const

function cellOf(more: Partial<CellView> = {}): CellView {
  return {
    unitId: 'NDI',
    unitName: 'Nam Định',
    criterionCode: 'KT07',
    self: {
      answer: { target: '1000', actual: '990' },
      note: 'Số của Cục Thống kê',
      points: '58.00',
      bonus: '0.00',
      submittedBy: 'Đỗ Quang Huy',
      submittedAt: new Date('2020-12-23T02:00:00.000Z'),
    },
    appraisals: [],
    effective: {
      answer: { target: '1000', actual: '990' },
      points: '58.00',
      bonus: '0.00',
      status: 'scored',
      measure: '99.000000',
    },
    changedTarget: null,
    evidence: [],
    mayAppraise: true,
    ...more,
  }
}

async function openBoard(search: string, ...more: Answer[]) {
  const log = serve(
    answer(session.show, appraiser),
    answer(seasons.show, season('appraisal')),
    answer(seasons.criteria, version),
    answer(appraisals.board, board(cut, ['NDI KT07'])),
    answer(appraisals.cell, cellOf()),
    answer(appraisals.gates, { items: [] }),
    ...more,
  )
  const view = await renderAt(<Routes />, {
    path: `/seasons/DBSH-2020/board${search}`,
    session: appraiser,
  })
  await screen.findByRole('grid')
  return { ...view, sent: () => log.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}
const click = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))
const fill = (name: string | RegExp, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } }))

test('one cell of the grid takes the Tab key, arrow keys move it, a press opens the cell with every layer', async () => {
  await openBoard('')
  const first = screen.getByRole('button', { name: 'Hải Dương, KT07: 60,00 trên 60' })
  expect(first.tabIndex).toBe(0)
  await act(async () => first.focus())
  await act(async () => fireEvent.keyDown(first, { key: 'ArrowRight' }))
  await act(async () => fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowRight' }))
  const third = screen.getByRole('button', { name: /^Nam Định, KT07: 50,00 trên 60; tổ thẩm định/ })
  expect(document.activeElement).toBe(third)
  expect([first.tabIndex, third.tabIndex]).toEqual([-1, 0])
  await act(async () => fireEvent.click(third))
  const panel = await screen.findByRole('complementary', { name: 'KT07, Nam Định' })
  await waitFor(() => expect(panel.textContent).toContain('Đỗ Quang Huy'))
  expect(panel.textContent).toContain('990 ÷ 1.000 × 100 = 99 %')
  expect(panel.textContent).toContain('Ghi chú của đơn vị: Số của Cục Thống kê')
  await act(async () =>
    fireEvent.keyDown(within(panel).getByRole('heading', { level: 2 }), { key: 'Escape' }),
  )
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(document.activeElement).toBe(third)
})

test('a target other than the registered one is marked on its cell, and its panel shows both and why', async () => {
  const changedTarget = {
    registered: '1200',
    target: '1000',
    reason: 'HĐND điều chỉnh dự toán',
    byName: 'Đỗ Quang Huy',
    at: new Date('2020-12-20T02:00:00.000Z'),
  }
  await openBoard(
    '?cell=NDI.KT07',
    answer(appraisals.board, board(cut, [], ['NDI KT07'])),
    answer(appraisals.cell, cellOf({ changedTarget })),
  )
  expect(
    screen.getByRole('button', { name: /^Nam Định, KT07: 50,00 trên 60; chỉ tiêu khác với đăng ký/ }),
  ).toBeTruthy()
  expect(await screen.findByText('Đăng ký trong giao ước: 1.200. Báo cáo: 1.000.')).toBeTruthy()
  expect(screen.getByText('HĐND điều chỉnh dự toán')).toBeTruthy()
})

test('by difference the title says how much changed, and only changed rows stand where that is asked', async () => {
  await openBoard('?view=difference&changed=1')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'Thẩm định làm thay đổi 1 ô, ở 1 tiêu chí',
  )
  expect(screen.getByRole('button', { name: /Nam Định, KT07: chênh −8,00 điểm/ })).toBeTruthy()
  expect(screen.queryByText('Giải ngân đầu tư công')).toBeNull()
})

test('a correction shows its points as they are typed and is sent with its reason over the last decision seen', async () => {
  const { sent } = await openBoard(
    '?cell=NDI.KT07',
    answer(appraisals.cell, cellOf({ appraisals: [decision] })),
    answer(appraisals.decide, cellOf({ appraisals: [decision, { ...decision, number: 2 }] })),
  )
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Sửa số liệu…' })))
  await fill(/Thực hiện/, '9x')
  expect(screen.getByText(/“9x” không phải là số/)).toBeTruthy()
  await fill(/Thực hiện/, '950')
  expect(screen.getByText('Điểm theo số này: 50,00')).toBeTruthy()
  await click('Lưu số liệu mới')
  expect(screen.getByText('Mỗi quyết định phải có lý do.')).toBeTruthy()
  expect(sent()).toEqual([])
  await fill('Lý do', 'Theo số của Kho bạc.')
  await click('Lưu số liệu mới')
  expect(sent()).toEqual([
    {
      decision: { kind: 'corrected', answer: { target: '1000', actual: '950' } },
      reason: 'Theo số của Kho bạc.',
      seen: 1,
    },
  ])
})

test('points over the maximum are refused at their field', async () => {
  const { sent } = await openBoard('?cell=NDI.KT07')
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Sửa điểm…' })))
  await fill(/^Điểm, từ 0/, '61')
  await fill('Lý do', 'Lý do')
  await click('Lưu điểm ấn định')
  expect(screen.getByText('“61” nằm ngoài khoảng từ 0 đến 60 điểm.')).toBeTruthy()
  expect(sent()).toEqual([])
})

test('whoever loses a race is told what stands now and keeps what was typed', async () => {
  const current = {
    ...cellOf({ appraisals: [] }),
    self: null,
    appraisals: [{ ...decision, at: decision.at.toISOString() }],
  }
  await openBoard('?cell=NDI.KT07', refuse(appraisals.decide, 'appraisal-changed', { current }))
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: /^Giữ điểm tự chấm/ })))
  await fill('Lý do', 'Đủ minh chứng.')
  await click(/^Lưu: giữ 58,00/)
  const told = await screen.findByText(/Ngô Quốc Trung vừa quyết định ô này: 50,00 điểm/)
  expect(told.textContent).toContain('Kho bạc xác nhận số thấp hơn.')
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Lý do' }).value).toBe('Đủ minh chứng.')
})

test('a gate is applied to a unit with a reason, seen decisions beside', async () => {
  const lifted = {
    unitId: 'HDU',
    gateCode: 'D03',
    number: 2,
    applies: false,
    reason: 'Đã có số chính thức.',
    byName: 'Mai Thị Yến',
    at: new Date('2021-01-11T02:00:00.000Z'),
  }
  const { sent } = await openBoard(
    '?gates=1',
    answer(appraisals.gates, { items: [lifted] }),
    answer(appraisals.decideGate, { items: [lifted] }),
  )
  expect((await screen.findByText('Đã gỡ')).closest('li')?.textContent).toContain('Đã có số chính thức.')
  await click('Áp dụng D03…')
  await act(async () =>
    fireEvent.change(screen.getByRole('combobox', { name: 'Đơn vị' }), { target: { value: 'HDU' } }),
  )
  await fill('Lý do', 'Chưa đạt KT07.')
  await click('Áp dụng D03 với Hải Dương')
  expect(sent()).toEqual([{ applies: true, reason: 'Chưa đạt KT07.', seen: 2 }])
})

test('a unit reads each of its cuts with the reason, beside its own column alone', async () => {
  const whole = board(cut, ['NDI KT07'])
  const own = (columns: typeof whole.layers.self) => columns.filter(({ unitId }) => unitId === 'NDI')
  await openBoard(
    '',
    answer(appraisals.board, {
      ...whole,
      layers: { self: own(whole.layers.self), appraised: own(whole.layers.appraised), final: null },
    }),
    answer(
      appraisals.cell,
      cellOf({
        appraisals: [decision],
        effective: { ...cellOf().effective, points: '50.00', status: 'overridden' },
        mayAppraise: false,
      }),
    ),
  )
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Điểm của Nam Định sau thẩm định')
  const cuts = (await screen.findByRole('heading', { name: /kèm lý do/ })).closest('section')
  expect(cuts?.textContent).toContain('58,00 → 50,00')
  expect(cuts?.textContent).toContain('Kho bạc xác nhận số thấp hơn.')
  expect(screen.queryByText('Hải Dương')).toBeNull()
})
