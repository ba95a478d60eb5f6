import { notices } from '@bangvang/contract/notices'
import { rankings } from '@bangvang/contract/rankings'
import { seasons } from '@bangvang/contract/seasons'
import { type SessionView, session } from '@bangvang/contract/session'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answer, refuse, serve, silence } from '../lib/answer.ts'
import { setLocale } from '../lib/locale.ts'
import { renderAt, sessionOf } from '../lib/render.tsx'
import { seasonOf } from '../lib/season-sample.ts'
import { noteSignedIn } from '../lib/session-lost.ts'
import { App } from './app.tsx'
import { isCurrent, navLinks } from './nav-links.ts'

const hanh = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const nobody: SessionView = { ...hanh, person: null, mandate: null, mandates: [], seasons: [] }
const noTasks = answer(notices.tasks, { items: [] })
const aSeason = answer(seasons.show, seasonOf())

afterEach(() => {
  setLocale('vi')
  noteSignedIn()
})

test('a stranger is led to sign in, and the page wanted is kept', async () => {
  serve(answer(rankings.listPublic, { items: [] }))
  const { history } = await renderAt(<App />, { path: '/seasons/DBSH-2020/board', session: nobody })
  await screen.findByRole('heading', { level: 1, name: 'Đăng nhập' })
  expect(history?.at(-1)).toBe(`/sign-in?to=${encodeURIComponent('/seasons/DBSH-2020/board')}`)
})

test('an address that is none says so, under the top bar', async () => {
  serve()
  await renderAt(<App />, { path: '/nowhere', session: hanh })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Không có trang này')
  expect(screen.getByRole('link', { name: 'Tự chấm điểm' }).getAttribute('href')).toBe(
    '/seasons/DBSH-2020/assessments/HDU',
  )
})

test('a dead network is told, and trying again shows the page', async () => {
  serve(silence(notices.tasks), aSeason)
  await renderAt(<App />, { session: hanh })
  await screen.findByRole('heading', { name: 'Chưa kết nối được với máy chủ' }, { timeout: 3000 })
  serve(noTasks, aSeason)
  fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
  await screen.findByRole('heading', { level: 1, name: 'Hiện không còn việc nào phải làm.' })
})

test('a page of another role says that this mandate cannot open it', async () => {
  serve(refuse(notices.tasks, 'not-allowed', { instance: 'urn:request:req-7' }), aSeason)
  await renderAt(<App />, { session: hanh })
  await screen.findByRole('heading', { name: 'Vai đang dùng không mở được trang này' })
  expect(screen.getByText('urn:request:req-7')).toBeTruthy()
})

test('a session that ends over a page asks for the password and goes on there', async () => {
  let isOver = true
  const asked = serve(
    noTasks,
    aSeason,
    answer(session.chooseLocale, undefined),
    {
      endpoint: notices.tasks,
      respond: (call) =>
        isOver ? refuse(notices.tasks, 'not-signed-in').respond(call) : noTasks.respond(call),
    },
    answer(session.signIn, () => {
      isOver = false
      return { ...hanh, now: '2020-12-18T04:00:00.000Z' }
    }),
  )
  const { history } = await renderAt(<App />, { session: hanh })
  const dialog = await screen.findByRole('dialog', { name: 'Phiên làm việc đã hết' })
  expect(dialog.querySelector<HTMLInputElement>('input[name=email]')?.value).toBe('hanh@haiduong.example')
  fireEvent.change(screen.getByLabelText('Mật khẩu'), { target: { value: 'một câu dài' } })
  fireEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }))
  await screen.findByRole('heading', { level: 1, name: 'Hiện không còn việc nào phải làm.' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(history).toEqual(['/'])
  expect(asked.filter(({ method }) => method === 'POST')[0]?.body).toEqual({
    email: 'hanh@haiduong.example',
    password: 'một câu dài',
  })
})

test('a one-time password leads to choosing a new one, wherever one goes', async () => {
  serve()
  const person = hanh.person === null ? null : { ...hanh.person, mustChangePassword: true }
  await renderAt(<App />, { path: '/seasons/DBSH-2020', session: { ...hanh, person } })
  await screen.findByRole('heading', { level: 1, name: 'Tài khoản' })
  expect(screen.getByText(/chỉ dùng được một lần/)).toBeTruthy()
})

test('one press switches every sentence, and the account remembers', async () => {
  const asked = serve(noTasks, aSeason, answer(session.chooseLocale, undefined))
  await renderAt(<App />, { session: hanh })
  await screen.findByText('Hiện không còn việc nào phải làm.')
  const [first] = screen.getAllByRole('button', { name: /Đổi sang tiếng Anh/ })
  if (first !== undefined) fireEvent.click(first)
  await screen.findByText('There is nothing to do now.')
  expect(document.documentElement.lang).toBe('en')
  await waitFor(() => expect(asked.at(-1)?.body).toEqual({ locale: 'en' }))
})

test('the top bar shows the rooms of the role', () => {
  const season = hanh.seasons[0] ?? null
  const rooms = (role: Parameters<typeof sessionOf>[0]) => {
    const { mandate } = sessionOf(role)
    return navLinks({ personId: 'p', name: 'n', mandate }, season).map(({ words }) => words.split('.').at(-1))
  }
  const season2020 = ['tasks', 'season', 'assessments', 'board', 'ranking', 'drafts', 'meetings']
  expect(rooms('delegate')).toEqual(season2020)
  expect(rooms('chair')).toEqual([...season2020, 'journal'])
  expect(rooms('administrator')).toEqual(['tasks', 'season', 'journal', 'admin'])
})

test('the reviewer’s drafts are those of every cluster, a member’s those of the season', () => {
  const season = hanh.seasons[0] ?? null
  const draftsOf = (role: Parameters<typeof sessionOf>[0]) =>
    navLinks({ personId: 'p', name: 'n', mandate: sessionOf(role).mandate }, season).find(({ words }) =>
      words.endsWith('drafts'),
    )?.href
  expect(draftsOf('reviewer')).toBe('/drafts')
  expect(draftsOf('delegate')).toBe('/seasons/DBSH-2020/drafts')
})

test('the room of the present page is marked', () => {
  expect(isCurrent('/drafts', '/seasons/S-2020/drafts/1')).toBe(true)
  expect(isCurrent('/seasons/S-2020/drafts', '/seasons/S-2020/ranking')).toBe(false)
  expect(isCurrent('/', '/seasons/S-2020')).toBe(false)
  expect(isCurrent('/seasons/S-2020', '/seasons/S-2020/board')).toBe(false)
  expect(isCurrent('/seasons/S-2020/assessments/HDU', '/seasons/S-2020/assessments/BNI')).toBe(true)
  expect(isCurrent('/admin/people', '/admin/units')).toBe(true)
})
