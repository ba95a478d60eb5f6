import { assessments } from '@bangvang/contract/assessments'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../audit/record.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function filledIn(phase: 'open' | 'appraisal' = 'open') {
  const season = await world.make.season({ phase })
  const params = { seasonId: season.id, unitId: season.units[2] ?? '' }
  await world.database.prisma.assessment.create({ data: { ...params, createdAt: world.clock.now } })
  const of = (role: 'delegate' | 'leader') => world.make.person({ role, ...params })
  const delegate = await of('delegate')
  const leader = await of('leader')
  const appraiser = await world.make.person({ role: 'appraiser', seasonId: season.id })
  if (phase === 'open')
    await world.as(delegate)(assessments.saveAnswer, {
      params: { ...params, criterionCode: 'KT01' },
      body: { answer: { target: '10', actual: '9' }, note: '', version: 0 },
    })
  return { season, params, delegate, leader, appraiser }
}

const whats = async (chain: string) =>
  (await world.database.prisma.journalEntry.findMany({ where: { chain }, orderBy: { number: 'asc' } })).map(
    ({ what }) => what,
  )

test('a delegate hands over, the leader signs off: an immutable, hashed, scored snapshot', async () => {
  const { season, params, delegate, leader } = await filledIn()
  expect(await world.as(delegate)(assessments.sendForSignOff, { params })).toMatchObject({
    status: 'awaitingSignOff',
    isEditable: false,
  })
  const signed = await world.as(leader)(assessments.signOff, { params })
  expect(signed).toMatchObject({
    status: 'submitted',
    submissions: [
      { number: 1, total: '20.00', isLate: false, submittedBy: delegate.name, signedOffBy: leader.name },
    ],
  })
  const row = await world.database.prisma.submission.findFirstOrThrow({ where: params })
  expect(row.sha256).toBe(sha256(canonicalJson(row.answers)))
  expect(await whats(season.id)).toEqual([
    'answer-saved',
    'assessment-sent-for-sign-off',
    'assessment-submitted',
  ])
  await expect(world.owner.query('UPDATE submission SET total = $1', ['99'])).rejects.toThrow('kept for ever')
  await expect(world.owner.query('DELETE FROM submission')).rejects.toThrow('kept for ever')
})

test('a submission after the deadline is taken and marked late; an extension for the unit lifts that', async () => {
  const { season, params, delegate, leader } = await filledIn()
  const set = (unitId: string | null, day: string, created: string) =>
    world.database.prisma.deadline.create({
      data: {
        id: crypto.randomUUID(),
        seasonId: season.id,
        kind: 'assessment',
        unitId,
        at: new Date(day),
        createdAt: new Date(created),
        byName: 'Cụm trưởng',
      },
    })
  await set(null, '2020-12-01', '2020-11-01')
  await world.as(delegate)(assessments.sendForSignOff, { params })
  expect((await world.as(leader)(assessments.signOff, { params })).submissions[0]?.isLate).toBe(true)
  await set(params.unitId, '2020-12-25', '2020-12-02')
  expect((await world.as(leader)(assessments.show, { params })).deadline).toEqual(new Date('2020-12-25'))
})

test('a returned submission stays, is revised during appraisal and submitted again', async () => {
  const { season, params, delegate, leader, appraiser } = await filledIn()
  await world.as(delegate)(assessments.sendForSignOff, { params })
  await world.as(leader)(assessments.signOff, { params })
  await refusal(
    world.as(appraiser)(assessments.return, { params, body: { reason: '  ' } }),
    'invalid-request',
  )
  await world.as(appraiser)(assessments.return, { params, body: { reason: 'Thiếu xác nhận của Kho bạc' } })
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'appraisal' } })
  const shown = await world.as(delegate)(assessments.show, { params })
  expect(shown).toMatchObject({
    status: 'returned',
    isEditable: true,
    returned: { reason: 'Thiếu xác nhận của Kho bạc', byName: appraiser.name },
  })
  await world.as(delegate)(assessments.saveAnswer, {
    params: { ...params, criterionCode: 'KT01' },
    body: { answer: { target: '10', actual: '10' }, note: '', version: 1 },
  })
  await world.as(delegate)(assessments.sendForSignOff, { params })
  const again = await world.as(leader)(assessments.signOff, { params })
  expect(again.submissions.map(({ number, total }) => [number, total])).toEqual([
    [1, '20.00'],
    [2, '40.00'],
  ])
})

test('a leader sends it back with a reason; nobody signs off what is not waiting', async () => {
  const { params, delegate, leader } = await filledIn()
  await refusal(world.as(leader)(assessments.signOff, { params }), 'assessment-not-awaiting')
  await world.as(delegate)(assessments.sendForSignOff, { params })
  await refusal(world.as(delegate)(assessments.sendForSignOff, { params }), 'assessment-locked')
  expect(
    await world.as(leader)(assessments.takeBack, { params, body: { reason: 'Xem lại KT01' } }),
  ).toMatchObject({ status: 'draft', returned: { reason: 'Xem lại KT01' } })
  await refusal(
    world.as(leader)(assessments.takeBack, { params, body: { reason: '' } }),
    'assessment-not-awaiting',
  )
})

test('two sign-offs at once make one submission', async () => {
  const { params, delegate, leader } = await filledIn()
  await world.as(delegate)(assessments.sendForSignOff, { params })
  const both = await Promise.allSettled([1, 2].map(() => world.as(leader)(assessments.signOff, { params })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await world.database.prisma.submission.count({ where: params })).toBe(1)
})

test('nobody returns the submission of their own unit, nor one that is not there or another season’s', async () => {
  const { season, params, appraiser } = await filledIn()
  const own = await world.make.person({ role: 'appraiser', ...params })
  await refusal(world.as(own)(assessments.return, { params, body: { reason: 'x' } }), 'own-unit')
  await refusal(
    world.as(appraiser)(assessments.return, { params, body: { reason: 'x' } }),
    'assessment-not-submitted',
  )
  const elsewhere = await world.make.person({
    role: 'chair',
    seasonId: (await world.make.season()).id,
    unitId: season.chair,
  })
  await refusal(world.as(elsewhere)(assessments.return, { params, body: { reason: 'x' } }), 'not-found')
})

test('what is being typed is the unit’s own: the others see a submission only', async () => {
  const { season, params, delegate, leader, appraiser } = await filledIn()
  expect((await world.as(appraiser)(assessments.show, { params })).answers).toEqual([])
  const neighbour = world.as(
    await world.make.person({ role: 'delegate', seasonId: season.id, unitId: season.units[1] ?? '' }),
  )
  await refusal(neighbour(assessments.show, { params }), 'not-found')
  expect(
    (await neighbour(assessments.list, { params })).items.find(({ unitId }) => unitId === params.unitId),
  ).toMatchObject({ status: 'draft', answered: null })
  await world.as(delegate)(assessments.sendForSignOff, { params })
  await world.as(leader)(assessments.signOff, { params })
  expect((await world.as(appraiser)(assessments.show, { params })).answers).toMatchObject([
    { criterionCode: 'KT01' },
  ])
  await refusal(neighbour(assessments.show, { params }), 'not-found')
})

test('what the unit submitted the year before stands beside this year’s', async () => {
  const { season, params, delegate, leader } = await filledIn()
  expect((await world.as(delegate)(assessments.show, { params })).lastYear).toBeNull()
  await world.as(delegate)(assessments.sendForSignOff, { params })
  await world.as(leader)(assessments.signOff, { params })
  const id = `${season.clusterId}-2021`
  await world.database.prisma.season.create({
    data: {
      id,
      clusterId: season.clusterId,
      year: 2021,
      phase: 'open',
      chairUnitId: season.chair,
      criteriaVersionId: season.criteriaVersionId,
      createdAt: world.clock.now,
    },
  })
  const next = { seasonId: id, unitId: params.unitId }
  await world.database.prisma.assessment.create({ data: { ...next, createdAt: world.clock.now } })
  const later = world.as(await world.make.person({ role: 'delegate', ...next }))
  expect((await later(assessments.show, { params: next })).lastYear).toEqual({
    year: 2020,
    answers: { KT01: { target: '10', actual: '9' } },
  })
})
