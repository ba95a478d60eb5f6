import { type CommentView, drafts } from '@bangvang/contract/drafts'
import { seasons } from '@bangvang/contract/seasons'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answer, answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { season, units } from '../../lib/small-cluster.ts'
import { Comments } from './comments.tsx'

const onRow = (nodeId: string) => ({ nodeId, field: null, quote: null })
const comment = (more: Partial<CommentView>): CommentView => ({
  id: '00000000-0000-4000-8000-00000000000a',
  number: 1,
  anchor: { nodeId: null, field: null, quote: null },
  replacement: null,
  appliedAt: null,
  isLate: false,
  isResolved: false,
  replies: [],
  body: 'Nên biểu quyết trước khi chốt.',
  byName: 'Trịnh Hồng Sơn',
  byRole: 'reviewer',
  byUnitId: null,
  at: new Date('2021-01-12T02:00:00.000Z'),
  answer: null,
  ...more,
})
const answered = comment({
  id: '00000000-0000-4000-8000-00000000000b',
  number: 2,
  anchor: onRow('NDI'),
  byRole: 'delegate',
  byUnitId: 'NDI',
  answer: {
    kind: 'acceptedInPart',
    body: 'Đã ghi vào dự thảo.',
    byName: 'Phạm Thị Lan',
    at: new Date('2021-01-13T02:00:00.000Z'),
  },
})

async function openComments(about: string | null, ...more: Answer[]) {
  const log = serve(
    answer(seasons.show, season('deliberation')),
    answer(drafts.comments, { items: [comment({}), answered], mayComment: true, mayAnswer: true }),
    ...more,
  )
  await renderAt(<Comments seasonId="DBSH-2020" units={units} about={about} onAbout={() => undefined} />, {
    session: sessionOf('secretary'),
  })
  await screen.findByRole('heading', { level: 2 })
  return { sent: () => log.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}
const click = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))
const fill = (name: string, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } }))

test('each comment stands with its author, what it is about and its answer; the unanswered are counted', async () => {
  await openComments(null)
  expect(screen.getByText('2 góp ý, 1 chưa trả lời')).toBeTruthy()
  const [first, second] = screen.getAllByRole('article')
  expect(first?.textContent).toContain('Về cả bảng xếp hạng')
  expect(first?.textContent).toContain('Chưa trả lời')
  expect(second?.textContent).toContain('Đại biểu Nam Định')
  expect(second?.textContent).toContain('Tiếp thu một phần')
  expect(second?.textContent).toContain('Đã ghi vào dự thảo.')
  expect(within(second as HTMLElement).queryByRole('button')).toBeNull()
})

test('an answer is one of three kinds with its reason, and is not sent without', async () => {
  const { sent } = await openComments(null, answer(drafts.answer, answered))
  await click('Trả lời góp ý của Trịnh Hồng Sơn')
  await click('Giải trình, giữ nguyên')
  await click('Gửi trả lời')
  expect(screen.getByText('Mỗi trả lời phải có nội dung.')).toBeTruthy()
  expect(sent()).toEqual([])
  await fill('Nội dung tiếp thu, giải trình', 'Đã biểu quyết ngày 17/01.')
  await click('Gửi trả lời')
  expect(sent()).toEqual([{ kind: 'declined', body: 'Đã biểu quyết ngày 17/01.' }])
})

test('whoever answers second is told so', async () => {
  await openComments(null, refuse(drafts.answer, 'comment-answered'))
  await click('Trả lời góp ý của Trịnh Hồng Sơn')
  await fill('Nội dung tiếp thu, giải trình', 'Đã biểu quyết.')
  await click('Gửi trả lời')
  await waitFor(() => expect(screen.getByText(/Góp ý này vừa được trả lời/)).toBeTruthy())
})

test('a comment is written on the row one came from, or on the whole ranking', async () => {
  const { sent } = await openComments('HDU', answer(drafts.comment, comment({ anchor: onRow('HDU') })))
  expect(screen.getByText('Chưa có góp ý nào về Hải Dương.')).toBeTruthy()
  await fill('Nội dung góp ý', 'Đề nghị ghi rõ căn cứ.')
  await click('Gửi góp ý')
  await act(async () =>
    fireEvent.change(screen.getByRole('combobox', { name: 'Góp ý về' }), { target: { value: '' } }),
  )
  await fill('Nội dung góp ý', 'Cả bảng đều rõ.')
  await click('Gửi góp ý')
  expect(sent()).toEqual([
    { anchor: 'HDU', body: 'Đề nghị ghi rõ căn cứ.' },
    { anchor: null, body: 'Cả bảng đều rõ.' },
  ])
})
