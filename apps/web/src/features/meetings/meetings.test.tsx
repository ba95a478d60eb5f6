import { meetings } from '@bangvang/contract/meetings'
import { type MinutesView, minutes } from '@bangvang/contract/minutes'
import { proceedings } from '@bangvang/contract/proceedings'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { itemIds, meetingId, meetingOf, proceedingsOf } from '../../lib/meeting-sample.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { peopleOf } from './attendance.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { ProjectorPage } from './projector-page.tsx'

const delegate = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const secretary = sessionOf('secretary', { id: 'QNI', name: 'Quảng Ninh' })
const runs = { run: true, speak: false, commentFor: null }
const page = <MeetingPage seasonId="DBSH-2020" meetingId={meetingId} votesOf={() => null} />

test('a delegate sees the quorum as a part of the members, and asks to speak', async () => {
  const asked = serve(
    answer(meetings.show, meetingOf()),
    answer(proceedings.show, proceedingsOf()),
    answer(proceedings.askToSpeak, proceedingsOf()),
  )
  await renderAt(page, { session: delegate })
  await screen.findByText('2/3 có mặt, đủ số họp (cần 2)')
  expect(screen.queryByRole('button', { name: 'Kết thúc họp' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Đăng ký phát biểu' }))
  await waitFor(() => expect(asked.at(-1)).toBeTruthy())
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ speaker: null })
})

test('the secretary moves the meeting to an item and notes a conclusion on it', async () => {
  const asked = serve(
    answer(meetings.show, meetingOf({ may: runs })),
    answer(proceedings.show, proceedingsOf()),
    answer(proceedings.setCurrent, proceedingsOf()),
    answer(proceedings.contribute, proceedingsOf()),
  )
  await renderAt(page, { session: secretary })
  fireEvent.click(await screen.findByRole('button', { name: 'Chuyển tới mục này' }))
  await waitFor(() =>
    expect(asked.find(({ url }) => url.pathname.endsWith('/current'))?.body).toEqual({ itemId: itemIds[1] }),
  )
  fireEvent.change(screen.getByLabelText('Nội dung'), { target: { value: 'Thống nhất bảng xếp hạng.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Ghi kết luận' }))
  await waitFor(() =>
    expect(asked.find(({ url }) => url.pathname.endsWith('/contributions'))?.body).toEqual({
      itemId: itemIds[0],
      kind: 'conclusion',
      body: 'Thống nhất bảng xếp hạng.',
      speaker: null,
    }),
  )
})

test('people are written one a line, with their office after a semicolon', () => {
  expect(peopleOf('Nguyễn Văn A; Phó Chủ tịch\n\n Trần B ')).toEqual([
    { name: 'Nguyễn Văn A', title: 'Phó Chủ tịch' },
    { name: 'Trần B', title: '' },
  ])
})

test('the wall shows the current item in its agenda and who is there', async () => {
  const { quorum, agenda } = meetingOf()
  serve(
    answer(proceedings.projector, {
      meetingId,
      now: new Date(),
      kind: 'preparatory',
      title: 'Họp trù bị',
      status: 'running',
      startsAt: new Date('2021-01-17T01:00:00Z'),
      place: 'Quảng Ninh',
      startedAt: null,
      endedAt: null,
      currentItemId: itemIds[0],
      quorum,
      agenda,
      units: [],
      speaking: null,
      waiting: [],
      conclusions: [],
      ballot: null,
    }),
  )
  await renderAt(<ProjectorPage seasonId="DBSH-2020" meetingId={meetingId} voteOf={() => null} />, {
    session: delegate,
  })
  const now = (await screen.findAllByRole('listitem')).find((item) => item.getAttribute('aria-current'))
  expect(now?.textContent).toContain('Thông qua bảng xếp hạng')
  expect(screen.getByText('Họp trù bị, Quảng Ninh, chủ Nhật 17/01/2021')).toBeTruthy()
})

const paragraph = {
  id: itemIds[0],
  position: 1,
  kind: 'paragraph' as const,
  text: 'Cuộc họp bắt đầu lúc 8 giờ.',
  version: 2,
  editedBy: null,
  editedAt: null,
}
const written: MinutesView = {
  meetingId,
  status: 'edited',
  title: 'Biên bản họp trù bị',
  revision: 4,
  writtenAt: new Date('2021-01-17T05:00:00Z'),
  writtenBy: 'Phạm Thị Lan',
  paragraphs: [paragraph],
  draftId: null,
  sha256: null,
  approved: null,
  signatures: [],
  lockedAt: null,
  signedFiles: [],
  addenda: [],
  may: { rewrite: false, edit: true, sendOut: false, approve: false, sign: null, addAddendum: false },
}

test('a paragraph changed meanwhile shows what stands there, and is saved over it only by choice', async () => {
  const theirs = { ...paragraph, text: 'Cuộc họp bắt đầu lúc 8 giờ 05.', version: 3 }
  const asked = serve(
    answer(meetings.show, meetingOf({ status: 'closed', may: runs })),
    answer(minutes.show, written),
    refuse(minutes.saveParagraph, 'paragraph-changed', { current: theirs }),
  )
  await renderAt(<MinutesPage seasonId="DBSH-2020" meetingId={meetingId} />, { session: secretary })
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa đoạn 1' }))
  const field = screen.getByLabelText('Sửa đoạn 1')
  fireEvent.change(field, { target: { value: 'Họp bắt đầu lúc 8 giờ.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Lưu đoạn' }))
  await screen.findByText(/Bản của họ: Cuộc họp bắt đầu lúc 8 giờ 05/)
  expect((field as HTMLTextAreaElement).value).toBe('Họp bắt đầu lúc 8 giờ.')
  fireEvent.click(screen.getByRole('button', { name: 'Giữ bản của tôi' }))
  await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2))
  const versions = asked.flatMap(({ method, body }) =>
    method === 'PUT' ? [(body as { version: number }).version] : [],
  )
  expect(versions).toEqual([2, 3])
})

test('minutes that are approved are signed by their hash', async () => {
  const sha256 = 'a'.repeat(64)
  const approved = {
    ...written,
    status: 'approved' as const,
    sha256,
    may: { ...written.may, edit: false, sign: 'secretary' as const },
  }
  const asked = serve(
    answer(meetings.show, meetingOf({ status: 'closed' })),
    answer(minutes.show, approved),
    answer(minutes.sign, approved),
  )
  await renderAt(<MinutesPage seasonId="DBSH-2020" meetingId={meetingId} />, { session: secretary })
  fireEvent.click(await screen.findByRole('button', { name: 'Ký biên bản (thư ký)' }))
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ addendum: 0, sha256 }),
  )
})
