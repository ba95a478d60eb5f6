import { people } from '@bangvang/contract/people'
import { session } from '@bangvang/contract/session'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const administrator = async () => world.as(await world.make.person({ role: 'administrator' }))
const email = () => `${crypto.randomUUID()}@Example.VN`
const whatsAbout = async (aboutId: string) =>
  (await world.database.prisma.journalEntry.findMany({ where: { aboutId }, orderBy: { at: 'asc' } })).map(
    ({ what }) => what,
  )

test('an account is opened with a one-time password that is told once', async () => {
  const call = await administrator()
  const body = { email: email(), name: 'Nguyễn Thị Hạnh' }
  const { person, oneTimePassword } = await call(people.create, { body })
  expect(person).toMatchObject({
    email: body.email.toLowerCase(),
    mustChangePassword: true,
    hasPassword: true,
    mandates: [],
  })
  const signed = await world.stranger(session.signIn, {
    body: { email: body.email, password: oneTimePassword },
  })
  expect(signed.person).toMatchObject({ id: person.id, mustChangePassword: true })
  await refusal(call(people.create, { body }), 'email-taken')
  const entry = await world.database.prisma.journalEntry.findFirstOrThrow({
    where: { aboutId: person.id, what: 'person-created' },
  })
  expect(JSON.stringify(entry)).not.toContain(oneTimePassword)
})

test('a closed account is signed out at once; nobody closes their own', async () => {
  const me = await world.make.person({ role: 'administrator' })
  const other = await world.make.person({ role: 'reviewer' })
  const body = { email: email(), name: 'Tên khác', isActive: false }
  expect(await world.as(me)(people.change, { params: { personId: other.personId }, body })).toMatchObject({
    isActive: false,
    name: 'Tên khác',
  })
  expect((await world.as(other)(session.show, {})).person).toBeNull()
  await refusal(world.as(me)(people.change, { params: { personId: me.personId }, body }), 'not-found')
  await refusal(
    world.as(me)(people.change, {
      params: { personId: other.personId },
      body: { ...body, email: `${me.personId}@example.vn` },
    }),
    'email-taken',
  )
})

test('a reset gives a one-time password and ends every session', async () => {
  const call = await administrator()
  const person = await world.make.person({ role: 'reviewer' })
  const { oneTimePassword } = await call(people.resetPassword, { params: { personId: person.personId } })
  expect(oneTimePassword).toMatch(/^(\w{4}-){3}\w{4}$/)
  expect((await world.as(person)(session.show, {})).person).toBeNull()
  await refusal(call(people.resetPassword, { params: { personId: crypto.randomUUID() } }), 'not-found')
})

test('a mandate is given within its scope, to a member unit, and not twice', async () => {
  const call = await administrator()
  const season = await world.make.season()
  const person = await world.make.person({ role: 'reviewer' })
  const params = { personId: person.personId }
  const body = {
    role: 'delegate' as const,
    seasonId: season.id,
    unitId: season.chair,
    startsOn: '2020-01-01',
    endsOn: null,
    substituteForId: null,
    paperNumber: null,
  }
  expect((await call(people.grant, { params, body })).mandates).toContainEqual(
    expect.objectContaining({ role: 'delegate', unitId: season.chair }),
  )
  await refusal(call(people.grant, { params, body }), 'mandate-overlaps')
  await refusal(
    call(people.grant, { params, body: { ...body, unitId: await world.make.unit() } }),
    'unit-not-in-season',
  )
  expect(
    (
      await refusal(
        call(people.grant, { params, body: { ...body, role: 'chair', unitId: null } }),
        'invalid-request',
      )
    ).errors,
  ).toEqual([{ pointer: '#/unitId', code: 'needed' }])
  await refusal(
    call(people.grant, {
      params,
      body: { ...body, substituteForId: crypto.randomUUID(), paperNumber: '12/UBND' },
    }),
    'not-found',
  )
  const unitId = season.units[1] ?? ''
  const delegate = await world.make.person({ role: 'delegate', seasonId: season.id, unitId })
  const standIn = { ...body, substituteForId: delegate.mandateId, paperNumber: '12/UBND' }
  expect(
    (
      await refusal(
        call(people.grant, { params, body: { ...standIn, unitId: season.units[2] ?? '' } }),
        'invalid-request',
      )
    ).errors,
  ).toEqual([{ pointer: '#/substituteForId', code: 'forbidden' }])
  const substitute = await call(people.grant, { params, body: { ...standIn, unitId } })
  expect(substitute.mandates).toContainEqual(expect.objectContaining({ paperNumber: '12/UBND' }))
})

test('of two same grants at once one wins', async () => {
  const call = await administrator()
  const season = await world.make.season()
  const { personId } = await world.make.person({ role: 'reviewer' })
  const body = {
    role: 'secretary' as const,
    seasonId: season.id,
    unitId: null,
    startsOn: '2020-01-01',
    endsOn: null,
    substituteForId: null,
    paperNumber: null,
  }
  const both = await Promise.allSettled([1, 2].map(() => call(people.grant, { params: { personId }, body })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an ended mandate opens nothing the day after; one keeps the mandate one acts under', async () => {
  const me = await world.make.person({ role: 'administrator' })
  const other = await world.make.person({ role: 'administrator' })
  const call = world.as(me)
  await call(people.endMandate, { params: { mandateId: other.mandateId }, body: { endsOn: '2020-12-17' } })
  await refusal(world.as(other)(people.list, {}), 'not-allowed')
  await refusal(
    call(people.endMandate, { params: { mandateId: other.mandateId }, body: { endsOn: '2020-12-31' } }),
    'mandate-not-in-force',
  )
  await refusal(
    call(people.endMandate, { params: { mandateId: me.mandateId }, body: { endsOn: '2020-12-31' } }),
    'not-found',
  )
  expect(await whatsAbout(other.mandateId)).toEqual(['mandate-ended'])
})

test('accounts are the administrator’s: a chair may not, a stranger is asked to sign in', async () => {
  const season = await world.make.season()
  const chair = await world.make.person({ role: 'chair', seasonId: season.id, unitId: season.chair })
  await refusal(world.as(chair)(people.list, {}), 'not-allowed')
  await refusal(world.stranger(people.list, {}), 'not-signed-in')
})
