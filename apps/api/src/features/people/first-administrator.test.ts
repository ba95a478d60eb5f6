import { session } from '@bangvang/contract/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { makeFirstAdministrator } from './first-administrator.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const wish = { email: 'Quan.Tri@Tinh.VN', name: 'Phạm Văn Đức', password: 'bốn mùa hoa sen nở' }
const make = (change = {}) => makeFirstAdministrator(world.database, { ...wish, ...change }, world.clock.now)

test('the first administrator signs in with the password they chose, and the journal knows', async () => {
  expect(await make()).toEqual({ ok: true, email: 'quan.tri@tinh.vn' })
  const signed = await world.stranger(session.signIn, {
    body: { email: wish.email, password: wish.password },
  })
  expect(signed.mandate?.role).toBe('administrator')
  expect(signed.person?.mustChangePassword).toBe(false)
  const entries = await world.database.prisma.journalEntry.findMany({ orderBy: { number: 'asc' } })
  expect(entries.map(({ what, actorName }) => [what, actorName]).slice(0, 2)).toEqual([
    ['person-created', wish.name],
    ['mandate-given', wish.name],
  ])
  expect(JSON.stringify(entries)).not.toContain(wish.password)
})

test('nobody is made where somebody administrates; a closed account administrates nothing', async () => {
  const { personId } = await world.make.person({ role: 'administrator' })
  expect(await make()).toEqual({ ok: false, refusal: { reason: 'administrator-exists' } })
  await world.database.prisma.person.update({ where: { id: personId }, data: { isActive: false } })
  expect(await make()).toMatchObject({ ok: true })
})

test('an e-mail that is taken stays whose it is', async () => {
  const { personId } = await world.make.person({ role: 'reviewer' })
  expect(await make({ email: `${personId}@example.vn` })).toEqual({
    ok: false,
    refusal: { reason: 'email-taken' },
  })
})

test('no weak password, no e-mail that is none, no empty name', async () => {
  expect(await make({ password: 'ngắn' })).toMatchObject({ refusal: { weakness: 'too-short' } })
  const { refusal } = (await make({ email: 'quản trị', name: ' ' })) as {
    refusal: { errors: { pointer: string }[] }
  }
  expect(refusal.errors.map(({ pointer }) => pointer)).toEqual(['#/email', '#/name'])
})

test('of two at once one is the first', async () => {
  const made = await Promise.all([make(), make({ email: 'khac@tinh.vn' })])
  expect(made.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await world.database.prisma.mandate.count({ where: { role: 'administrator' } })).toBe(1)
})
