import { drafts, type NodeView } from '@bangvang/contract/drafts'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { draftOf, nodesOf } from './criteria-sample.ts'
import { EditorPage } from './editor-page.tsx'

// jsdom neither scrolls nor knows how wide it is.
beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn()
  window.matchMedia = () => ({ matches: false }) as MediaQueryList
})

type Saved = { body: { content: NodeView['content']; version: number }; id: string }

/** The server saves one part as it is asked to. */
const saves = answer(drafts.saveNode, ({ body, url }) => {
  const id = url.pathname.split('/').at(-1) ?? ''
  const { content, version } = body as Saved['body']
  const node = nodesOf().find((one) => one.id === id) as NodeView
  return { revision: version + 1, nodes: [{ ...node, content, version: version + 1 }], removed: [] }
})

async function openEditor(draft = draftOf(), ...more: Answer[]) {
  const log = serve(
    answer(drafts.show, draft),
    answer(drafts.changes, { items: [] }),
    answer(drafts.look, {
      here: [{ personId: crypto.randomUUID(), name: 'Phạm Văn Thành', nodeId: 'KT07' }],
    }),
    answer(drafts.listComments, { items: [], mayComment: false, mayAnswer: true }),
    saves,
    ...more,
  )
  await renderAt(<EditorPage draftId={draft.id} />, { session: sessionOf('secretary') })
  await screen.findByRole('heading', { level: 1, name: draft.title })
  const asked = (method: string) =>
    log.filter((one) => one.method === method && !one.url.pathname.endsWith('/look'))
  return { asked }
}
const part = (name: RegExp) => within(screen.getByRole('list')).getByRole('button', { name })
const click = (element: HTMLElement) => act(async () => fireEvent.click(element))
const press = (name: string | RegExp) => click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  act(async () => fireEvent.change(screen.getByLabelText(label), { target: { value } }))
const leave = (label: string) => act(async () => fireEvent.blur(screen.getByLabelText(label)))
const state = () => document.querySelector('.editor-state')?.textContent

test('every part stands in order with its points, the sum and who is here in sight', async () => {
  await openEditor()
  expect(screen.getAllByRole('button', { name: /^(DBSH-2020|I|KT07|KT09|III|TD01|P|P01) / })).toHaveLength(8)
  expect(part(/^I Kinh tế/).textContent).toContain('100')
  expect(part(/^KT07/).textContent).toContain('60')
  expect(state()).toContain('Tổng 120 / 120 điểm')
  expect(state()).toContain('Không có chỗ sai')
  expect(state()).toContain('Đang cùng mở: Phạm Văn Thành ở KT07')
})

test('what is typed changes the sum and the faults at once, and is saved part by part', async () => {
  const { asked } = await openEditor()
  await click(part(/^KT07/))
  await type('Điểm tối đa', '65,5')
  expect(state()).toContain('Tổng 125,5 / 120 điểm, thừa 5,5')
  expect(state()).toContain('1 chỗ sai')
  await leave('Điểm tối đa')
  await waitFor(() => expect(state()).toContain('Đã lưu'))
  const [sent] = asked('PUT')
  expect(sent?.url.pathname).toMatch(/nodes\/KT07$/)
  expect(sent?.body).toMatchObject({ version: 1, content: { code: 'KT07', maxPoints: '65.5' } })
  await press('Tới chỗ sai tiếp theo')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Tổng điểm tối đa')))
  expect(screen.getByText('Tổng không khớp')).toBeTruthy()
})

test('a fault is told at its field, and a number that reads two ways is asked about, never taken', async () => {
  const { asked } = await openEditor()
  await click(part(/^KT07/))
  await type('Mỗi', '0')
  const per = screen.getByLabelText('Mỗi')
  expect(per.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(per.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Phải lớn hơn 0',
  )
  await type('Mỗi', '1.234')
  expect(screen.getByText(/Số đọc được hai cách/)).toBeTruthy()
  await leave('Mỗi')
  await waitFor(() => expect(asked('PUT')).toHaveLength(1))
  expect(asked('PUT')[0]?.body).toMatchObject({ content: { rule: { per: '0' } } })
})

test('another measure brings the rule that it may have, and takes away what it may not', async () => {
  const { asked } = await openEditor()
  await click(part(/^KT07/))
  await type('Đơn vị báo cáo gì', 'rank')
  expect((screen.getByLabelText('Cách tính') as HTMLSelectElement).value).toBe('places')
  expect(screen.queryByLabelText('Vượt mức được thưởng')).toBeNull()
  await type('Đơn vị báo cáo gì', 'choice')
  expect(screen.queryByLabelText('Cách tính')).toBeNull()
  await press('Thêm mức')
  expect(screen.getAllByLabelText('Khóa').map((input) => (input as HTMLInputElement).value)).toEqual([
    'o1',
    'o2',
  ])
  await leave('Đơn vị báo cáo gì')
  await waitFor(() => expect(asked('PUT')).toHaveLength(1))
  const [content] = asked('PUT').map(({ body }) => (body as Saved['body']).content)
  expect(content).toMatchObject({ measure: { kind: 'choice', options: [{ key: 'o1' }, { key: 'o2' }] } })
  expect(content).not.toHaveProperty('rule')
})

test('a figure that is tried out shows its points and how they are made, and is sent nowhere', async () => {
  const { asked } = await openEditor()
  await click(part(/^KT07/))
  const panel = within(screen.getByRole('region', { name: 'Chấm thử' }))
  await act(async () => fireEvent.change(panel.getByLabelText(/^Chỉ tiêu/), { target: { value: '1000' } }))
  await act(async () => fireEvent.change(panel.getByLabelText(/^Thực hiện/), { target: { value: '960' } }))
  expect(panel.getByText('52,00 / 60 điểm')).toBeTruthy()
  expect(panel.getByText('960 ÷ 1.000 × 100 = 96 %')).toBeTruthy()
  await type('trừ số điểm', '1')
  expect(panel.getByText('56,00 / 60 điểm')).toBeTruthy()
  await type('Mỗi', 'x')
  expect(panel.getByText(/Sửa hết chỗ sai/)).toBeTruthy()
  expect(asked('POST')).toEqual([])
})

test('Alt and the arrows move a part; what was done is taken back and brought again', async () => {
  const moved = { ...(nodesOf().find(({ id }) => id === 'KT09') as NodeView), position: '0V', version: 2 }
  const changed = (revision: number, node: NodeView) => ({ revision, nodes: [node], removed: [] })
  let undone = 0
  const { asked } = await openEditor(
    draftOf(),
    answer(drafts.moveNode, changed(2, moved)),
    answer(drafts.undo, () => {
      undone += 1
      return changed(2 + undone, { ...moved, version: 2 + undone })
    }),
  )
  await act(async () => fireEvent.keyDown(part(/^KT09/), { key: 'ArrowUp', altKey: true }))
  await waitFor(() => expect(asked('POST')).toHaveLength(1))
  expect(asked('POST')[0]).toMatchObject({ body: { parentId: 'I', version: 1 } })
  await press('Hoàn tác')
  await press('Làm lại')
  await waitFor(() =>
    expect(
      asked('POST')
        .slice(1)
        .map(({ body }) => body),
    ).toEqual([{ revision: 2 }, { revision: 3 }]),
  )
  await act(async () => fireEvent.keyDown(part(/^KT07/), { key: 'ArrowDown' }))
  expect(document.activeElement?.textContent).not.toContain('KT07')
})

test('a new part stands after the selected one with the next code, and can be removed', async () => {
  const { asked } = await openEditor(
    draftOf(),
    answer(drafts.addNodes, ({ body }) => {
      const { nodes } = body as { nodes: NodeView[] }
      return { revision: 2, nodes: nodes.map((node) => ({ ...node, version: 1 })), removed: [] }
    }),
    answer(drafts.removeNode, ({ url }) => ({
      revision: 3,
      nodes: [],
      removed: [url.pathname.split('/').at(-1) ?? ''],
    })),
  )
  await click(part(/^KT09/))
  await press('Thêm')
  await press('Tiêu chí')
  expect((screen.getByLabelText('Mã') as HTMLInputElement).value).toBe('KT10')
  await waitFor(() => expect(asked('POST')).toHaveLength(1))
  expect(asked('POST')[0]?.body).toMatchObject({ nodes: [{ parentId: 'I', kind: 'criterion' }] })
  await press('Bỏ')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^KT10/ })).toBeNull())
})

test('when someone else was faster both values are shown, and nothing is written over', async () => {
  const theirs = nodesOf().find(({ id }) => id === 'KT07') as NodeView
  const current = { ...theirs, content: { ...theirs.content, maxPoints: '44' }, version: 5 }
  const { asked } = await openEditor(draftOf(), refuse(drafts.saveNode, 'node-changed', { current }))
  await click(part(/^KT07/))
  await type('Điểm tối đa', '55')
  await leave('Điểm tối đa')
  const told = await screen.findByRole('heading', { name: 'Người khác vừa sửa mục này' })
  const clash = within(told.closest('.clash') as HTMLElement)
  expect(clash.getByRole('row', { name: 'Điểm tối đa 55 44' })).toBeTruthy()
  expect(state()).toContain('1 mục có người khác vừa sửa')
  await click(clash.getByRole('button', { name: 'Lấy bản trên máy chủ' }))
  const field = screen.getByLabelText('Điểm tối đa') as HTMLInputElement
  await waitFor(() => expect(field.value).toBe('44'))
  expect(asked('PUT')).toHaveLength(1)
})

test('a draft that is only read shows its fields and changes nothing', async () => {
  const draft = draftOf()
  await openEditor({ ...draft, may: { ...draft.may, edit: false } })
  expect(screen.getByText(/Bản này không sửa được ở đây/)).toBeTruthy()
  await click(part(/^KT07/))
  expect(screen.getByLabelText('Mã').hasAttribute('readonly')).toBe(true)
  expect(screen.queryByRole('button', { name: 'Thêm' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Bỏ' })).toBeNull()
})
