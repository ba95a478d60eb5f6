import { randomUUID } from 'node:crypto'
import { criteria } from '@bangvang/contract/criteria'
import { seasons } from '@bangvang/contract/seasons'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptCriteriaVersion } from '../../criteria-versions.ts'
import { inTransaction } from '../../db.ts'
import { saveBasis } from '../../law-basis.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { shelved } from '../../test/shelf.ts'
import { smallCriteria } from '../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A season being prepared whose cluster adopted a version that rests on a law of the shelf. */
async function resting() {
  const shelf = await shelved(world)
  const season = await world.make.season({ phase: 'preparing' })
  const { clusterId } = season
  const id = randomUUID()
  await inTransaction(world.database, async (tx) => {
    await saveBasis(tx, { kind: 'criteriaVersion', id }, [shelf.first.id])
    const version = { id, clusterId, year: 2020, document: smallCriteria, legalBasis: 'Quy chế' }
    await adoptCriteriaVersion(tx, { ...version, adoptedOn: '2020-02-20', now: world.clock.now })
  })
  const chair = await world.make.person({ role: 'chair', seasonId: season.id, unitId: season.chair })
  const call = world.as(chair)
  const params = { seasonId: season.id }
  return { ...shelf, season, clusterId, versionId: id, params, call, cookie: chair.cookie }
}

test('a version names the laws it rests on; one that is replaced is flagged in the list, on it and when it is taken', async () => {
  const { call, clusterId, versionId, first, replace, params } = await resting()
  const before = await call(criteria.versions, { params: { clusterId } })
  expect(before.items.map(({ basis }) => basis)).toMatchObject([[{ lawId: first.id, replacedBy: [] }], []])
  const newer = await replace()
  const flagged = [{ lawId: first.id, replacedBy: [{ lawId: newer.id, isInPart: false }] }]
  const after = await call(criteria.versions, { params: { clusterId } })
  expect(after.items[0]?.basis).toMatchObject(flagged)
  expect((await call(criteria.version, { params: { versionId } })).basis).toMatchObject(flagged)
  expect((await call(criteria.take, { params, body: { versionId } })).basis).toMatchObject(flagged)
})

test('the criteria in force tell the laws they rest on, and are sent again once one of these is replaced', async () => {
  const { call, cookie, season, versionId, first, replace, params } = await resting()
  await call(criteria.take, { params, body: { versionId } })
  const ask = (etag: unknown) =>
    world.app.inject({
      url: `/api/seasons/${season.id}/criteria`,
      headers: { cookie, 'if-none-match': String(etag) },
    })
  const { etag } = (await ask('')).headers
  expect((await ask(etag)).statusCode).toBe(304)
  const newer = await replace()
  const again = await ask(etag)
  expect(again.statusCode).toBe(200)
  expect(again.headers.etag).not.toBe(etag)
  expect((await call(seasons.criteria, { params })).basis).toMatchObject([
    { lawId: first.id, replacedBy: [{ lawId: newer.id }] },
  ])
})
