import { appraisals } from '@bangvang/contract/appraisals'
import { assessments } from '@bangvang/contract/assessments'
import { pacts } from '@bangvang/contract/pacts'
import { seasons } from '@bangvang/contract/seasons'
import type { Answer } from '@bangvang/core/assessments/answer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A season just opened by its chair, in which one unit has registered a target of 8.5 in the closed pact. */
async function opened() {
  const season = await world.make.season({ phase: 'preparing' })
  const [unitId = '', second = '', third = ''] = season.units
  const params = { seasonId: season.id }
  const place = { ...params, unitId }
  const target = { ...place, criterionCode: 'KT01' }
  const as = async (role: 'delegate' | 'leader' | 'chair' | 'appraiser', of?: string) =>
    world.as(
      await world.make.person({ role, seasonId: season.id, ...(of === undefined ? {} : { unitId: of }) }),
    )
  const delegate = await as('delegate', unitId)
  const leader = await as('leader', unitId)
  const chair = await as('chair', unitId)
  await delegate(pacts.saveTarget, { params: target, body: { target: '8.5', note: '', version: 0 } })
  await leader(pacts.sign, { params: place, body: { revision: 1 } })
  await chair(pacts.close, { params, body: { without: [second, third] } })
  await chair(seasons.movePhase, { params, body: { to: 'open' } })
  const save = (answer: Answer, version = 0) =>
    delegate(assessments.saveAnswer, { params: target, body: { answer, note: '', version } })
  const explain = (to: string | null, seen = 0, reason = 'Dịch bệnh; Chính phủ điều chỉnh') =>
    delegate(pacts.explainChange, { params: target, body: { target: to, reason, seen } })
  const send = () => delegate(assessments.sendForSignOff, { params: place })
  return { season, params, place, target, second, as, delegate, leader, chair, save, explain, send }
}

test('what was registered stands beside the sheet, and nothing is stored for it', async () => {
  const { delegate, place } = await opened()
  const view = await delegate(assessments.show, { params: place })
  expect(view.registered).toEqual([{ criterionCode: 'KT01', target: '8.5' }])
  expect(view.answers).toEqual([])
})

test('an answer to the registered target needs no reason, however it is written', async () => {
  const { save, send } = await opened()
  await save({ target: '8.50', actual: '9' })
  expect((await send()).status).toBe('awaitingSignOff')
})

test('a changed target is saved, but not handed in before its reason is given', async () => {
  const { save, send, explain, leader, place, delegate } = await opened()
  await save({ target: '7', actual: '7.2' })
  const problem = await refusal(send(), 'target-unexplained')
  expect(problem.errors).toEqual([{ pointer: '#/answers/KT01', code: 'target-unexplained' }])
  const given = await explain('7')
  expect(given).toMatchObject({ number: 1, registered: '8.5', target: '7' })
  const { targetChanges } = await delegate(assessments.show, { params: place })
  expect(targetChanges).toEqual([given])
  await send()
  expect((await leader(assessments.signOff, { params: place })).status).toBe('submitted')
})

test('a reason is of one target: another change asks again, and going back to one explained does not', async () => {
  const { save, send, explain } = await opened()
  await save({ target: '7', actual: '7.2' })
  await explain('7')
  await save({ target: '6', actual: '7.2' }, 1)
  await refusal(send(), 'target-unexplained')
  await explain('6', 1)
  await save({ target: '7.0', actual: '7.2' }, 2)
  expect((await send()).status).toBe('awaitingSignOff')
})

test('the leader signs off no target that nobody explained', async () => {
  const { save, send, place, leader, delegate, target } = await opened()
  await save({ target: '8.5', actual: '9' })
  await send()
  // As a hand in the database might: the leader's look is the last one.
  await world.owner.query(
    `UPDATE answer SET answer = '{"target":"5","actual":"9"}' WHERE season_id = $1 AND criterion_code = $2`,
    [place.seasonId, target.criterionCode],
  )
  await refusal(leader(assessments.signOff, { params: place }), 'target-unexplained')
  await refusal(
    delegate(pacts.explainChange, { params: target, body: { target: '5', reason: 'x', seen: 0 } }),
    'assessment-locked',
  )
})

test('the board marks the cell, and its panel shows both values with the reason', async () => {
  const { save, send, explain, leader, place, target, params, chair, as, second, delegate } = await opened()
  await save({ target: '7', actual: '7.2' })
  await explain('7')
  await send()
  await leader(assessments.signOff, { params: place })
  await chair(seasons.movePhase, { params, body: { to: 'appraisal' } })
  const appraiser = await as('appraiser')
  const board = await appraiser(appraisals.board, { params })
  expect(board.changedTargets).toEqual([`${place.unitId} KT01`])
  const cell = await appraiser(appraisals.cell, { params: target })
  expect(cell.changedTarget).toMatchObject({
    registered: '8.5',
    target: '7',
    reason: 'Dịch bệnh; Chính phủ điều chỉnh',
  })
  expect((await delegate(appraisals.board, { params })).changedTargets).toHaveLength(1)
  expect((await (await as('delegate', second))(appraisals.board, { params })).changedTargets).toEqual([])
  const other = await appraiser(appraisals.cell, { params: { ...target, unitId: second } })
  expect(other.changedTarget).toBeNull()
})

test('a reason is refused where there is nothing to explain, and where someone was faster', async () => {
  const { explain, delegate, target, second, as, season } = await opened()
  await refusal(explain('8.50'), 'target-unchanged')
  await refusal(explain('8,5'), 'target-invalid')
  await refusal(
    delegate(pacts.explainChange, {
      params: { ...target, criterionCode: 'KT02' },
      body: { target: '1', reason: 'x', seen: 0 },
    }),
    'target-not-registered',
  )
  const both = await Promise.allSettled([explain('7'), explain('6')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const problem = await refusal(explain(null), 'target-changed')
  expect(problem.current).toMatchObject({ number: 1 })
  const other = await as('delegate', second)
  const body = { target: '7', reason: 'x', seen: 1 }
  await refusal(other(pacts.explainChange, { params: target, body }), 'not-found')
  await refusal((await as('chair', second))(pacts.explainChange, { params: target, body }), 'not-allowed')
  await refusal(world.stranger(pacts.explainChange, { params: target, body }), 'not-signed-in')
  const entries = await world.database.prisma.journalEntry.findMany({
    where: { chain: season.id, what: 'target-change-explained' },
  })
  expect(entries).toMatchObject([{ aboutId: `${target.unitId} KT01`, after: { number: 1 } }])
})
