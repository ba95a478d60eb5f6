import { drafts } from '@bangvang/contract/drafts'
import { rankings } from '@bangvang/contract/rankings'
import { type RankingBundle, verifyBundle } from '@bangvang/core/rankings/bundle'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../audit/record.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function inDeliberation() {
  const made = await submittedSeason(world, 'deliberation')
  const chair = await made.as('chair', made.first)
  const revisionOf = async () => (await chair(rankings.show, { params: made.params })).revision
  const finalize = async () =>
    chair(rankings.finalize, { params: made.params, body: { revision: await revisionOf() } })
  return { ...made, chair, finalize, revisionOf }
}

test('a draft ranking is live from the latest layers, over the whole cluster', async () => {
  const { params, first, second, third, chair } = await inDeliberation()
  const view = await chair(rankings.show, { params })
  expect(view.final).toBeNull()
  expect(view.mayFinalize).toBe(true)
  expect(view.rows.map(({ unitId, rank, total, gates }) => [unitId, rank, total, gates])).toEqual([
    [first, 1, '100.00', []],
    [second, 2, '85.00', []],
    [third, 3, '70.00', []],
  ])
  expect(view.submissions?.map(({ unit }) => unit)).toEqual([first, second, third])
  await world.database.prisma.gateDecision.createMany({
    data: [
      {
        ...params,
        unitId: first,
        gateCode: 'D01',
        number: 1,
        applies: true,
        reason: 'Không ký giao ước',
        byName: 'Tổ thẩm định',
        byMandateId: crypto.randomUUID(),
        at: world.clock.now,
      },
    ],
  })
  const after = await chair(rankings.show, { params })
  expect(after.revision).toBe(view.revision + 1)
  expect(after.rows.map(({ unitId, rank, gates }) => [unitId, rank, gates])).toEqual([
    [second, 1, []],
    [third, 2, []],
    [first, null, ['D01']],
  ])
})

test('units that come to the same share their place', async () => {
  const answers = { TD01: { option: 'yes' }, TD02: { points: '5' } }
  const { params, as, first, second } = await submittedSeason(world, 'appraisal', [answers, answers])
  const { rows } = await (await as('secretary'))(rankings.show, { params })
  expect(rows.map(({ unitId, rank, tiedWith }) => [unitId, rank, tiedWith])).toEqual([
    [first, 1, [second]],
    [second, 1, [first]],
  ])
})

test('the draft is shown from appraisal to those who make it, from deliberation to every unit, to an administrator never', async () => {
  const { season, params, second, as } = await submittedSeason(world, 'appraisal')
  const delegate = await as('delegate', second)
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
  for (const call of [await as('appraiser'), await as('secretary'), reviewer])
    expect((await call(rankings.show, { params })).rows).toHaveLength(3)
  await refusal(delegate(rankings.show, { params }), 'not-found')
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'deliberation' } })
  expect(await delegate(rankings.show, { params })).toMatchObject({ mayFinalize: false })
  await refusal(administrator(rankings.show, { params }), 'not-found')
  await refusal(world.stranger(rankings.show, { params }), 'not-signed-in')
})

test('the chair finalizes: one bundle that verifies, kept byte for byte, with its entry in the journal', async () => {
  const { season, params, chair, finalize, as, second, entries } = await inDeliberation()
  const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
  const comment = await reviewer(drafts.comment, {
    params,
    body: { anchor: second, body: 'Cần ghi rõ căn cứ.' },
  })
  await chair(drafts.answer, {
    params: { commentId: comment.id },
    body: { kind: 'accepted', body: 'Đã bổ sung.' },
  })
  const view = await finalize()
  expect(view).toMatchObject({ phase: 'finalized', mayFinalize: false })
  expect(view.rows.map(({ total }) => total)).toEqual(['100.00', '85.00', '70.00'])

  const file = await (await as('delegate', second))(rankings.bundle, { params })
  const text = await file.text()
  const bundle = JSON.parse(text) as RankingBundle
  expect(verifyBundle(bundle, sha256)).toEqual({ ok: true, differences: [], faults: [] })
  expect(bundle.sha256).toBe(view.final?.sha256)
  const row = await world.database.prisma.finalRanking.findUniqueOrThrow({ where: { seasonId: season.id } })
  expect(text).toBe(row.bundle)
  expect(bundle.content.comments).toMatchObject([
    { anchor: second, body: 'Cần ghi rõ căn cứ.', answer: { kind: 'accepted', body: 'Đã bổ sung.' } },
  ])
  const journal = await entries()
  expect(journal.map(({ what }) => what)).toEqual([
    'ranking-commented',
    'comment-answered',
    'ranking-finalized',
  ])
  expect(bundle.content.journal).toEqual({ chain: season.id, number: 2, hash: journal[1]?.hash })
  expect(journal[2]).toMatchObject({ role: 'chair', after: { sha256: bundle.sha256, phase: 'finalized' } })
  expect(
    await world.database.prisma.phaseChange.count({ where: { seasonId: season.id, phase: 'finalized' } }),
  ).toBe(1)
})

test('a ranking is finalized in deliberation alone, and once', async () => {
  const early = await submittedSeason(world, 'appraisal')
  await refusal(
    (await early.as('chair', early.first))(rankings.finalize, {
      params: early.params,
      body: { revision: 3 },
    }),
    'season-not-in-deliberation',
  )
  const { finalize } = await inDeliberation()
  await finalize()
  await refusal(finalize(), 'season-not-in-deliberation')
})

test('what is frozen is what the chair saw: a ranking that changed meanwhile is shown again first', async () => {
  const { params, chair, revisionOf } = await inDeliberation()
  const revision = await revisionOf()
  const problem = await refusal(
    chair(rankings.finalize, { params, body: { revision: revision - 1 } }),
    'ranking-changed',
  )
  expect(problem.current).toEqual({ revision })
})

test('a comment without an answer keeps the ranking a draft', async () => {
  const { params, as, second, finalize, entries } = await inDeliberation()
  const comment = await (await as('leader', second))(drafts.comment, {
    params,
    body: { anchor: null, body: 'Đề nghị xem lại.' },
  })
  const problem = await refusal(finalize(), 'comments-unanswered')
  expect(problem.errors).toEqual([{ pointer: `#/comments/${comment.id}`, code: 'unanswered' }])
  expect((await entries()).map(({ what }) => what)).toEqual(['ranking-commented'])
})

test('a unit that is revising, or waits for its leader, keeps the ranking a draft', async () => {
  const { season, second, third, finalize } = await inDeliberation()
  const settle = (unitId: string, status: 'returned' | 'awaitingSignOff' | 'submitted') =>
    world.database.prisma.assessment.update({
      where: { seasonId_unitId: { seasonId: season.id, unitId } },
      data: { status },
    })
  await settle(second, 'returned')
  await settle(third, 'awaitingSignOff')
  const problem = await refusal(finalize(), 'assessments-unsettled')
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([`#/units/${second}`, `#/units/${third}`])
  await settle(second, 'submitted')
  const at = new Date(world.clock.now.getTime() - 1)
  await world.database.prisma.deadline.create({
    data: {
      id: crypto.randomUUID(),
      seasonId: season.id,
      kind: 'assessment',
      unitId: null,
      at,
      createdAt: at,
      byName: 'Cụm trưởng',
    },
  })
  // Once the deadline has passed, what the unit last submitted stands.
  expect((await finalize()).phase).toBe('finalized')
})

test('two finalizations at once make one frozen ranking', async () => {
  const { season, finalize, entries } = await inDeliberation()
  const both = await Promise.allSettled([finalize(), finalize()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await world.database.prisma.finalRanking.count({ where: { seasonId: season.id } })).toBe(1)
  expect((await entries()).filter(({ what }) => what === 'ranking-finalized')).toHaveLength(1)
})

test('nobody but the season’s chair finalizes; the secretary finalizes nothing', async () => {
  const { params, first, second, as } = await inDeliberation()
  const body = { revision: 3 }
  for (const call of [await as('secretary'), await as('viceChair', second), await as('leader', first)])
    await refusal(call(rankings.finalize, { params, body }), 'not-allowed')
  const elsewhere = await submittedSeason(world, 'deliberation')
  const chairOfAnother = await elsewhere.as('chair', elsewhere.first)
  await refusal(chairOfAnother(rankings.finalize, { params, body }), 'not-found')
  await refusal(chairOfAnother(rankings.show, { params }), 'not-found')
  await refusal(world.stranger(rankings.finalize, { params, body }), 'not-signed-in')
})

test('there is no bundle before the ranking is final, nor for who may not see the season', async () => {
  const { params, chair, finalize } = await inDeliberation()
  await refusal(chair(rankings.bundle, { params }), 'not-found')
  await finalize()
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  await refusal(administrator(rankings.bundle, { params }), 'not-found')
  await refusal(world.stranger(rankings.bundle, { params }), 'not-signed-in')
})

test('the public reads a final ranking without signing in: units and points, no person; a draft is not there', async () => {
  const { season, params, finalize } = await inDeliberation()
  const listed = async () =>
    (await world.stranger(rankings.listPublic, {})).items.map(({ seasonId }) => seasonId)
  await refusal(world.stranger(rankings.showPublic, { params }), 'not-found')
  expect(await listed()).not.toContain(season.id)
  const { final } = await finalize()
  expect(await listed()).toContain(season.id)
  const shown = await world.stranger(rankings.showPublic, { params })
  expect(shown.rows.map(({ rank, total }) => [rank, total])).toEqual([
    [1, '100.00'],
    [2, '85.00'],
    [3, '70.00'],
  ])
  expect(shown.sections.map(({ code, role }) => [code, role])).toEqual([
    ['I', 'scored'],
    ['II', 'scored'],
    ['B', 'bonus'],
  ])
  const answer = await world.app.inject(`/api/public/rankings/${season.id}`)
  expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=300', etag: `"${final?.sha256}"` })
  expect(answer.body).not.toContain(final?.finalizedBy)
  const again = await world.app.inject({
    url: `/api/public/rankings/${season.id}`,
    headers: { 'if-none-match': `"${final?.sha256}"` },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})
