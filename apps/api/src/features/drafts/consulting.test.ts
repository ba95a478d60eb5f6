import { drafts } from '@bangvang/contract/drafts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consultedSeason, draftedSeason, inTwoWeeks } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const whole = { nodeId: null, field: null, quote: null }
const say = (body: string) => ({ anchor: whole, body, replacement: null, mentions: [] })
const deadline = inTwoWeeks.toISOString()

test('a draft is sent out to chosen mandates until a deadline, as a version of its own', async () => {
  const { draft, people, entries, params, as } = await consultedSeason(world)
  expect(draft).toMatchObject({
    status: 'consultation',
    versions: 1,
    deadline: inTwoWeeks,
    history: [{ number: 1, revision: 1, reason: 'sentOut', byName: people.secretary.name }],
    consultation: {
      round: 1,
      message: 'Xin ý kiến các đơn vị.',
      invitees: [
        { mandateId: people.delegate.mandateId, role: 'delegate', state: 'waiting', at: null },
        { mandateId: people.reviewer.mandateId, role: 'reviewer', unitId: null, state: 'waiting' },
      ],
    },
  })
  expect(draft.waitingFor.map(({ name }) => name)).toEqual([people.delegate.name, people.reviewer.name])
  expect((await entries()).at(-1)).toMatchObject({
    what: 'draft-sent-out',
    before: { status: 'draft' },
    after: { status: 'consultation', round: 1, deadline },
  })
  const version = await as.delegate(drafts.version, { params: { ...params, number: 1 } })
  expect(version.nodes.map(({ id }) => id)).toEqual(['D1', 'D2'])
  expect(version.sha256).toMatch(/^[0-9a-f]{64}$/)
  await refusal(as.delegate(drafts.version, { params: { ...params, number: 2 } }), 'not-found')
})

test('those asked are mandates in force that comment; the reviewers among them', async () => {
  const { season, as, params, people, second } = await draftedSeason(world)
  const gone = await world.make.person({
    role: 'delegate',
    seasonId: season.id,
    unitId: second,
    endsOn: '2020-06-30',
  })
  const { items } = await as.secretary(drafts.askable, { params })
  const asked = items.map(({ mandateId }) => mandateId)
  for (const one of ['chair', 'delegate', 'leader', 'reviewer'] as const)
    expect(asked).toContain(people[one].mandateId)
  expect(asked).not.toContain(people.secretary.mandateId)
  expect(asked).not.toContain(gone.mandateId)
  const mandateIds = [people.delegate.mandateId, gone.mandateId, people.secretary.mandateId]
  const problem = await refusal(
    as.secretary(drafts.sendOut, { params, body: { deadline, message: '', mandateIds } }),
    'unknown-mandate',
  )
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['#/mandateIds/1', '#/mandateIds/2'])
})

test('a deadline lies ahead, and an empty draft or part is not sent out', async () => {
  const { as, params, people } = await draftedSeason(world)
  const body = { message: '', mandateIds: [people.delegate.mandateId] }
  const past = await refusal(
    as.secretary(drafts.sendOut, { params, body: { ...body, deadline: '2020-12-01T00:00:00.000Z' } }),
    'deadline-past',
  )
  expect(past.errors).toEqual([{ pointer: '#/deadline', code: 'deadline-past' }])
  await as.secretary(drafts.saveNode, {
    params: { ...params, nodeId: 'D2' },
    body: { content: { text: ' ' }, version: 1 },
  })
  const empty = await refusal(
    as.secretary(drafts.sendOut, { params, body: { ...body, deadline } }),
    'draft-invalid',
  )
  expect(empty.errors).toEqual([{ pointer: '#/nodes/D2/text', code: 'empty' }])
})

test('before it is sent out only its keepers, the vice-chair and the reviewer read a draft', async () => {
  const { season, as, params } = await draftedSeason(world)
  await refusal(as.delegate(drafts.show, { params }), 'not-found')
  expect((await as.delegate(drafts.list, { params: { seasonId: season.id } })).items).toEqual([])
  expect(await as.reviewer(drafts.show, { params })).toMatchObject({ may: { edit: false, comment: false } })
  expect(await as.chair(drafts.show, { params })).toMatchObject({ may: { edit: true, adopt: true } })
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  await refusal(administrator(drafts.show, { params }), 'not-found')
  await refusal(as.reviewer(drafts.commentOn, { params, body: say('Sớm quá.') }), 'draft-not-out')
})

test('a comment and “no comment” both count as an answer; sent out again, all are asked anew', async () => {
  const { as, params, show, people, entries } = await consultedSeason(world)
  expect((await as.delegate(drafts.show, { params })).asked).toBe('waiting')
  await as.delegate(drafts.noComment, { params })
  expect((await entries()).at(-1)).toMatchObject({
    what: 'consultation-answered',
    role: 'delegate',
    after: { round: 1, answer: 'noComment' },
  })
  await as.reviewer(drafts.commentOn, { params, body: say('Nên nêu căn cứ.') })
  const now = await show()
  expect(now.consultation?.invitees.map(({ state }) => state)).toEqual(['noComment', 'commented'])
  expect(now.waitingFor).toEqual([])
  expect((await as.delegate(drafts.show, { params })).asked).toBe('answered')
  await refusal(as.delegate(drafts.noComment, { params }), 'already-answered')
  await refusal(as.reviewer(drafts.noComment, { params }), 'already-answered')
  const mandateIds = [people.leader.mandateId, people.reviewer.mandateId]
  const again = await as.chair(drafts.sendOut, { params, body: { deadline, message: '', mandateIds } })
  expect(again).toMatchObject({ versions: 1, consultation: { round: 2 } })
  expect(again.consultation?.invitees.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  await refusal(as.delegate(drafts.noComment, { params }), 'not-asked')
})

test('of two “no comment” at once one is kept and the other is told', async () => {
  const { as, params } = await consultedSeason(world)
  const both = await Promise.allSettled([0, 1].map(() => as.delegate(drafts.noComment, { params })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what a substitute says is said for the mandate they stand in for', async () => {
  const { season, as, params, people, second, show } = await consultedSeason(world)
  const substitute = await world.make.person({ role: 'delegate', seasonId: season.id, unitId: second })
  await world.database.prisma.mandate.update({
    where: { id: substitute.mandateId },
    data: { substituteForId: people.delegate.mandateId, paperNumber: '12/UQ' },
  })
  expect((await world.as(substitute)(drafts.show, { params })).asked).toBe('waiting')
  await world.as(substitute)(drafts.noComment, { params })
  expect((await show()).consultation?.invitees[0]).toMatchObject({ state: 'noComment' })
  await refusal(as.delegate(drafts.noComment, { params }), 'already-answered')
})

test('the reviewer’s desk holds what the central committee was asked, across clusters, by deadline', async () => {
  const later = await consultedSeason(world)
  const sooner = await consultedSeason(world)
  const mandateIds = [sooner.people.reviewer.mandateId]
  const body = { deadline: '2020-12-24T00:00:00.000Z', message: '', mandateIds }
  await sooner.as.secretary(drafts.sendOut, { params: sooner.params, body })
  const unasked = await draftedSeason(world)
  await unasked.as.secretary(drafts.sendOut, {
    params: unasked.params,
    body: { ...body, mandateIds: [unasked.people.delegate.mandateId] },
  })
  const { items } = await later.as.reviewer(drafts.desk, {})
  const ids = items.map(({ id }) => id)
  expect(ids).not.toContain(unasked.draft.id)
  expect(ids.indexOf(sooner.draft.id)).toBeLessThan(ids.indexOf(later.draft.id))
  expect(ids).toContain(sooner.draft.id)
  const own = items.find(({ id }) => id === later.draft.id)
  expect(own).toMatchObject({ asked: 'waiting', comments: { all: 0, unanswered: 0 }, unseen: null })
  await refusal(later.as.chair(drafts.desk, {}), 'not-allowed')
})

test('what changed since one last looked is counted; who else is here is told for a while', async () => {
  const { season, as, params, people } = await consultedSeason(world)
  const at = { revision: 1, nodeId: 'D2' }
  expect(await as.reviewer(drafts.look, { params, body: at })).toEqual({ here: [] })
  await as.secretary(drafts.saveNode, {
    params: { ...params, nodeId: 'D1' },
    body: { content: { text: 'Cụm gồm mười tỉnh.' }, version: 1 },
  })
  await as.delegate(drafts.commentOn, { params, body: say('Chín tỉnh thôi.') })
  const seen = await as.reviewer(drafts.show, { params })
  expect(seen).toMatchObject({ seenRevision: 1, unseen: { changes: 1, comments: 1 } })
  const changes = await as.reviewer(drafts.changes, { params, query: { after: 1 } })
  expect(changes.items).toMatchObject([
    { revision: 2, nodeId: 'D1', before: { version: 1 }, after: { content: { text: 'Cụm gồm mười tỉnh.' } } },
  ])
  const { here } = await as.secretary(drafts.look, { params, body: { revision: 9_000_000_000, nodeId: 'Z' } })
  expect(here).toEqual([{ personId: people.reviewer.personId, name: people.reviewer.name, nodeId: 'D2' }])
  expect((await as.secretary(drafts.show, { params })).seenRevision).toBe(2)
  await as.reviewer(drafts.look, { params, body: { revision: 2, nodeId: null, comments: 0 } })
  const { items } = await as.reviewer(drafts.list, { params: { seasonId: season.id } })
  expect(items[0]?.unseen).toEqual({ changes: 0, comments: 1 })
  world.clock.now = new Date(world.clock.now.getTime() + 46_000)
  expect((await as.secretary(drafts.look, { params, body: { revision: 2, nodeId: null } })).here).toEqual([])
})

test('to those of another season a draft is not there; a stranger signs in first', async () => {
  const { season, params } = await consultedSeason(world)
  const other = await draftedSeason(world)
  const seasonParams = { seasonId: season.id }
  const reads = (by: typeof other.as.chair) => [
    () => by(drafts.list, { params: seasonParams }),
    () => by(drafts.show, { params }),
    () => by(drafts.changes, { params, query: { after: 0 } }),
    () => by(drafts.version, { params: { ...params, number: 1 } }),
    () => by(drafts.listComments, { params }),
    () => by(drafts.look, { params, body: { revision: 1, nodeId: null } }),
    () => by(drafts.askable, { params }),
    () => by(drafts.sendOut, { params, body: { deadline, message: '', mandateIds: [crypto.randomUUID()] } }),
  ]
  for (const read of reads(other.as.chair)) await refusal(read(), 'not-found')
  for (const read of reads(world.stranger)) await refusal(read(), 'not-signed-in')
  await refusal(other.as.delegate(drafts.noComment, { params }), 'not-found')
  await refusal(other.as.secretary(drafts.noComment, { params }), 'not-allowed')
  await refusal(world.stranger(drafts.noComment, { params }), 'not-signed-in')
})
