import { assessments } from '@bangvang/contract/assessments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name)

async function opened() {
  const season = await world.make.season()
  const params = { seasonId: season.id, unitId: season.chair }
  await world.database.prisma.assessment.create({ data: { ...params, createdAt: world.clock.now } })
  const delegate = await world.make.person({ role: 'delegate', ...params })
  return { season, params, delegate, call: world.as(delegate) }
}
const get = (id: string, cookie: string, query = '') =>
  world.app.inject({ url: `/api/evidence/${id}${query}`, headers: { cookie } })

test('a file keeps its name with diacritics, its hash, and serves many criteria', async () => {
  const { season, params, delegate, call } = await opened()
  const name = 'Xác nhận của Kho bạc Nhà nước (bản ký).pdf'
  const uploaded = await call(assessments.upload, {
    params,
    query: { criterionCode: 'KT01' },
    body: file(pdf, name.normalize('NFD')),
  })
  expect(uploaded).toMatchObject({
    name,
    contentType: 'application/pdf',
    size: pdf.length,
    criterionCodes: ['KT01'],
    inSubmission: false,
  })
  const linked = await call(assessments.linkEvidence, {
    params: { ...params, evidenceId: uploaded.id },
    body: { criterionCodes: ['TD01', 'KT01'] },
  })
  expect(linked.criterionCodes).toEqual(['KT01', 'TD01'])
  const answer = await get(uploaded.id, delegate.cookie)
  expect(answer.body).toBe(pdf)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
  })
  expect(answer.headers['content-disposition']).toContain(
    `inline; filename="Xac nhan cua Kho bac Nha nuoc (ban ky).pdf"; filename*=UTF-8''X%C3%A1c%20nh%E1%BA%ADn`,
  )
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect((await get(uploaded.id, delegate.cookie, '?download=true')).headers['content-disposition']).toMatch(
    /^attachment/,
  )
  const entries = await world.database.prisma.journalEntry.findMany({
    where: { chain: season.id },
    orderBy: { number: 'asc' },
  })
  expect(entries.map(({ what }) => what)).toEqual(['evidence-uploaded', 'evidence-linked'])
})

test('its kind is told by its content: HTML called .pdf, SVG, scripts and nothing at all are refused', async () => {
  const { params, call } = await opened()
  for (const content of [
    '<html><script>alert(1)</script></html>',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
    '#!/bin/sh\n',
    '',
  ])
    await refusal(
      call(assessments.upload, { params, query: {}, body: file(content, 'bao-cao.pdf') }),
      'evidence-kind',
    )
  expect((await call(assessments.show, { params })).evidence).toEqual([])
})

test('a file over the limit is refused and nothing of it is kept', async () => {
  const { params, call } = await opened()
  const large = new Uint8Array(26 * 1024 * 1024)
  large.set(new TextEncoder().encode(pdf))
  await refusal(call(assessments.upload, { params, query: {}, body: file(large, 'lon.pdf') }), 'too-large')
})

test('an unknown criterion is refused before the file is kept', async () => {
  const { params, call } = await opened()
  await refusal(
    call(assessments.upload, { params, query: { criterionCode: 'X9' }, body: file(pdf, 'a.pdf') }),
    'unknown-criterion',
  )
})

test('the same bytes under the same name are one file, twice at once too', async () => {
  const { params, call } = await opened()
  const both = await Promise.all(
    [1, 2].map(() => call(assessments.upload, { params, query: {}, body: file(pdf, 'a.pdf') })),
  )
  expect(new Set(both.map(({ id }) => id)).size).toBe(1)
})

test('a file goes while no submission holds it, and stays afterwards', async () => {
  const { params, call } = await opened()
  const leader = world.as(await world.make.person({ role: 'leader', ...params }))
  const kept = await call(assessments.upload, {
    params,
    query: { criterionCode: 'KT01' },
    body: file(pdf, 'giu.pdf'),
  })
  const gone = await call(assessments.upload, { params, query: {}, body: file(`${pdf}%`, 'bo.pdf') })
  await call(assessments.removeEvidence, { params: { ...params, evidenceId: gone.id } })
  await call(assessments.sendForSignOff, { params })
  await leader(assessments.signOff, { params })
  await refusal(
    call(assessments.removeEvidence, { params: { ...params, evidenceId: kept.id } }),
    'assessment-locked',
  )
  await world.database.prisma.assessment.update({
    where: { seasonId_unitId: params },
    data: { status: 'returned' },
  })
  await refusal(
    call(assessments.removeEvidence, { params: { ...params, evidenceId: kept.id } }),
    'evidence-in-use',
  )
  expect(
    (await call(assessments.show, { params })).evidence.map(({ name, inSubmission }) => [name, inSubmission]),
  ).toEqual([['giu.pdf', true]])
})

test('a file is nobody else’s until it is submitted, and never a neighbour’s', async () => {
  const { season, params, call } = await opened()
  const { id } = await call(assessments.upload, {
    params,
    query: { criterionCode: 'KT01' },
    body: file(pdf, 'a.pdf'),
  })
  const neighbour = await world.make.person({
    role: 'delegate',
    seasonId: season.id,
    unitId: season.units[1] ?? '',
  })
  const appraiser = await world.make.person({ role: 'appraiser', seasonId: season.id })
  const statuses = async () =>
    Promise.all(
      [neighbour.cookie, appraiser.cookie, ''].map(async (cookie) => (await get(id, cookie)).statusCode),
    )
  expect(await statuses()).toEqual([404, 404, 401])
  await call(assessments.sendForSignOff, { params })
  await world.as(await world.make.person({ role: 'leader', ...params }))(assessments.signOff, { params })
  expect(await statuses()).toEqual([404, 200, 401])
  await refusal(
    world.as(neighbour)(assessments.upload, { params, query: {}, body: file(pdf, 'b.pdf') }),
    'not-found',
  )
})
