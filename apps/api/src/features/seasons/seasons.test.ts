import { seasons } from '@bangvang/contract/seasons'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function chaired(phase: 'preparing' | 'open' | 'deliberation' = 'preparing') {
  const season = await world.make.season({ phase })
  const chair = await world.make.person({ role: 'chair', seasonId: season.id, unitId: season.chair })
  return { season, params: { seasonId: season.id }, chair, call: world.as(chair) }
}
const whats = async (chain: string) =>
  (await world.database.prisma.journalEntry.findMany({ where: { chain }, orderBy: { number: 'asc' } })).map(
    ({ what }) => what,
  )

test('the chair opens the season: each member gets its assessment, and the journal says so', async () => {
  const { season, params, chair, call } = await chaired()
  const opened = await call(seasons.movePhase, { params, body: { to: 'open' } })
  expect(opened).toMatchObject({ phase: 'open', phases: [{ phase: 'open', byName: chair.name }] })
  expect(
    await world.database.prisma.assessment.count({ where: { seasonId: season.id, status: 'draft' } }),
  ).toBe(3)
  expect(await whats(season.id)).toEqual(['phase-opened'])
})

test('of two chairs opening at once one wins', async () => {
  const { season, params, call } = await chaired()
  const both = await Promise.allSettled(
    [1, 2].map(() => call(seasons.movePhase, { params, body: { to: 'open' } })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await whats(season.id)).toEqual(['phase-opened'])
})

test('no phase is skipped or gone back to, none opens without criteria, and finalizing is another act', async () => {
  const { season, params, call } = await chaired()
  await refusal(call(seasons.movePhase, { params, body: { to: 'appraisal' } }), 'phase-not-next')
  await world.database.prisma.season.update({ where: { id: season.id }, data: { criteriaVersionId: null } })
  await refusal(call(seasons.movePhase, { params, body: { to: 'open' } }), 'criteria-not-adopted')
  const later = await chaired('deliberation')
  await refusal(
    later.call(seasons.movePhase, { params: later.params, body: { to: 'finalized' } }),
    'ranking-not-finalized',
  )
  await expect(
    world.owner.query("UPDATE season SET phase = 'open' WHERE id = $1", [later.season.id]),
  ).rejects.toThrow('never goes back')
  await expect(
    world.owner.query("UPDATE season SET phase = 'finalized' WHERE id = $1", [later.season.id]),
  ).rejects.toThrow('with its frozen ranking')
})

test('a deadline is set, then moved for all or for one unit with a reason', async () => {
  const { season, params, call } = await chaired('open')
  const set = (unitId: string | null, reason: string | null) =>
    call(seasons.setDeadline, {
      params,
      body: { kind: 'assessment', unitId, at: '2020-12-25T10:00:00.000Z', reason },
    })
  await set(null, null)
  world.clock.now = new Date(world.clock.now.getTime() + 1000)
  await refusal(set(null, null), 'deadline-without-reason')
  await refusal(set(season.units[1] ?? '', ' '), 'deadline-without-reason')
  await refusal(set('XXX', 'bão'), 'unknown-unit')
  expect((await set(season.units[1] ?? '', 'Bão số 9')).deadlines).toMatchObject([
    { unitId: null, reason: null },
    { unitId: season.units[1], reason: 'Bão số 9' },
  ])
  expect(await whats(season.id)).toEqual(['deadline-set', 'deadline-set'])
})

test('a document is adopted with its hash and number; the one before is superseded and cannot change', async () => {
  const { season, params, call } = await chaired()
  const body = {
    document: { ...smallCriteria, title: { vi: 'Sửa', en: 'Changed' } },
    legalBasis: 'Quyết định 01',
    adoptedOn: '2020-02-20',
  }
  const adopted = await call(seasons.adoptCriteria, { params, body })
  expect(adopted.criteriaVersion).toMatchObject({ number: 2, adoptedOn: '2020-02-20' })
  expect(adopted.criteriaVersion?.sha256).toMatch(/^[0-9a-f]{64}$/)
  const first = await world.database.prisma.criteriaVersion.findUniqueOrThrow({
    where: { id: season.criteriaVersionId },
  })
  expect(first.status).toBe('superseded')
  for (const pool of [world.owner, world.database.pool]) {
    await expect(
      pool.query("UPDATE criteria_version SET legal_basis = 'khác' WHERE id = $1", [
        adopted.criteriaVersion?.id,
      ]),
    ).rejects.toThrow('immutable')
  }
  await call(seasons.movePhase, { params, body: { to: 'open' } })
  await refusal(call(seasons.adoptCriteria, { params, body }), 'season-running')
})

test('a document that contradicts itself is refused with every fault at its place', async () => {
  const { params, call } = await chaired()
  const document = { ...smallCriteria, maxPoints: '99', decimals: 7 }
  const problem = await refusal(
    call(seasons.adoptCriteria, { params, body: { document, legalBasis: 'x', adoptedOn: '2020-02-20' } }),
    'criteria-contradict',
  )
  expect(problem.errors).toEqual([
    { pointer: '#/document/decimals', code: 'out_of_range' },
    { pointer: '#/document/maxPoints', code: 'sum_mismatch' },
  ])
  for (const nothing of [null, 7, [], 'x'])
    await refusal(
      call(seasons.adoptCriteria, {
        params,
        body: { document: nothing, legalBasis: 'x', adoptedOn: '2020-02-20' },
      }),
      'criteria-contradict',
    )
})

test('criteria are the members’ while prepared, and everyone’s once the season is open', async () => {
  const { season, params, call } = await chaired()
  await refusal(world.stranger(seasons.criteria, { params }), 'not-found')
  expect((await call(seasons.criteria, { params })).document).toEqual(season.criteria)
  await call(seasons.movePhase, { params, body: { to: 'open' } })
  expect((await world.stranger(seasons.criteria, { params })).number).toBe(1)
})

test('criteria that did not change are not sent again, and are nobody’s to keep while they are the members’', async () => {
  const { season, params, call, chair } = await chaired()
  const ask = (headers: Record<string, string>) =>
    world.app.inject({ url: `/api/seasons/${season.id}/criteria`, headers })
  const first = await ask({ cookie: chair.cookie })
  expect(first.headers['cache-control']).toBe('private, no-cache')
  expect(first.headers.etag).toMatch(/^"[0-9a-f]{64}"$/)
  await call(seasons.movePhase, { params, body: { to: 'open' } })
  const again = await ask({ 'if-none-match': String(first.headers.etag) })
  expect(again).toMatchObject({ statusCode: 304, body: '' })
  expect((await ask({ 'if-none-match': '"other"' })).headers['cache-control']).toBe('public, no-cache')
})

test('the administrator makes seasons and their officers, of members alone', async () => {
  const { season } = await chaired()
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  const body = {
    clusterId: season.clusterId,
    year: 2020,
    chairUnitId: season.units[1] ?? '',
    viceChairUnitId: null,
  }
  await refusal(administrator(seasons.create, { body }), 'season-exists')
  await refusal(administrator(seasons.create, { body: { ...body, year: 2021 } }), 'unknown-unit')
  await refusal(administrator(seasons.create, { body: { ...body, clusterId: 'KHONGCO' } }), 'not-found')
  await world.database.prisma.clusterMember.createMany({
    data: season.units.map((unitId, position) => ({
      clusterId: season.clusterId,
      year: 2021,
      unitId,
      position,
    })),
  })
  const made = await administrator(seasons.create, { body: { ...body, year: 2021 } })
  expect(made).toMatchObject({
    id: `${season.clusterId}-2021`,
    phase: 'preparing',
    chairUnitId: season.units[1],
  })
  const params = { seasonId: made.id }
  await refusal(
    administrator(seasons.setOfficers, {
      params,
      body: { chairUnitId: season.chair, viceChairUnitId: season.chair },
    }),
    'unknown-unit',
  )
  expect(
    await administrator(seasons.setOfficers, {
      params,
      body: { chairUnitId: season.chair, viceChairUnitId: season.units[2] ?? null },
    }),
  ).toMatchObject({ viceChairUnitId: season.units[2] })
  expect(await whats(made.id)).toEqual(['season-created', 'officers-set'])
})

test('another season’s chair finds nothing, another role may not, and each sees the seasons of the mandate', async () => {
  const { season, params } = await chaired()
  const elsewhere = await chaired()
  await refusal(elsewhere.call(seasons.movePhase, { params, body: { to: 'open' } }), 'not-found')
  await refusal(elsewhere.call(seasons.show, { params }), 'not-found')
  const secretary = world.as(await world.make.person({ role: 'secretary', seasonId: season.id }))
  await refusal(secretary(seasons.movePhase, { params, body: { to: 'open' } }), 'not-allowed')
  await refusal(world.stranger(seasons.show, { params }), 'not-signed-in')
  expect((await secretary(seasons.list, {})).items.map(({ id }) => id)).toEqual([season.id])
  expect(
    (await world.as(await world.make.person({ role: 'reviewer' }))(seasons.list, {})).items.length,
  ).toBeGreaterThan(1)
})
