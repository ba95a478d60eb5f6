import { type DraftSummary, drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import type { Role } from '@bangvang/core/people/actor'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { season } from '../../lib/small-cluster.ts'
import { draftId, draftOf, nodes, summaryOf } from './draft-sample.ts'
import { click, press } from './draft-sample-page.tsx'
import { Routes } from './routes.tsx'

const plan = summaryOf({
  id: '00000000-0000-4000-8000-0000000000d2',
  kind: 'plan',
  title: 'Kế hoạch năm 2021',
  status: 'draft',
  deadline: null,
  asked: 'notAsked',
  waitingFor: [],
  unseen: null,
})
const late = summaryOf({
  id: '00000000-0000-4000-8000-0000000000d3',
  title: 'Quy chế Cụm Tây Bắc',
  deadline: new Date('2020-12-17T10:00:00Z'),
  unseen: { changes: 2, comments: 3 },
})

async function openList(path: string, { role = 'secretary' }: { role?: Role } = {}, ...more: Answer[]) {
  const items: DraftSummary[] = [summaryOf(), plan, late]
  const log = serve(
    answer(seasons.show, season('deliberation')),
    answer(drafts.list, { items, mayCreate: role === 'secretary' }),
    answer(drafts.desk, { items: [summaryOf(), late] }),
    ...more,
  )
  const view = await renderAt(<Routes />, { path, session: sessionOf(role) })
  await screen.findByRole('heading', { level: 1 })
  return { ...view, sent: () => log.filter(({ method }) => method !== 'GET').map(({ body }) => body) }
}
const list = '/seasons/DBSH-2020/drafts'
const rowOf = (name: RegExp) => screen.getByRole('row', { name })

test('each draft tells its status, deadline, answers and whom it waits for', async () => {
  await openList(list)
  const row = rowOf(/Quy chế hoạt động/)
  expect(within(row).getByText('Đang lấy ý kiến')).toBeTruthy()
  expect(within(row).getByText('17:00, 13/01/2021')).toBeTruthy()
  expect(within(row).getByText('2 chưa trả lời')).toBeTruthy()
  expect(within(row).getByText('Hà Nam (Vũ Thị Mai)')).toBeTruthy()
  expect(within(rowOf(/Kế hoạch năm/)).getByText('Chưa gửi')).toBeTruthy()
})

test('a ranking’s comments are read with the ranking', async () => {
  await openList(list, {}, answer(drafts.list, { items: [summaryOf({ kind: 'ranking' })], mayCreate: false }))
  expect(screen.getByRole('link', { name: /Quy chế/ }).getAttribute('href')).toBe(
    '/seasons/DBSH-2020/ranking#comments',
  )
  expect(screen.queryByRole('button', { name: 'Soạn dự thảo mới' })).toBeNull()
})

test('a new draft copies an earlier one part by part, keeping their names', async () => {
  const { sent, history } = await openList(
    list,
    {},
    answer(drafts.show, draftOf()),
    answer(drafts.create, draftOf()),
    answer(drafts.listComments, { items: [], mayComment: false, mayAnswer: false }),
    answer(drafts.changes, { items: [] }),
    answer(drafts.look, { here: [] }),
  )
  await click('Soạn dự thảo mới')
  await click('Một dự thảo đã có')
  await click('Tạo dự thảo')
  expect(screen.getByText('Chọn dự thảo nguồn.')).toBeTruthy()
  await act(async () =>
    fireEvent.change(await screen.findByRole('combobox', { name: /Dự thảo nguồn/ }), {
      target: { value: draftId },
    }),
  )
  await click('Tạo dự thảo')
  expect(sent()[0]).toEqual({
    kind: 'regulation',
    year: 2021,
    title: 'Quy chế tổ chức và hoạt động của Cụm Đồng bằng sông Hồng năm 2021',
    nodes: nodes.map(({ version: _, ...node }) => node),
  })
  expect(history.at(-1)).toBe(`${list}/${draftId}?edit`)
})

test('a Word file is shown with its doubts before anything is made of it', async () => {
  const [first] = nodes
  if (first === undefined) throw new Error('the sample has parts')
  const { version: _, ...node } = first
  const { sent } = await openList(
    list,
    {},
    answer(drafts.readWord, { nodes: [node], doubts: [{ nodeId: node.id, code: 'title-guessed' }] }),
  )
  await click('Soạn dự thảo mới')
  await click('Tệp Word')
  const input = screen.getByLabelText('Tệp .docx')
  await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'a.docx')] } }))
  expect(await screen.findByText(/0 chương, 1 điều/)).toBeTruthy()
  expect(screen.getByText('Chưa chắc: tên đoán từ dòng sau')).toBeTruthy()
  expect(sent().length).toBe(1)
})

test('a file that is no Word document is refused in words', async () => {
  await openList(list, {}, refuse(drafts.readWord, 'unreadable-document'))
  await click('Soạn dự thảo mới')
  await click('Tệp Word')
  const input = screen.getByLabelText('Tệp .docx')
  await act(async () => fireEvent.change(input, { target: { files: [new File(['x'], 'a.docx')] } }))
  expect(document.querySelector('.refusal')?.textContent).not.toBe('')
})

test('the desk of the central committee has the nearest deadline first and is gone through by J, K', async () => {
  await openList('/drafts', { role: 'reviewer' })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^2 dự thảo/)
  const names = screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent)
  expect(names).toEqual(['Quy chế Cụm Tây Bắc', 'Quy chế hoạt động của Cụm năm 2021'])
  expect(within(rowOf(/Tây Bắc/)).getByText('2 chỗ sửa; 3 góp ý và trao đổi mới')).toBeTruthy()
  await act(async () => screen.getByRole('heading', { level: 1 }).focus())
  await press('j')
  await press('j')
  expect(document.activeElement?.textContent).toBe('Quy chế hoạt động của Cụm năm 2021')
  await press('k')
  expect(document.activeElement?.textContent).toBe('Quy chế Cụm Tây Bắc')
})
