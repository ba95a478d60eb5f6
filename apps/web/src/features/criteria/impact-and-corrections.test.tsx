import { type CorrectionView, criteria, type ImpactView } from '@bangvang/contract/criteria'
import { seasons } from '@bangvang/contract/seasons'
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { season } from '../../lib/small-cluster.ts'
import { CorrectionsPage } from './corrections-page.tsx'
import { draftOf, versionOf } from './criteria-sample.ts'
import { ImpactPage } from './impact-page.tsx'

const chair = sessionOf('chair', { id: 'BNI', name: 'Bắc Ninh' })
const [older, newer] = [versionOf(1), versionOf(2, { status: 'adopted' })]
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))

const impact: ImpactView = {
  season: { id: 'DBSH-2020', year: 2020, phase: 'deliberation', number: 1 },
  before: [
    { unitId: 'HDU', unitName: 'Hải Dương', rank: 1, tiedWith: [], total: '100.00', ...zeros() },
    { unitId: 'BNI', unitName: 'Bắc Ninh', rank: 2, tiedWith: [], total: '90.00', ...zeros() },
  ],
  after: [
    { unitId: 'BNI', unitName: 'Bắc Ninh', rank: 1, tiedWith: [], total: '90.00', ...zeros() },
    { unitId: 'HDU', unitName: 'Hải Dương', rank: 2, tiedWith: [], total: '80.00', ...zeros() },
  ],
  notCarried: [
    { unitId: 'HDU', what: 'answer', code: 'KT07', why: 'measure-changed' },
    { unitId: 'BNI', what: 'answer', code: 'KT07', why: 'measure-changed' },
  ],
  unanswered: ['CT11'],
}
function zeros() {
  return { scored: '0.00', bonus: '0.00', penalty: '0.00', grade: 'XS' }
}

test('an impact shows both rankings side by side and says plainly what was not carried over', async () => {
  serve(answer(criteria.impact, impact))
  await renderAt(<ImpactPage seasonId="DBSH-2021" draftId={draftOf().id} />, { session: chair })
  expect(
    await screen.findByRole('heading', { name: /năm 2020 chấm theo dự thảo, 2 đơn vị đổi hạng/ }),
  ).toBeTruthy()
  expect(screen.getByRole('row', { name: 'Hải Dương 1 100,00 XS 2 80,00 XS xuống 1' })).toBeTruthy()
  expect(screen.getByRole('row', { name: 'Bắc Ninh 2 90,00 XS 1 90,00 XS lên 1' })).toBeTruthy()
  const [lost] = screen.getAllByRole('listitem')
  expect(lost?.textContent).toBe('KT07số liệu, cách đo đã đổi2 đơn vị: Hải Dương, Bắc Ninh')
  expect(screen.getByText('CT11')).toBeTruthy()
})

test('a draft with faults is not scored, and a cluster without a year before has no impact', async () => {
  const errors = [{ pointer: '#/nodes/x/maxPoints', code: 'sum_mismatch' }]
  serve(refuse(criteria.impact, 'criteria-contradict', { errors }))
  const { unmount } = await renderAt(<ImpactPage seasonId="DBSH-2021" draftId={draftOf().id} />, {
    session: chair,
  })
  expect(await screen.findByText(/Dự thảo còn 1 chỗ sai/)).toBeTruthy()
  unmount()
  serve(refuse(criteria.impact, 'no-year-to-compare'))
  await renderAt(<ImpactPage seasonId="DBSH-2021" draftId={draftOf().id} />, { session: chair })
  expect(await screen.findByText(/Chưa có năm trước nào của Cụm/)).toBeTruthy()
})

const correction: CorrectionView = {
  id: '00000000-0000-4000-8000-0000000000c1',
  at: new Date('2020-06-01T02:00:00Z'),
  byName: 'Phạm Văn Thành',
  reason: 'Mã trùng với năm trước',
  from: { id: older.id, number: 1 },
  to: { id: newer.id, number: 2 },
  units: [
    {
      unitId: 'HDU',
      unitName: 'Hải Dương',
      kept: 2,
      moved: [{ from: 'KT09', to: 'KT08' }],
      setAside: [
        {
          code: 'KT07',
          answer: { target: '1000', actual: '960.5' },
          note: 'Theo báo cáo',
          evidence: [],
          why: 'measure-changed',
        },
      ],
      isReturned: true,
      read: null,
    },
  ],
}

test('a unit reads what a correction changed for it, and says that it has read it', async () => {
  let isRead = false
  const read = { at: new Date('2020-06-02T02:00:00Z'), byName: 'Nguyễn Thị Hạnh' }
  const told = () => ({
    ...correction,
    units: correction.units.map((unit) => ({ ...unit, read: isRead ? read : null })),
  })
  const log = serve(
    answer(seasons.show, season('open')),
    answer(criteria.corrections, () => ({ items: [told()] })),
    answer(criteria.acknowledge, () => {
      isRead = true
      return told()
    }),
  )
  await renderAt(<CorrectionsPage seasonId="DBSH-2020" />, {
    session: sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' }),
  })
  expect(await screen.findByText('Mã trùng với năm trước')).toBeTruthy()
  expect(
    screen.getByRole('row', { name: /KT07 Chỉ tiêu 1\.000; Thực hiện 960,5 Theo báo cáo.*cách đo đã đổi/ }),
  ).toBeTruthy()
  expect(screen.getByText(/2 số liệu giữ nguyên, 1 số liệu chuyển sang mã mới: KT09 → KT08/)).toBeTruthy()
  expect(screen.getByText(/trở về đơn vị/)).toBeTruthy()
  await press('Đã đọc đính chính')
  expect(await screen.findByText('Nguyễn Thị Hạnh đã đọc 09:00, 02/06/2020')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Đã đọc đính chính' })).toBeNull()
  expect(log.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('the chair sees which units have not read it, and acknowledges for none', async () => {
  serve(answer(seasons.show, season('open')), answer(criteria.corrections, { items: [correction] }))
  await renderAt(<CorrectionsPage seasonId="DBSH-2020" />, { session: chair })
  expect(await screen.findByText('Chưa đọc')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
