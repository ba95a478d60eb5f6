import { rankings } from '@bangvang/contract/rankings'
import { type SessionView, session } from '@bangvang/contract/session'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Route } from 'wouter'
import { answer, refuse, serve } from '../../lib/answer.ts'
import { renderAt, sessionOf } from '../../lib/render.tsx'
import { AccountPage } from './account-page.tsx'
import { Routes } from './routes.tsx'

const SignInPage = () => (
  <Route path="/sign-in">
    <Routes />
  </Route>
)

const hanh = sessionOf('delegate', { id: 'HDU', name: 'Hải Dương' })
const account = {
  email: 'daibieu.hdu@mau.vn',
  password: 'mật khẩu mẫu',
  name: 'Nguyễn Thị Hạnh',
  role: 'delegate' as const,
  unitName: 'Hải Dương',
}
const nobody: SessionView = {
  ...hanh,
  person: null,
  mandate: null,
  mandates: [],
  seasons: [],
  sampleAccounts: [account],
}
const published = answer(rankings.listPublic, {
  items: [
    {
      seasonId: 'DBSH-2019',
      clusterName: { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta cluster' },
      year: 2019,
      finalizedAt: new Date('2020-01-20T03:00:00Z'),
    },
  ],
})

function signIn(email: string, password: string) {
  fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: email } })
  fireEvent.change(screen.getByLabelText('Mật khẩu'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }))
}

test('signing in leads to the page that was wanted', async () => {
  const asked = serve(published, answer(session.signIn, hanh))
  const { history } = await renderAt(<SignInPage />, {
    path: '/sign-in?to=%2Fseasons%2FDBSH-2020',
    session: nobody,
  })
  signIn(' hanh@haiduong.example ', 'một câu dài')
  await expect.poll(() => history?.at(-1)).toBe('/seasons/DBSH-2020')
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    email: 'hanh@haiduong.example',
    password: 'một câu dài',
  })
})

test('a wish for another site leads home', async () => {
  serve(published, answer(session.signIn, hanh))
  const { history } = await renderAt(<SignInPage />, {
    path: '/sign-in?to=%2F%2Fevil.example',
    session: nobody,
  })
  signIn('a@b.vn', 'x')
  await expect.poll(() => history?.at(-1)).toBe('/')
})

test('a wrong password and a delay are told in words, with the time', async () => {
  serve(published, refuse(session.signIn, 'wrong-credentials'))
  await renderAt(<SignInPage />, { path: '/sign-in', session: nobody })
  signIn('a@b.vn', 'x')
  await screen.findByText('E-mail hoặc mật khẩu không đúng.')
  serve(refuse(session.signIn, 'sign-in-delayed', { retryAfter: 45 }))
  signIn('a@b.vn', 'y')
  expect((await screen.findByText(/phải chờ/)).textContent).toMatch(/Thử lại sau 45 giây, từ \d\d:\d\d\./)
})

test('an account of the sample year is one press away', async () => {
  const asked = serve(published, answer(session.signIn, hanh))
  await renderAt(<SignInPage />, { path: '/sign-in', session: nobody })
  fireEvent.click(screen.getByRole('button', { name: 'Hải Dương, Đại biểu: vào thử' }))
  await expect.poll(() => asked.at(-1)?.body).toEqual({ email: account.email, password: account.password })
})

test('what is published stands there without signing in; outside a sample year no account does', async () => {
  serve(published)
  await renderAt(<SignInPage />, { path: '/sign-in', session: { ...nobody, sampleAccounts: null } })
  const link = await screen.findByRole('link', { name: 'Kết quả xếp hạng năm 2019, Cụm Đồng bằng sông Hồng' })
  expect(link.getAttribute('href')).toBe('/public/DBSH-2019')
  expect(screen.queryByRole('button', { name: /vào thử/ })).toBeNull()
})

test('a new password typed twice differently is not sent', async () => {
  const asked = serve(answer(session.changePassword, undefined), answer(session.show, hanh))
  await renderAt(<AccountPage />, { session: hanh })
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  type('Mật khẩu hiện tại', 'cũ')
  type('Mật khẩu mới', 'một câu dài và mới')
  type('Nhập lại mật khẩu mới', 'một câu khác')
  fireEvent.click(screen.getByRole('button', { name: 'Đổi mật khẩu' }))
  await screen.findByText('Hai lần nhập khác nhau.')
  expect(asked).toEqual([])
  type('Nhập lại mật khẩu mới', 'một câu dài và mới')
  fireEvent.click(screen.getByRole('button', { name: 'Đổi mật khẩu' }))
  await screen.findByText(/Đã đổi mật khẩu/)
  expect(asked[0]?.body).toEqual({ present: 'cũ', next: 'một câu dài và mới' })
})

test('signing out everywhere ends here, too', async () => {
  const asked = serve(answer(session.signOutEverywhere, undefined), answer(session.show, nobody))
  const { history } = await renderAt(<AccountPage />, { path: '/account', session: hanh })
  fireEvent.click(screen.getByRole('button', { name: 'Đăng xuất khỏi mọi trình duyệt' }))
  await expect.poll(() => history?.at(-1)).toBe('/sign-in')
  expect(asked[0]).toMatchObject({ method: 'DELETE' })
})
