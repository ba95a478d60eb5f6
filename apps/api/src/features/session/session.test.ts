import { session } from '@bangvang/contract/session'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../../password.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const password = 'mùa lúa chín vàng đồng'
async function account() {
  const person = await world.make.person({ role: 'reviewer' })
  const email = `${person.personId}@example.vn`
  await world.database.prisma.person.update({
    where: { id: person.personId },
    data: { passwordHash: await hashPassword(password) },
  })
  return { ...person, email }
}
const post = (email: string, secret: string, headers = {}) =>
  world.app.inject({ method: 'POST', url: '/api/session', payload: { email, password: secret }, headers })

test('signing in sets a cookie out of scripts’ reach, and the session says who and under which mandate', async () => {
  const { email, personId, mandateId } = await account()
  const answer = await post(` ${email.toUpperCase()} `, password)
  expect(answer.statusCode).toBe(200)
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toMatch(/^session=[\w-]{43}; .*HttpOnly.*SameSite=Strict/)
  const shown = (
    await world.app.inject({ url: '/api/session', headers: { cookie: cookie.split(';')[0] } })
  ).json()
  expect(shown).toMatchObject({
    person: { id: personId },
    mandate: { id: mandateId, role: 'reviewer' },
    sampleAccounts: null,
  })
  expect(JSON.stringify(shown)).not.toContain('argon2')
  const entry = await world.database.prisma.journalEntry.findFirstOrThrow({
    where: { what: 'signed-in', aboutId: personId },
  })
  expect(entry).toMatchObject({ chain: 'installation', actorId: personId })
})

test('behind TLS the cookie is Secure and bound to the host', async () => {
  const { email } = await account()
  const { app } = world
  const original = app.deps.env
  expect(original.TRUST_PROXY).toBe('')
  const answer = await post(email, password, { 'x-forwarded-proto': 'https' })
  // No proxy is trusted here, so its word is not taken.
  expect(String(answer.headers['set-cookie'])).not.toContain('Secure')
})

test('a wrong password and an unknown account are refused alike', async () => {
  const { email } = await account()
  const bodies = [
    (await post(email, 'sai mật khẩu rồi')).json(),
    (await post('khong.co@example.vn', 'sai mật khẩu rồi')).json(),
  ]
  expect(bodies.map(({ type, status, title, errors }) => ({ type, status, title, errors }))[0]).toEqual({
    type: '/problems/wrong-credentials',
    status: 401,
    title: bodies[1].title,
    errors: undefined,
  })
  expect(bodies[0].type).toBe(bodies[1].type)
})

test('after five failures each next one waits longer, also with the right password, and a success forgets them', async () => {
  const { email } = await account()
  for (let n = 0; n < 6; n += 1) expect((await post(email, 'sai')).statusCode).toBe(401)
  const refused = await post(email, password)
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  world.clock.now = new Date(world.clock.now.getTime() + 3000)
  expect((await post(email, 'sai')).statusCode).toBe(401)
  world.clock.now = new Date(world.clock.now.getTime() + 1000)
  expect((await post(email, password)).statusCode).toBe(429)
  world.clock.now = new Date(world.clock.now.getTime() + 3000)
  expect((await post(email, password)).statusCode).toBe(200)
  expect((await post(email, 'sai')).statusCode).toBe(401)
  expect((await post(email, password)).statusCode).toBe(200)
})

test('guesses made at once are counted before they are checked', async () => {
  const { email } = await account()
  const codes = (await Promise.all(Array.from({ length: 30 }, () => post(email, 'sai')))).map(
    ({ statusCode }) => statusCode,
  )
  expect(codes.filter((code) => code === 401)).toHaveLength(6)
  expect(codes.filter((code) => code === 429)).toHaveLength(24)
})

test('one address guesses at many accounts only so often, and whoever signs in rightly is not counted', async () => {
  await world.database.prisma.signInFailure.deleteMany()
  const { email } = await account()
  for (let n = 0; n < 20; n += 1) expect((await post(email, password)).statusCode).toBe(200)
  for (let n = 0; n < 51; n += 1) expect((await post(`x${n}@example.vn`, 'sai')).statusCode).toBe(401)
  expect((await post(email, password)).statusCode).toBe(429)
  await world.database.prisma.signInFailure.deleteMany()
})

test('many at once sign in and fail from one address, and none waits for ever', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, account))
  const tries = people.flatMap(({ email }) =>
    [password, 'sai', password].map((secret) => post(email, secret)),
  )
  const codes = new Set((await Promise.all(tries)).map(({ statusCode }) => statusCode))
  expect([...codes].sort()).toEqual([200, 401])
  const later = new Date(world.clock.now.getTime() + 90_000_000)
  world.clock.now = later
  expect((await post(people[0]?.email ?? '', password)).statusCode).toBe(200)
  const { prisma } = world.database
  expect(await prisma.signInFailure.count({ where: { lastAt: { lt: later } } })).toBe(0)
  expect(await prisma.session.count({ where: { expiresAt: { lt: later } } })).toBe(0)
})

test('who signs in again has a new session; the one before is over', async () => {
  const person = await account()
  const again = await post(person.email, password, { cookie: person.cookie })
  expect(again.statusCode).toBe(200)
  expect((await world.as(person)(session.show, {})).person).toBeNull()
})

test('a closed account does not sign in, and its sessions end at once', async () => {
  const person = await account()
  const call = world.as(person)
  await call(session.chooseLocale, { body: { locale: 'en' } })
  await world.database.prisma.person.update({ where: { id: person.personId }, data: { isActive: false } })
  await refusal(call(session.chooseLocale, { body: { locale: 'vi' } }), 'not-signed-in')
  expect((await post(person.email, password)).statusCode).toBe(401)
})

test('a new password ends the other sessions; a weak one and a wrong present one are refused at their field', async () => {
  const person = await account()
  const other = String((await post(person.email, password)).headers['set-cookie']).split(';')[0] ?? ''
  const call = world.as(person)
  expect(
    (
      await refusal(
        call(session.changePassword, { body: { present: 'sai', next: 'một mật khẩu khác hẳn' } }),
        'wrong-password',
      )
    ).errors,
  ).toEqual([{ pointer: '#/present', code: 'wrong-password' }])
  expect(
    (
      await refusal(
        call(session.changePassword, { body: { present: password, next: 'ngắn' } }),
        'weak-password',
      )
    ).errors?.[0]?.pointer,
  ).toBe('#/next')
  await call(session.changePassword, { body: { present: password, next: 'một mật khẩu khác hẳn' } })
  expect((await call(session.show, {})).person?.id).toBe(person.personId)
  expect(
    (await world.app.inject({ url: '/api/session', headers: { cookie: other } })).json().person,
  ).toBeNull()
  expect((await post(person.email, 'một mật khẩu khác hẳn')).statusCode).toBe(200)
})

test('signing out everywhere ends every session', async () => {
  const person = await account()
  await post(person.email, password)
  await world.as(person)(session.signOutEverywhere, {})
  expect(await world.database.prisma.session.count({ where: { personId: person.personId } })).toBe(0)
})

test('one acts under one’s own mandates in force, and no other', async () => {
  const person = await account()
  const stranger = await world.make.person({ role: 'reviewer' })
  const season = await world.make.season()
  const ended = await world.database.prisma.mandate.create({
    data: {
      id: crypto.randomUUID(),
      personId: person.personId,
      role: 'secretary',
      seasonId: season.id,
      startsOn: new Date('2019-01-01'),
      endsOn: new Date('2019-12-31'),
      createdAt: world.clock.now,
    },
  })
  const second = await world.database.prisma.mandate.create({
    data: {
      id: crypto.randomUUID(),
      personId: person.personId,
      role: 'secretary',
      seasonId: season.id,
      startsOn: new Date('2020-01-01'),
      createdAt: world.clock.now,
    },
  })
  const call = world.as(person)
  await refusal(call(session.actUnder, { body: { mandateId: ended.id } }), 'mandate-not-in-force')
  await refusal(call(session.actUnder, { body: { mandateId: stranger.mandateId } }), 'not-found')
  expect(await call(session.actUnder, { body: { mandateId: second.id } })).toMatchObject({
    mandate: { role: 'secretary' },
    seasons: [{ id: season.id }],
  })
  expect((await call(session.show, {})).mandate?.id).toBe(second.id)
})

test('a one-time password opens nothing but the door to one’s own', async () => {
  const person = await account()
  await world.database.prisma.person.update({
    where: { id: person.personId },
    data: { mustChangePassword: true },
  })
  const call = world.as(person)
  await refusal(call(session.chooseLocale, { body: { locale: 'en' } }), 'not-allowed')
  await call(session.changePassword, { body: { present: password, next: 'một mật khẩu khác hẳn' } })
  await call(session.chooseLocale, { body: { locale: 'en' } })
})

test('a write from another site is refused', async () => {
  const { email } = await account()
  expect((await post(email, password, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await post(email, password, { origin: 'https://elsewhere.example' })).statusCode).toBe(403)
})
