import { appraisals } from '@bangvang/contract/appraisals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const kept = { decision: { kind: 'kept' }, reason: 'Đúng hồ sơ', seen: 0 } as const

async function inAppraisal() {
  const made = await submittedSeason(world, 'appraisal')
  const { season, second } = made
  const cellOf = (unitId: string, criterionCode: string) => ({ seasonId: season.id, unitId, criterionCode })
  const gateOf = (unitId: string, gateCode = 'D02') => ({ seasonId: season.id, unitId, gateCode })
  return { ...made, appraiser: await made.as('appraiser'), cell: cellOf(second, 'TD02'), cellOf, gateOf }
}

test('a correction is a new layer with author, reason and time; what the unit reported stays beside it', async () => {
  const { cell, appraiser, entries } = await inAppraisal()
  const after = await appraiser(appraisals.decide, {
    params: cell,
    body: {
      decision: { kind: 'corrected', answer: { points: '7.5' } },
      reason: 'Thiếu kế hoạch quý IV',
      seen: 0,
    },
  })
  expect(after.self).toMatchObject({ answer: { points: '10' }, points: '10.00' })
  expect(after.appraisals).toMatchObject([
    { number: 1, points: '7.50', reason: 'Thiếu kế hoạch quý IV', at: world.clock.now },
  ])
  expect(after.effective).toMatchObject({ answer: { points: '7.5' }, points: '7.50', status: 'scored' })
  const again = await appraiser(appraisals.decide, {
    params: cell,
    body: { decision: { kind: 'overridden', points: '9' }, reason: 'Đã bổ sung hồ sơ', seen: 1 },
  })
  expect(again.appraisals.map(({ number, points }) => [number, points])).toEqual([
    [1, '7.50'],
    [2, '9.00'],
  ])
  expect(again.effective).toMatchObject({ points: '9.00', status: 'overridden', answer: { points: '10' } })
  expect((await entries()).map(({ what, before, after }) => [what, before, after])).toMatchObject([
    ['answer-corrected', { points: '10.00' }, { number: 1, points: '7.50', reason: 'Thiếu kế hoạch quý IV' }],
    ['answer-overridden', { points: '7.50' }, { number: 2, points: '9.00' }],
  ])
})

test('a decision without a reason is none', async () => {
  const { cell, appraiser } = await inAppraisal()
  await refusal(
    appraiser(appraisals.decide, { params: cell, body: { ...kept, reason: '  ' } }),
    'invalid-request',
  )
})

test('a corrected rank measure moves the places of the others, too', async () => {
  const { season, first, second, cellOf, appraiser, params } = await inAppraisal()
  const placesOf = async () => {
    const { layers } = await appraiser(appraisals.board, { params })
    return layers.appraised.map(({ unitId, cells }) => [unitId, cells.KT02?.points])
  }
  expect((await placesOf()).slice(0, 2)).toEqual([
    [first, '20.00'],
    [second, '15.00'],
  ])
  await appraiser(appraisals.decide, {
    params: cellOf(second, 'KT02'),
    body: { decision: { kind: 'corrected', answer: { value: '9' } }, reason: 'Theo Tổng cục', seen: 0 },
  })
  expect((await placesOf()).slice(0, 2)).toEqual([
    [first, '15.00'],
    [second, '20.00'],
  ])
  const view = await appraiser(appraisals.board, { params })
  expect(view.layers.self.map(({ cells }) => cells.KT02?.points)).toEqual(['20.00', '15.00', '10.00'])
  expect(view.decided).toEqual([`${second} KT02`])
  expect(view.seasonId).toBe(season.id)
})

test.each([
  {
    decision: { kind: 'corrected', answer: { points: '20.25' } },
    faults: ['#/decision/answer/points out_of_range'],
  },
  {
    decision: { kind: 'corrected', answer: { points: '1.3' } },
    faults: ['#/decision/answer/points not_a_step'],
  },
  { decision: { kind: 'corrected', answer: { value: '1' } }, faults: ['#/decision/answer wrong_shape'] },
  {
    decision: { kind: 'corrected', answer: { notApplicable: true } },
    faults: ['#/decision/answer/notApplicable not_applicable_forbidden'],
  },
  { decision: { kind: 'overridden', points: '20.01' }, faults: ['#/decision/points out_of_range'] },
  { decision: { kind: 'overridden', points: '-1' }, faults: ['#/decision/points out_of_range'] },
  { decision: { kind: 'overridden', points: '1e9' }, faults: ['#/decision/points not_a_decimal'] },
  {
    decision: { kind: 'overridden', points: '1.005', bonus: '1' },
    faults: ['#/decision/bonus out_of_range', '#/decision/points too_precise'],
  },
] as const)('$decision is refused with $faults', async ({ decision, faults }) => {
  const { cell, appraiser, entries } = await inAppraisal()
  const problem = await refusal(
    appraiser(appraisals.decide, { params: cell, body: { decision, reason: 'x', seen: 0 } }),
    'answer-invalid',
  )
  expect(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults)
  expect(await entries()).toEqual([])
})

test('of two decisions made on the same look one is kept; the other is shown what stands now', async () => {
  const { cell, appraiser, as, entries } = await inAppraisal()
  const other = await as('appraiser')
  const both = await Promise.allSettled(
    [appraiser, other].map((call) => call(appraisals.decide, { params: cell, body: kept })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const problem = await refusal(other(appraisals.decide, { params: cell, body: kept }), 'appraisal-changed')
  expect(problem.current).toMatchObject({ appraisals: [{ number: 1, reason: 'Đúng hồ sơ' }] })
  await refusal(other(appraisals.decide, { params: cell, body: { ...kept, seen: 7 } }), 'appraisal-changed')
  expect(await entries()).toHaveLength(1)
})

test('nobody appraises their own unit, the chair nothing; the vice-chair the chair’s unit alone', async () => {
  const { first, second, third, cell, cellOf, gateOf, as } = await inAppraisal()
  const ofSecond = await as('appraiser', second)
  await refusal(ofSecond(appraisals.decide, { params: cell, body: kept }), 'own-unit')
  await refusal(
    ofSecond(appraisals.decideGate, {
      params: gateOf(second),
      body: { applies: true, reason: 'x', seen: 0 },
    }),
    'own-unit',
  )
  const viceChair = await as('viceChair', second)
  await refusal(viceChair(appraisals.decide, { params: cellOf(third, 'TD02'), body: kept }), 'own-unit')
  expect(
    (await viceChair(appraisals.decide, { params: cellOf(first, 'TD02'), body: kept })).mayAppraise,
  ).toBe(true)
  for (const call of [await as('chair', first), await as('secretary'), await as('delegate', third)])
    await refusal(call(appraisals.decide, { params: cell, body: kept }), 'not-allowed')
  await refusal(world.stranger(appraisals.decide, { params: cell, body: kept }), 'not-signed-in')
})

test('a cell that is not there, or of another season, is not there', async () => {
  const { cell, cellOf, second, appraiser } = await inAppraisal()
  const elsewhere = await submittedSeason(world, 'appraisal')
  await refusal(
    (await elsewhere.as('appraiser'))(appraisals.decide, { params: cell, body: kept }),
    'not-found',
  )
  await refusal(
    appraiser(appraisals.decide, { params: cellOf(elsewhere.second, 'TD02'), body: kept }),
    'not-found',
  )
  await refusal(
    appraiser(appraisals.decide, { params: cellOf(second, 'KT99'), body: kept }),
    'unknown-criterion',
  )
  await refusal(appraiser(appraisals.cell, { params: cellOf(second, 'KT99') }), 'not-found')
  await refusal(appraiser(appraisals.cell, { params: cellOf(second, '__proto__') }), 'not-found')
})

test('points are appraised from the opening of appraisal until the ranking is finalized', async () => {
  for (const phase of ['open', 'archived'] as const) {
    const { season, second, as } = await submittedSeason(world, 'open')
    if (phase === 'archived') await freeze(season.id)
    await refusal(
      (await as('appraiser'))(appraisals.decide, {
        params: { seasonId: season.id, unitId: second, criterionCode: 'TD02' },
        body: kept,
      }),
      phase === 'open' ? 'season-closed' : 'season-finalized',
    )
  }
})

async function freeze(seasonId: string) {
  const { prisma } = world.database
  await prisma.season.update({ where: { id: seasonId }, data: { phase: 'deliberation' } })
  await prisma.finalRanking.create({
    data: { seasonId, bundle: '{}', sha256: '', finalizedAt: world.clock.now, finalizedBy: '' },
  })
  await prisma.season.update({ where: { id: seasonId }, data: { phase: 'finalized' } })
}

test('a gate applies and is lifted with a reason each time; the board carries it', async () => {
  const { params, second, gateOf, appraiser, entries } = await inAppraisal()
  const decide = (applies: boolean, seen: number) =>
    appraiser(appraisals.decideGate, {
      params: gateOf(second),
      body: { applies, reason: applies ? 'Đang thanh tra' : 'Đã có kết luận', seen },
    })
  const gates = async () =>
    (await appraiser(appraisals.board, { params })).layers.appraised.map((column) => column.gates)
  await decide(true, 0)
  expect(await gates()).toEqual([[], ['D02'], []])
  const problem = await refusal(decide(false, 0), 'gate-changed')
  expect(problem.current).toMatchObject([{ number: 1, applies: true }])
  const { items } = await decide(false, 1)
  expect(items.map(({ number, applies, reason }) => [number, applies, reason])).toEqual([
    [1, true, 'Đang thanh tra'],
    [2, false, 'Đã có kết luận'],
  ])
  expect(await gates()).toEqual([[], [], []])
  expect((await entries()).map(({ what, aboutId }) => [what, aboutId])).toEqual([
    ['gate-applied', `${second} D02`],
    ['gate-lifted', `${second} D02`],
  ])
  await refusal(
    appraiser(appraisals.decideGate, {
      params: gateOf(second, 'D99'),
      body: { applies: true, reason: 'x', seen: 0 },
    }),
    'unknown-gate',
  )
})

test('two decisions on one gate at once make one', async () => {
  const { second, gateOf, appraiser, entries } = await inAppraisal()
  const decide = () =>
    appraiser(appraisals.decideGate, {
      params: gateOf(second),
      body: { applies: true, reason: 'Đang thanh tra', seen: 0 },
    })
  const both = await Promise.allSettled([decide(), decide()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await entries()).toHaveLength(1)
})

test('a unit sees its own column, cells and gates with their reasons, and those of all from deliberation on', async () => {
  const { season, params, second, third, cell, cellOf, gateOf, appraiser, as } = await inAppraisal()
  await appraiser(appraisals.decide, { params: cell, body: kept })
  for (const unitId of [second, third])
    await appraiser(appraisals.decideGate, {
      params: gateOf(unitId),
      body: { applies: true, reason: 'Đang thanh tra', seen: 0 },
    })
  const delegate = await as('delegate', second)
  const own = await delegate(appraisals.board, { params })
  for (const layer of [own.layers.self, own.layers.appraised])
    expect(layer.map(({ unitId }) => unitId)).toEqual([second])
  expect(own.decided).toEqual([`${second} TD02`])
  // Its place among all, although it sees itself alone.
  expect(own.layers.appraised[0]?.cells.KT02?.points).toBe('15.00')
  const seen = await delegate(appraisals.cell, { params: cell })
  expect(seen).toMatchObject({ mayAppraise: false, appraisals: [{ reason: 'Đúng hồ sơ' }] })
  await refusal(delegate(appraisals.cell, { params: cellOf(third, 'TD02') }), 'not-found')
  expect((await delegate(appraisals.gates, { params })).items.map(({ unitId }) => unitId)).toEqual([second])
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'deliberation' } })
  expect((await delegate(appraisals.board, { params })).layers.self).toHaveLength(3)
  expect((await delegate(appraisals.gates, { params })).items).toHaveLength(2)
})

test('the board is not there for an administrator, another season’s appraiser, nor a stranger', async () => {
  const { params } = await inAppraisal()
  const elsewhere = await submittedSeason(world, 'appraisal')
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  for (const call of [administrator, await elsewhere.as('appraiser')]) {
    await refusal(call(appraisals.board, { params }), 'not-found')
    await refusal(call(appraisals.gates, { params }), 'not-found')
  }
  await refusal(world.stranger(appraisals.board, { params }), 'not-signed-in')
})

test('a board that did not change answers 304; each change of a layer, a gate or the phase gives it another ETag', async () => {
  const { season, second, cell, gateOf, appraiser } = await inAppraisal()
  const looker = await world.make.person({ role: 'appraiser', seasonId: season.id })
  const look = (etag?: string) =>
    world.app.inject({
      url: `/api/seasons/${season.id}/board`,
      headers: { cookie: looker.cookie, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
    })
  const tagOf = async () => String((await look()).headers.etag)
  const first = await tagOf()
  const unchanged = await look(first)
  expect([unchanged.statusCode, unchanged.body]).toEqual([304, ''])
  await appraiser(appraisals.decide, { params: cell, body: kept })
  expect((await look(first)).statusCode).toBe(200)
  const second_ = await tagOf()
  await appraiser(appraisals.decideGate, {
    params: gateOf(second),
    body: { applies: true, reason: 'Đang thanh tra', seen: 0 },
  })
  const third = await tagOf()
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'deliberation' } })
  expect(new Set([first, second_, third, await tagOf()]).size).toBe(4)
})
