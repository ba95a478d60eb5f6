import { appraisals } from '@bangvang/contract/appraisals'
import { assessments } from '@bangvang/contract/assessments'
import { drafts } from '@bangvang/contract/drafts'
import { notices } from '@bangvang/contract/notices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Client = World['stranger']
const tasksOf = async (client: Client) => (await client(notices.tasks, {})).items

test('a delegate sees how much is missing; what was answered no longer is', async () => {
  const season = await world.make.season({ phase: 'open' })
  const params = { seasonId: season.id, unitId: season.chair }
  await world.database.prisma.assessment.create({ data: { ...params, createdAt: world.clock.now } })
  await world.database.prisma.deadline.create({
    data: {
      id: crypto.randomUUID(),
      seasonId: season.id,
      kind: 'assessment',
      at: new Date('2020-12-25T10:00:00.000Z'),
      createdAt: world.clock.now,
      byName: 'Cụm trưởng',
    },
  })
  const delegate = world.as(await world.make.person({ role: 'delegate', ...params }))
  const save = (criterionCode: string, answer: object | null) =>
    delegate(assessments.saveAnswer, {
      params: { ...params, criterionCode },
      body: { answer: answer as never, note: 'x', version: 0 },
    })
  await save('KT01', { target: '10', actual: '0' })
  await save('KT02', null)
  await save('TD01', { notApplicable: true })
  expect(await tasksOf(delegate)).toEqual([
    {
      kind: 'fillIn',
      seasonId: season.id,
      unitId: season.chair,
      due: new Date('2020-12-25T10:00:00.000Z'),
      isDone: false,
      left: 3,
      of: 5,
      missing: [
        { criterionCode: 'KT01', what: 'evidence' },
        { criterionCode: 'KT02', what: 'answer' },
        { criterionCode: 'TD02', what: 'answer' },
        { criterionCode: 'B01', what: 'answer' },
      ],
    },
  ])
})

test('an appraiser’s work is counted over every unit but the own; the vice-chair’s over the chair’s unit', async () => {
  const { season, first, second, as } = await submittedSeason(world, 'appraisal')
  const appraiser = await as('appraiser')
  const counted = async (client: Client) =>
    (await tasksOf(client)).map(({ kind, left, of }) => [kind, left, of])
  expect(await counted(appraiser)).toEqual([['appraise', 12, 12]])
  expect(await counted(await as('appraiser', second))).toEqual([['appraise', 8, 8]])
  expect(await counted(await as('viceChair', second))).toEqual([['appraise', 4, 4]])
  await appraiser(appraisals.decide, {
    params: { seasonId: season.id, unitId: first, criterionCode: 'TD02' },
    body: { decision: { kind: 'kept' }, reason: 'Đúng hồ sơ', seen: 0 },
  })
  expect(await counted(appraiser)).toEqual([['appraise', 11, 12]])
  expect(await counted(await as('viceChair', second))).toEqual([['appraise', 3, 4]])
})

test('the reviewer’s comment is the secretary’s task until it is answered', async () => {
  const { season, params, first, as } = await submittedSeason(world, 'deliberation')
  const reviewer = world.as(await world.make.person({ role: 'reviewer' }))
  const secretary = await as('secretary')
  const ofSeason = async () =>
    (await tasksOf(reviewer)).filter(({ seasonId }) => seasonId === season.id).map(({ isDone }) => isDone)
  expect(await ofSeason()).toEqual([false])
  expect(await tasksOf(secretary)).toEqual([])
  const comment = await reviewer(drafts.comment, { params, body: { anchor: first, body: 'Xem lại.' } })
  expect(await ofSeason()).toEqual([true])
  expect(await tasksOf(secretary)).toMatchObject([{ kind: 'answerComments', left: 1, of: 1, isDone: false }])
  await secretary(drafts.answer, {
    params: { commentId: comment.id },
    body: { kind: 'declined', body: 'Đã đủ căn cứ.' },
  })
  expect(await tasksOf(secretary)).toMatchObject([{ kind: 'answerComments', left: 0, of: 1, isDone: true }])
})

test('a chair’s task is the next phase; who has no mandate, or administers, owes nothing', async () => {
  const { season, first, as } = await submittedSeason(world, 'deliberation')
  expect(await tasksOf(await as('chair', first))).toMatchObject([{ kind: 'finalize', seasonId: season.id }])
  expect(await tasksOf(world.as(await world.make.person({ role: 'administrator' })))).toEqual([])
  const ended = await world.make.person({ role: 'secretary', seasonId: season.id, endsOn: '2020-06-30' })
  expect(await tasksOf(world.as(ended))).toEqual([])
  await refusal(world.stranger(notices.tasks, {}), 'not-signed-in')
})
