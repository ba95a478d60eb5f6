import { criteria } from '@bangvang/contract/criteria'
import { seasons } from '@bangvang/contract/seasons'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../audit/record.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { makeVersion } from '../../test/made-versions.ts'
import { refusal } from '../../test/refusal.ts'
import { smallCriteria } from '../../test/small-criteria.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const whats = async (chain: string) =>
  world.database.prisma.journalEntry.findMany({ where: { chain }, orderBy: { number: 'asc' } })

async function prepared() {
  const season = await world.make.season({ phase: 'preparing' })
  const versionId = await makeVersion(world, season, { ...smallCriteria, decimals: 1 })
  const chair = await world.make.person({ role: 'chair', seasonId: season.id, unitId: season.chair })
  return { season, versionId, params: { seasonId: season.id }, chair, call: world.as(chair) }
}

test('a cluster’s versions are listed newest first, each with its hash and the seasons that score by it', async () => {
  const { season, versionId, call } = await prepared()
  const { items } = await call(criteria.versions, { params: { clusterId: season.clusterId } })
  expect(items).toMatchObject([
    {
      id: versionId,
      number: 2,
      status: 'adopted',
      criteria: 5,
      seasons: [],
      legalBasis: 'Quyết định sửa đổi',
    },
    {
      id: season.criteriaVersionId,
      number: 1,
      status: 'superseded',
      adoptedOn: '2020-02-14',
      maxPoints: '100',
      title: smallCriteria.title,
      seasons: [{ id: season.id, year: 2020, phase: 'preparing' }],
    },
  ])
  const version = await call(criteria.version, { params: { versionId } })
  expect(version.document).toEqual({ ...smallCriteria, decimals: 1 })
})

test('a version downloads as the very bytes its hash is of, and as a workbook', async () => {
  const { versionId, call } = await prepared()
  const params = { versionId }
  const file = await call(criteria.versionDocument, { params })
  const { sha256: hash, document } = await call(criteria.version, { params })
  const text = await (file as Blob).text()
  expect([text, sha256(text)]).toEqual([canonicalJson(document), hash])
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(
    await ((await call(criteria.versionSheet, { params, query: {} })) as Blob).arrayBuffer(),
  )
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Tiêu chí',
    'Thông tin chung',
    'Điều kiện',
    'Xếp loại',
    'Phân định',
    'bangvang',
  ])
  const sheet = workbook.getWorksheet('Tiêu chí')
  expect(sheet?.getCell('C5').value).toBe('KT01')
  expect(sheet?.getCell('I5').dataValidation).toMatchObject({ type: 'list' })
})

test('versions are there for the cluster’s mandates, the reviewer and the administrator alone', async () => {
  const { season, versionId } = await prepared()
  const params = { clusterId: season.clusterId }
  const other = await world.make.season({ units: 1 })
  const neighbour = world.as(
    await world.make.person({ role: 'secretary', seasonId: other.id, unitId: other.chair }),
  )
  await refusal(world.stranger(criteria.versions, { params }), 'not-signed-in')
  await refusal(neighbour(criteria.versions, { params }), 'not-found')
  await refusal(neighbour(criteria.version, { params: { versionId } }), 'not-found')
  await refusal(neighbour(criteria.versionDocument, { params: { versionId } }), 'not-found')
  await refusal(neighbour(criteria.versionSheet, { params: { versionId }, query: {} }), 'not-found')
  const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
  expect((await reviewer(criteria.versions, { params })).items).toHaveLength(2)
  await refusal(reviewer(criteria.versions, { params: { clusterId: 'KHONG-CO' } }), 'not-found')
  await refusal(reviewer(criteria.version, { params: { versionId: crypto.randomUUID() } }), 'not-found')
})

test('a season that is prepared takes the adopted version of its year, and the journal says which', async () => {
  const { season, versionId, params, call } = await prepared()
  const taken = await call(criteria.take, { params, body: { versionId } })
  expect(taken).toMatchObject({ id: versionId, number: 2, seasons: [{ id: season.id }] })
  expect((await call(seasons.show, { params })).criteriaVersion).toMatchObject({ id: versionId, number: 2 })
  expect(await whats(season.id)).toMatchObject([
    {
      what: 'criteria-taken',
      aboutId: versionId,
      before: { number: 1 },
      after: { number: 2, sha256: taken.sha256 },
    },
  ])
})

test('of two who take a version at once one is told that it is taken already', async () => {
  const { versionId, params, call } = await prepared()
  const both = await Promise.allSettled(
    [1, 2].map(() => call(criteria.take, { params, body: { versionId } })),
  )
  const lost = both.find((one) => one.status === 'rejected')
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const problem = await refusal(Promise.reject(lost?.reason), 'criteria-taken')
  expect(problem.current).toMatchObject({ id: versionId, number: 2 })
})

test('a version that is none of the season’s, and a season under way, are refused', async () => {
  const { season, versionId, params, call } = await prepared()
  const take = (id: string, by = call) => by(criteria.take, { params, body: { versionId: id } })
  const other = await prepared()
  await refusal(take(other.versionId), 'unknown-version')
  await refusal(take(season.criteriaVersionId), 'unknown-version')
  await refusal(take(crypto.randomUUID()), 'unknown-version')
  await refusal(take(versionId, other.call), 'not-found')
  await refusal(take(versionId, world.stranger), 'not-signed-in')
  const secretary = await world.make.person({ role: 'secretary', seasonId: season.id })
  await refusal(take(versionId, world.as(secretary)), 'not-allowed')
  await call(seasons.movePhase, { params, body: { to: 'open' } })
  await refusal(take(versionId), 'season-running')
  expect((await whats(season.id)).map(({ what }) => what)).toEqual(['phase-opened'])
})
