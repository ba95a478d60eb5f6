import { drafts } from '@bangvang/contract/drafts'
import { laws } from '@bangvang/contract/laws'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse } from '../../lib/answer.ts'
import { commentOf, draftId, draftOf, may, nodes, part } from './draft-sample.ts'
import { click, fill, more, openDraft, press } from './draft-sample-page.tsx'

const keeper = {
  role: 'secretary',
  draft: { may: { ...may, edit: true, sendOut: true } },
  search: '?edit',
} as const
const changed = (revision: number, ...some: typeof nodes) => ({ revision, nodes: [...some], removed: [] })
const asked = {
  mandateId: '00000000-0000-4000-8000-0000000000e1',
  name: 'Vũ Thị Mai',
  role: 'delegate',
  unitId: 'HNA',
  unitName: 'Hà Nam',
} as const
const reviewer = {
  mandateId: '00000000-0000-4000-8000-0000000000e2',
  name: 'Lê Văn Thắng',
  role: 'reviewer',
  unitId: null,
  unitName: null,
} as const

/** Begins to write over a part. */
const edit = (nodeId: string) =>
  act(async () => {
    const line = document.getElementById(`part-${nodeId}`)
    if (line !== null) fireEvent.click(line)
  })

test('a part is written over in place and saved by itself over the version that was seen', async () => {
  const after = { ...part('clause', ['K61', 'A6', 'G'], 'Xếp theo tổng điểm.'), version: 2 }
  const { sent } = await openDraft(keeper, answer(drafts.saveNode, changed(10, after)))
  await edit('K61')
  await fill('Sửa khoản 1 Điều 2', 'Xếp theo tổng điểm.')
  await act(async () => fireEvent.blur(screen.getByRole('textbox', { name: 'Sửa khoản 1 Điều 2' })))
  await screen.findAllByText('Đã lưu')
  expect(sent()).toEqual([{ content: { text: 'Xếp theo tổng điểm.' }, version: 1 }])
})

test('when someone else was first both texts are shown, and nothing is written over in silence', async () => {
  const theirs = { ...part('clause', ['K61', 'A6', 'G'], 'Của người khác.'), version: 4 }
  const { sent } = await openDraft(keeper, refuse(drafts.saveNode, 'node-changed', { current: theirs }))
  await edit('K61')
  await fill('Sửa khoản 1 Điều 2', 'Của mình.')
  await act(async () => fireEvent.blur(screen.getByRole('textbox', { name: 'Sửa khoản 1 Điều 2' })))
  await screen.findByText('Người khác đã sửa phần này')
  expect(screen.getByText('Của người khác.')).toBeTruthy()
  await click('Giữ chữ của đồng chí')
  expect(sent().at(-1)).toEqual({ content: { text: 'Của mình.' }, version: 4 })
})

test('Enter adds the next clause, Tab makes it a point, and undoing takes back the last revision', async () => {
  const { sent, asked: acts } = await openDraft(
    keeper,
    answer(drafts.addNodes, ({ body }) => {
      const { nodes: added } = body as { nodes: typeof nodes }
      return changed(10, ...added.map((node) => ({ ...node, version: 1 })))
    }),
    answer(drafts.moveNode, ({ url, body }) => {
      const id = url.pathname.split('/').at(-2) ?? ''
      return changed(11, { ...part('point', [id, 'K61', 'V'], ''), ...(body as object), version: 2 })
    }),
    answer(drafts.undo, changed(12)),
  )
  await edit('K61')
  await press('Enter')
  expect(screen.getByRole('textbox', { name: 'Sửa khoản 2 Điều 2' })).toBe(document.activeElement)
  await press('Tab')
  await screen.findByRole('textbox', { name: 'Sửa điểm a khoản 1 Điều 2' })
  await press('Escape')
  await waitFor(() => expect(document.activeElement?.className).toContain('line point'))
  await press('z', { ctrlKey: true })
  expect(acts().map((one) => one.replace(/[0-9a-f]{32}/, 'new'))).toEqual([
    'POST /api/drafts/d/nodes',
    'POST /api/drafts/d/nodes/new/move',
    'POST /api/drafts/d/undo',
  ])
  expect(sent()[1]).toMatchObject({ parentId: 'K61', kind: 'point', version: 1 })
  expect(sent()[2]).toEqual({ revision: 11 })
})

test('a part that holds others is removed only when that is said', async () => {
  const { asked: acts } = await openDraft(
    keeper,
    answer(drafts.removeNode, { revision: 10, nodes: [], removed: ['A6', 'K61', 'K62'] }),
  )
  await edit('A6')
  await click('Bỏ')
  expect(acts()).toEqual([])
  await click('Bỏ Điều 2')
  expect(acts()).toEqual(['DELETE /api/drafts/d/nodes/A6'])
  expect(document.getElementById('part-K62')).toBeNull()
})

test('a draft is sent out until a deadline in Vietnam to those who were chosen', async () => {
  const { sent } = await openDraft(
    { ...keeper, search: '' },
    answer(drafts.askable, { items: [asked, reviewer] }),
    answer(drafts.sendOut, draftOf()),
  )
  await more('Gửi lại…')
  await click('Bỏ chọn tất cả')
  await click('Gửi cho 0 người')
  expect(screen.getByText('Chọn ít nhất một người.')).toBeTruthy()
  await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /^Ban TĐKT Trung ương/ })))
  await act(async () =>
    fireEvent.change(screen.getByLabelText('Góp ý đến hết ngày'), { target: { value: '2021-01-20' } }),
  )
  await fill('Lời nhắn', 'Xin ý kiến.')
  await click('Gửi cho 1 người')
  expect(sent()).toEqual([
    { deadline: '2021-01-20T10:00:00.000Z', message: 'Xin ý kiến.', mandateIds: [reviewer.mandateId] },
  ])
})

const chair = { role: 'chair', draft: { may: { ...may, adopt: true }, legalBasis: 'Luật' } } as const
async function adopt() {
  await more('Ban hành…')
  await fill('Số, ký hiệu', '12/QC-CTĐ')
  await click(/^Ban hành Quy chế/)
}

test('the chair adopts the very revision on screen, with number, day and basis', async () => {
  const adopted = { number: '12/QC-CTĐ', on: '2020-12-18', sha256: 'a'.repeat(64), byName: 'Chủ' }
  const { sent } = await openDraft(chair, answer(drafts.adopt, draftOf({ status: 'adopted', adopted })))
  await more('Ban hành…')
  await click(/^Ban hành Quy chế/)
  expect(screen.getByText('Văn bản ban hành phải có số.')).toBeTruthy()
  expect(sent()).toEqual([])
  await fill('Số, ký hiệu', '12/QC-CTĐ')
  await click(/^Ban hành Quy chế/)
  expect(sent()).toEqual([{ revision: 9, number: '12/QC-CTĐ', adoptedOn: '2020-12-18', legalBasis: 'Luật' }])
  expect(screen.getByText(/Ban hành số 12\/QC-CTĐ, ngày 18\/12\/2020/)).toBeTruthy()
})

test('comments without an answer keep a draft from being adopted, and are named', async () => {
  await openDraft({ ...chair, comments: [commentOf(1)] }, refuse(drafts.adopt, 'comments-unanswered'))
  await adopt()
  expect(screen.getByRole('link', { name: '1. Lê Văn Thắng' })).toBeTruthy()
})

test('a fault leads to the part it is at', async () => {
  const errors = [{ pointer: '#/nodes/K61/text', code: 'empty' }]
  await openDraft(chair, refuse(drafts.adopt, 'draft-invalid', { errors }))
  await adopt()
  await click(/^khoản 1 Điều 2/)
  expect(document.activeElement).toBe(document.getElementById('part-K61'))
})

test('a draft changed meanwhile is shown as it is now before it is adopted', async () => {
  await openDraft(chair, refuse(drafts.adopt, 'draft-changed'))
  await adopt()
  expect(screen.getByText(/Dự thảo vừa được sửa/)).toBeTruthy()
})

test('two versions are compared word by word, and the choice stands in the address', async () => {
  const before = nodes.map((node) =>
    node.id === 'K51'
      ? { ...node, content: { text: 'Mỗi tỉnh tự chấm điểm trước ngày 31 tháng 12.' } }
      : node,
  )
  const [version] = draftOf().history
  if (version === undefined) throw new Error('the sample has a version')
  const { history } = await openDraft({}, answer(drafts.version, { ...version, nodes: before }))
  await more('So sánh…')
  await screen.findByText('0 thêm, 0 bỏ, 0 chuyển chỗ, 1 sửa chữ.')
  expect(document.querySelector('del')?.textContent).toBe('31')
  expect(document.querySelector('ins')?.textContent).toBe('25')
  expect(history.at(-1)).toBe(`/seasons/DBSH-2020/drafts/${draftId}?view=compare`)
})

test('the table of comments tells what was suggested, by whom, and the answer', async () => {
  await openDraft({ comments: [commentOf(1, { replacement: 'xếp đồng hạng', isLate: true })] })
  await more('Bảng tiếp thu, giải trình')
  const row = screen.getAllByRole('row')[1] as HTMLElement
  expect(within(row).getByText('khoản 2 Điều 2')).toBeTruthy()
  expect(row.textContent).toContain('Đề nghị sửa thành: “xếp đồng hạng”')
  expect(row.textContent).toContain('(gửi sau hạn)')
  expect(row.textContent).toContain('Chưa trả lời')
  expect(screen.getByText('Chưa có ý kiến: Hà Nam (Vũ Thị Mai).')).toBeTruthy()
})

test('title and legal basis are changed together', async () => {
  const { sent } = await openDraft(
    { ...keeper, search: '' },
    answer(laws.list, { items: [] }),
    answer(drafts.rename, draftOf({ title: 'Quy chế mới' })),
  )
  await more('Tên, căn cứ…')
  await fill('Tên dự thảo', 'Quy chế mới')
  await fill('Căn cứ pháp lý', 'Luật Thi đua, khen thưởng')
  await click('Lưu')
  expect(sent()).toEqual([{ title: 'Quy chế mới', legalBasis: 'Luật Thi đua, khen thưởng', basisIds: [] }])
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Quy chế mới')
})

test('the papers of a draft, and for those who see every unit the impact of criteria, are one press away', async () => {
  await openDraft({})
  await click(/Việc khác/)
  expect(screen.getByRole('link', { name: 'Tải văn bản Word' }).getAttribute('href')).toBe(
    `/api/seasons/DBSH-2020/papers/regulation?draftId=${draftId}&format=docx`,
  )
  cleanup()
  const words: (string | null)[][] = []
  for (const role of ['reviewer', 'delegate'] as const) {
    await openDraft({ role, draft: { kind: 'criteria' } })
    await click(/Việc khác/)
    words.push(screen.getAllByRole('listitem').map(({ textContent }) => textContent))
    cleanup()
  }
  expect(words.map((some) => some.includes('Tác động khi áp dụng'))).toEqual([true, false])
})
