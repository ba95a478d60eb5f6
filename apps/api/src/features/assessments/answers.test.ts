import { assessments } from '@bangvang/contract/assessments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function opened(phase: 'open' | 'appraisal' = 'open') {
  const season = await world.make.season({ phase })
  const unitId = season.chair
  await world.database.prisma.assessment.createMany({
    data: season.units.map((id) => ({ seasonId: season.id, unitId: id, createdAt: world.clock.now })),
  })
  const delegate = await world.make.person({ role: 'delegate', seasonId: season.id, unitId })
  const params = { seasonId: season.id, unitId, criterionCode: 'KT01' }
  return { season, unitId, delegate, params, call: world.as(delegate) }
}
const first = { answer: { target: '10', actual: '9.5' }, note: 'Nguồn: Cục Thống kê', version: 0 }
const journal = (seasonId: string) =>
  world.database.prisma.journalEntry.findMany({ where: { chain: seasonId }, orderBy: { number: 'asc' } })

test('keeps it with its note, counts its version and tells the journal what changed', async () => {
  const { season, params, call, delegate } = await opened()
  const saved = await call(assessments.saveAnswer, { params, body: first })
  expect(saved).toMatchObject({ ...first, version: 1, updatedBy: delegate.name })
  await call(assessments.saveAnswer, {
    params,
    body: { ...first, answer: { target: '10', actual: '0' }, version: 1 },
  })
  const shown = await call(assessments.show, { params })
  expect(shown.answers).toMatchObject([
    { criterionCode: 'KT01', answer: { target: '10', actual: '0' }, version: 2 },
  ])
  const entries = await journal(season.id)
  expect(entries.map(({ what }) => what)).toEqual(['answer-saved', 'answer-saved'])
  expect(entries[1]).toMatchObject({
    actorName: delegate.name,
    mandateId: delegate.mandateId,
    role: 'delegate',
    before: { answer: first.answer },
    after: { answer: { actual: '0' } },
  })
})
test('of two at once one wins and the other is told what stands now', async () => {
  const { season, params, call } = await opened()
  const other = world.as(
    await world.make.person({ role: 'delegate', seasonId: season.id, unitId: season.chair }),
  )
  const both = await Promise.allSettled([
    call(assessments.saveAnswer, { params, body: first }),
    other(assessments.saveAnswer, { params, body: { ...first, note: 'khác' } }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const problem = await refusal(call(assessments.saveAnswer, { params, body: first }), 'answer-changed')
  expect(problem.current).toMatchObject({ version: 1, answer: first.answer })
  expect(await journal(season.id)).toHaveLength(1)
})
test('names every fault at its field and keeps nothing', async () => {
  const { season, params, call } = await opened()
  const problem = await refusal(
    call(assessments.saveAnswer, {
      params,
      body: { ...first, answer: { target: '0', actual: '65,8 tr' } },
    }),
    'answer-invalid',
  )
  expect(problem.errors).toEqual([
    { pointer: '#/answer/actual', code: 'not_a_decimal' },
    { pointer: '#/answer/target', code: 'not_positive' },
  ])
  expect(await journal(season.id)).toEqual([])
})
test('is refused for an unknown criterion, a locked assessment, and a season not open', async () => {
  const { season, unitId, params, call } = await opened()
  await refusal(
    call(assessments.saveAnswer, { params: { ...params, criterionCode: 'X' }, body: first }),
    'unknown-criterion',
  )
  await world.database.prisma.assessment.update({
    where: { seasonId_unitId: { seasonId: season.id, unitId } },
    data: { status: 'awaitingSignOff' },
  })
  await refusal(call(assessments.saveAnswer, { params, body: first }), 'assessment-locked')
  const later = await opened('appraisal')
  await refusal(
    later.call(assessments.saveAnswer, { params: later.params, body: first }),
    'assessment-locked',
  )
})
test('a stranger, another role, another unit and another season are turned away', async () => {
  const { season, params } = await opened()
  await refusal(world.stranger(assessments.saveAnswer, { params, body: first }), 'not-signed-in')
  const chair = await world.make.person({ role: 'chair', seasonId: season.id, unitId: season.chair })
  await refusal(world.as(chair)(assessments.saveAnswer, { params, body: first }), 'not-allowed')
  const neighbour = await world.make.person({
    role: 'delegate',
    seasonId: season.id,
    unitId: season.units[1] ?? '',
  })
  await refusal(world.as(neighbour)(assessments.saveAnswer, { params, body: first }), 'not-found')
  const elsewhere = await opened()
  await refusal(elsewhere.call(assessments.saveAnswer, { params, body: first }), 'not-found')
})
test('many answers are saved all or none, with every fault of every one', async () => {
  const { params, call } = await opened()
  const good = { criterionCode: 'KT02', answer: { value: '7' }, note: '', version: 0 }
  const bad = { criterionCode: 'KT01', answer: { target: 'x', actual: 'y' }, note: '', version: 0 }
  const problem = await refusal(
    call(assessments.saveAnswers, { params, body: { answers: [good, bad] } }),
    'answer-invalid',
  )
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
    '#/answers/1/answer/actual',
    '#/answers/1/answer/target',
  ])
  expect((await call(assessments.show, { params })).answers).toEqual([])
  const { items } = await call(assessments.saveAnswers, {
    params,
    body: { answers: [good, { ...bad, answer: first.answer }] },
  })
  expect(items.map(({ criterionCode }) => criterionCode)).toEqual(['KT01', 'KT02'])
})
