import { units } from '@bangvang/contract/units'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const administrator = async () => world.as(await world.make.person({ role: 'administrator' }))
const bacNinh = { stateCode: '24', name: 'Bắc Ninh', kind: 'province' as const, validFrom: '2025-07-01' }
const entries = (aboutId: string) =>
  world.database.prisma.journalEntry.findMany({ where: { aboutId }, orderBy: { number: 'asc' } })

test('two units may bear one name at different times, each with its code, dates and successor', async () => {
  const call = await administrator()
  await call(units.create, { body: { id: 'BNI', ...bacNinh, stateCode: '27', validFrom: '1997-01-01' } })
  await call(units.create, { body: { id: 'BNI2025', ...bacNinh } })
  await refusal(call(units.create, { body: { id: 'BNI', ...bacNinh } }), 'unit-exists')
  const ended = await call(units.end, {
    params: { unitId: 'BNI' },
    body: { validTo: '2025-06-30', successorId: 'BNI2025' },
  })
  expect(ended).toMatchObject({ validTo: '2025-06-30', successorId: 'BNI2025' })
  await refusal(
    call(units.end, { params: { unitId: 'BNI' }, body: { validTo: '2025-06-30', successorId: null } }),
    'unit-ended',
  )
  expect((await entries('BNI')).map(({ what }) => what)).toEqual(['unit-created', 'unit-ended'])
})

test('a unit does not end before it began, nor succeed itself', async () => {
  const call = await administrator()
  const unitId = await world.make.unit()
  await refusal(
    call(units.end, { params: { unitId }, body: { validTo: '1989-12-31', successorId: null } }),
    'invalid-request',
  )
  await refusal(
    call(units.end, { params: { unitId }, body: { validTo: '2025-06-30', successorId: unitId } }),
    'unknown-unit',
  )
  await refusal(
    call(units.end, { params: { unitId: 'KHONGCO' }, body: { validTo: '2025-06-30', successorId: null } }),
    'not-found',
  )
})

test('a cluster’s members of a year are different units of that year, until its season opens', async () => {
  const call = await administrator()
  const { clusterId, units: ids } = await world.make.season({ phase: 'open' })
  await refusal(
    call(units.setMembers, { params: { clusterId, year: 2020 }, body: { unitIds: ids } }),
    'season-running',
  )
  const params = { clusterId, year: 2021 }
  await refusal(
    call(units.setMembers, { params, body: { unitIds: [ids[0] ?? '', ids[0] ?? ''] } }),
    'invalid-request',
  )
  expect(
    (
      await refusal(
        call(units.setMembers, { params, body: { unitIds: [ids[0] ?? '', 'KHONGCO'] } }),
        'unknown-unit',
      )
    ).errors?.[0]?.pointer,
  ).toBe('#/unitIds/1')
  await refusal(
    call(units.setMembers, { params: { clusterId, year: 1989 }, body: { unitIds: ids } }),
    'unknown-unit',
  )
  const reversed = [...ids].reverse()
  expect((await call(units.setMembers, { params, body: { unitIds: reversed } })).years).toContainEqual({
    year: 2021,
    unitIds: reversed,
  })
  expect((await entries(clusterId)).map(({ what }) => what)).toEqual(['members-set'])
})

test('two lists of members at once leave one whole list', async () => {
  const call = await administrator()
  const { clusterId, units: ids } = await world.make.season()
  const params = { clusterId, year: 2022 }
  const lists = [ids, [...ids].reverse()]
  await Promise.all(lists.map((unitIds) => call(units.setMembers, { params, body: { unitIds } })))
  const saved = (await call(units.listClusters, {})).items
    .find(({ id }) => id === clusterId)
    ?.years.find(({ year }) => year === 2022)?.unitIds
  expect(lists).toContainEqual(saved)
})

test('a cluster has one code; nobody but the administrator keeps units', async () => {
  const call = await administrator()
  const body = { id: 'TAYBAC', name: { vi: 'Cụm Tây Bắc', en: 'North-west' } }
  await call(units.createCluster, { body })
  await refusal(call(units.createCluster, { body }), 'cluster-exists')
  const chair = world.as(
    await world.make.person({
      role: 'chair',
      seasonId: (await world.make.season()).id,
      unitId: await world.make.unit(),
    }),
  )
  await refusal(chair(units.createCluster, { body: { ...body, id: 'DONGBAC' } }), 'not-allowed')
  await refusal(world.stranger(units.list, {}), 'not-signed-in')
})
