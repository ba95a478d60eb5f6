import { drafts } from '@bangvang/contract/drafts'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { answer, refuse } from '../../lib/answer.ts'
import { commentOf, draftId, may, nodes, part, quoteOf } from './draft-sample.ts'
import { click, fill, more, openDraft, press, standAt } from './draft-sample-page.tsx'

const paper = () => screen.getByRole('article', { name: 'Văn bản dự thảo' })
const thread = (number: number) => screen.getByRole('article', { name: new RegExp(`^Góp ý ${number}\\b`) })
const suggestion = commentOf(2, { replacement: 'xếp đồng hạng', body: '' })

test('the paper numbers itself, marks the quoted words, and the outline counts the comments', async () => {
  await openDraft({ comments: [commentOf(1), commentOf(2)] })
  expect(within(paper()).getByText('Điều 2.')).toBeTruthy()
  expect(within(paper()).getByText('Cụm trưởng quyết định').className).toContain('hl')
  const outline = screen.getByRole('navigation', { name: 'Mục lục' })
  expect(within(outline).getByRole('link', { name: /Điều 2\. Xếp hạng 2/ })).toBeTruthy()
  expect(screen.getByText('2 chưa trả lời')).toBeTruthy()
})

test('words people typed are shown as they typed them, never as HTML', async () => {
  const evil = '<img src=x onerror="alert(1)"><b>đậm</b>'
  await openDraft({
    draft: { nodes: [part('article', ['A1', null, 'V'], evil)], title: evil },
    comments: [commentOf(1, { body: evil, anchor: { nodeId: 'A1', field: null, quote: null } })],
  })
  expect(paper().querySelector('img')).toBeNull()
  expect(paper().textContent).toContain(evil)
  expect(thread(1).textContent).toContain(evil)
})

test('J and K go from comment to comment, R replies, E closes', async () => {
  const { sent } = await openDraft(
    { comments: [commentOf(1), commentOf(2)], mayComment: true },
    answer(drafts.reply, commentOf(2)),
    answer(drafts.resolve, commentOf(2, { isResolved: true })),
  )
  await standAt('A5')
  await press('j')
  expect(thread(1).className).toContain('on')
  await press('j')
  expect(thread(2).className).toContain('on')
  expect(document.activeElement).toBe(thread(2))
  await press('r')
  await fill('Nội dung trao đổi', 'Đồng ý.')
  await press('Enter', { ctrlKey: true })
  await act(async () => thread(2).focus())
  await press('e')
  expect(sent()).toEqual([{ body: 'Đồng ý.', mentions: [] }, { isResolved: true }])
  expect(within(thread(2)).getByText('Đã đóng')).toBeTruthy()
  await press('k')
  expect(thread(1).className).toContain('on')
})

test('a letter is a letter while writing, and everywhere once the keys are switched off', async () => {
  await openDraft({ comments: [commentOf(1)], mayComment: true })
  await standAt('K61')
  await press('c')
  await act(async () => screen.getByRole('textbox', { name: 'Nội dung góp ý' }).focus())
  await press('j')
  expect(thread(1).className).not.toContain('on')
  await press('Escape')
  await more('Phím tắt')
  await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /phím tắt một chữ/ })))
  await click('Đóng')
  await standAt('K61')
  await press('j')
  expect(thread(1).className).not.toContain('on')
})

test('a suggestion written over a part quotes the words that differ, and waits on the device until it is sent', async () => {
  const { sent, unmount } = await openDraft(
    { comments: [], mayComment: true },
    answer(drafts.commentOn, suggestion),
  )
  await standAt('K62')
  await press('s')
  await fill(/Sửa thẳng/, 'Trường hợp bằng điểm thì xếp đồng hạng.')
  unmount()
  const again = await openDraft({ comments: [], mayComment: true }, answer(drafts.commentOn, suggestion))
  const box = screen.getByRole('textbox', { name: /Sửa thẳng/ }) as HTMLTextAreaElement
  expect(box.value).toBe('Trường hợp bằng điểm thì xếp đồng hạng.')
  await fill('Lý do', 'Đúng quy chế.')
  await click('Ghi góp ý')
  expect(sent()).toEqual([])
  expect(again.sent()).toEqual([
    {
      anchor: { nodeId: 'K62', field: 'text', quote: quoteOf('Cụm trưởng quyết định') },
      replacement: 'xếp đồng hạng',
      body: 'Đúng quy chế.',
      mentions: [],
    },
  ])
  expect(localStorage.length).toBe(0)
  expect(thread(2).className).toContain('on')
})

test('someone mentioned by @ is sent along', async () => {
  const { sent } = await openDraft({ mayComment: true }, answer(drafts.commentOn, commentOf(1)))
  await standAt('K61')
  await press('c')
  const box = screen.getByRole('textbox', { name: 'Nội dung góp ý' }) as HTMLTextAreaElement
  await act(async () => {
    box.focus()
    fireEvent.change(box, { target: { value: 'Xin ý kiến @vũ', selectionStart: 14 } })
  })
  await press('Enter')
  expect(box.value).toBe('Xin ý kiến @Vũ Thị Mai ')
  await click('Ghi góp ý')
  expect(sent()).toMatchObject([{ mentions: ['00000000-0000-4000-8000-0000000000e1'] }])
})

test('the drafter answers a suggestion and puts its words into the draft in one act', async () => {
  const { sent, asked } = await openDraft(
    { role: 'secretary', draft: { may: { ...may, answer: true } }, comments: [suggestion], mayAnswer: true },
    answer(drafts.apply, {
      ...suggestion,
      appliedAt: new Date('2021-01-12T02:00:00Z'),
      answer: { kind: 'accepted', body: 'Đúng quy định.', byName: 'Phạm Thị Lan', at: new Date() },
    }),
  )
  await standAt('A5')
  await press('j')
  await press('a')
  await fill('Nội dung tiếp thu, giải trình', 'Đúng quy định.')
  await click('Ghi và sửa dự thảo')
  expect(asked()).toEqual([`POST /api/comments/${suggestion.id}/apply`])
  expect(sent()).toEqual([{ kind: 'accepted', body: 'Đúng quy định.', replacement: null }])
  expect(within(thread(2)).getByText(/Đã sửa vào dự thảo/)).toBeTruthy()
})

test('whoever answers second sees the answer that stands', async () => {
  const taken = commentOf(1, {
    answer: { kind: 'declined', body: 'Giữ nguyên.', byName: 'Đào Văn Hùng', at: new Date() },
  })
  const current = {
    ...taken,
    at: taken.at.toISOString(),
    answer: { ...taken.answer, at: '2021-01-12T02:00:00Z' },
  }
  await openDraft(
    { role: 'secretary', comments: [commentOf(1)], mayAnswer: true },
    refuse(drafts.answer, 'comment-answered', { current }),
  )
  await click(/^1 Lê Văn Thắng/)
  await click('Tiếp thu, giải trình')
  await fill('Nội dung tiếp thu, giải trình', 'Tiếp thu.')
  await click('Ghi trả lời')
  expect(screen.getByText(/Đào Văn Hùng trả lời: Giải trình, giữ nguyên\. Giữ nguyên\./)).toBeTruthy()
})

test('a comment whose words are gone is listed with them, and a late one is marked', async () => {
  const gone = { text: 'khoản 3 cũ', before: '', after: '' }
  const orphan = commentOf(3, { anchor: { nodeId: 'K62', field: 'text', quote: gone }, isLate: true })
  await openDraft({ comments: [orphan] })
  const outline = screen.getByRole('navigation', { name: 'Mục lục' })
  expect(within(outline).getByRole('link', { name: 'Góp ý 3, “khoản 3 cũ”' })).toBeTruthy()
  expect(within(thread(3)).getByText('khoản 3 cũ')).toBeTruthy()
  expect(within(thread(3)).getByText('Gửi sau hạn')).toBeTruthy()
})

test('“no comment” is an answer, asked for once', async () => {
  const { asked } = await openDraft(
    { draft: { may: { ...may, comment: true } }, mayComment: true },
    answer(drafts.noComment, undefined),
  )
  await standAt('A5')
  await press('n')
  await click('Ghi: không có ý kiến')
  expect(asked()).toEqual(['POST /api/drafts/d/no-comment'])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what changed since the last look is counted and marked word by word', async () => {
  const before = part('clause', ['K62', 'A6', 'V'], 'Trường hợp bằng điểm thì bốc thăm.')
  await openDraft(
    {
      draft: { seenRevision: 7, unseen: { changes: 1, comments: 1 } },
      comments: [commentOf(1), commentOf(2)],
    },
    answer(drafts.changes, ({ url }) => ({
      items:
        url.searchParams.get('after') === '7'
          ? [{ revision: 8, nodeId: 'K62', before, after: nodes[4] ?? null, byName: 'Lan', at: new Date() }]
          : [],
    })),
  )
  expect(screen.getByText(/Từ lần xem trước: 1 chỗ sửa, 1 góp ý/)).toBeTruthy()
  await vi.waitFor(() => expect(document.querySelector('.fresh')).toBeTruthy())
  await click('Hiện chữ đã sửa')
  expect(paper().querySelector('del')?.textContent).toBe('bốc thăm')
  expect(within(thread(2)).getByText('Mới')).toBeTruthy()
  expect(within(thread(1)).queryByText('Mới')).toBeNull()
})

test('the look tells the revision and the comments that were shown', async () => {
  const { log } = await openDraft({ comments: [commentOf(1)] })
  const look = log.find(({ url }) => url.pathname === `/api/drafts/${draftId}/look`)
  expect(look?.body).toEqual({ revision: 9, comments: 1, nodeId: null })
})
