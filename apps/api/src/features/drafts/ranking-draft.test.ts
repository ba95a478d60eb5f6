import { drafts } from '@bangvang/contract/drafts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const title = 'Dự thảo xếp hạng năm 2020'

async function sentOut() {
  const made = await submittedSeason(world, 'deliberation')
  const secretary = await made.as('secretary')
  const leader = await world.make.person({ role: 'leader', seasonId: made.season.id, unitId: made.second })
  const { id } = await secretary(drafts.openRanking, { params: made.params, body: { title } })
  const params = { draftId: id }
  await secretary(drafts.sendOut, {
    params,
    body: { deadline: '2021-01-10T00:00:00.000Z', message: '', mandateIds: [leader.mandateId] },
  })
  return { ...made, secretary, leader: world.as(leader), ranking: made.params, params }
}

test('the ranking is a draft of one row a unit, made once, whose comments are the season’s', async () => {
  const { season, ranking, params, secretary, leader, second, entries } = await sentOut()
  const again = await secretary(drafts.openRanking, { params: ranking, body: { title: 'khác' } })
  expect(again).toMatchObject({ id: params.draftId, title, kind: 'ranking', versions: 0 })
  expect(again.nodes.map(({ id }) => id)).toEqual(season.units)
  expect((await entries()).map(({ what }) => what)).toEqual(['draft-created', 'draft-sent-out'])
  const anchor = { nodeId: second, field: null, quote: null }
  const body = { anchor, body: 'Điểm thưởng chưa rõ.', replacement: null, mentions: [] }
  const comment = await leader(drafts.commentOn, { params, body })
  expect((await leader(drafts.comments, { params: ranking })).items).toEqual([comment])
  expect((await leader(drafts.listComments, { params })).items).toEqual([comment])
  expect(await leader(drafts.show, { params })).toMatchObject({
    asked: 'answered',
    comments: { all: 1 },
    may: { comment: true, edit: false, adopt: false },
  })
  const reply = { params: { commentId: comment.id }, body: { body: 'Xem bảng 3.', mentions: [] } }
  expect((await secretary(drafts.reply, reply)).replies).toHaveLength(1)
  await refusal(leader(drafts.commentOn, { params, body: { ...body, replacement: 'x' } }), 'anchor-unfit')
})

test('of two who open the ranking at once both get the same draft', async () => {
  const { params, as, first } = await submittedSeason(world, 'appraisal')
  const both = [await as('secretary'), await as('chair', first)]
  const made = await Promise.all(both.map((by) => by(drafts.openRanking, { params, body: { title } })))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
})

test('a ranking is no text: its rows are not written, nor adopted here', async () => {
  const { params, secretary, as, first } = await sentOut()
  const chair = await as('chair', first)
  const at = { ...params, nodeId: first }
  const part = { id: 'x', parentId: null, position: '1', kind: 'paragraph', content: { text: 'x' } } as const
  const act = { revision: 1, number: '1', adoptedOn: '2021-01-01', legalBasis: 'x' }
  for (const write of [
    () => secretary(drafts.addNodes, { params, body: { nodes: [part] } }),
    () => secretary(drafts.saveNode, { params: at, body: { content: { text: 'x' }, version: 1 } }),
    () => chair(drafts.adopt, { params, body: act }),
  ])
    await refusal(write(), 'draft-kind')
})

test('there is no draft ranking before appraisal, and it ends with its season', async () => {
  const early = await submittedSeason(world, 'open')
  const secretary = await early.as('secretary')
  await refusal(secretary(drafts.openRanking, { params: early.params, body: { title } }), 'season-closed')
  const { season, params, ranking, leader, secretary: keeper } = await sentOut()
  const body = {
    anchor: { nodeId: null, field: null, quote: null },
    body: 'x',
    replacement: null,
    mentions: [],
  }
  const { id: commentId } = await leader(drafts.commentOn, { params, body })
  await world.database.prisma.finalRanking.create({
    data: {
      seasonId: season.id,
      bundle: '{}',
      sha256: 'f00d',
      finalizedAt: world.clock.now,
      finalizedBy: 'Cụm trưởng',
    },
  })
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'finalized' } })
  expect(await leader(drafts.show, { params })).toMatchObject({
    status: 'adopted',
    adopted: { sha256: 'f00d', byName: 'Cụm trưởng' },
    may: { comment: false },
  })
  await refusal(leader(drafts.commentOn, { params, body }), 'draft-adopted')
  const of = { params: { commentId } }
  await refusal(leader(drafts.reply, { ...of, body: { body: 'x', mentions: [] } }), 'season-finalized')
  await refusal(leader(drafts.resolve, { ...of, body: { isResolved: true } }), 'season-finalized')
  await refusal(keeper(drafts.openRanking, { params: ranking, body: { title } }), 'season-finalized')
})

test('only the chair and the secretary of the season open its ranking', async () => {
  const { ranking, leader } = await sentOut()
  const other = await sentOut()
  const open = { params: ranking, body: { title } }
  await refusal(world.stranger(drafts.openRanking, open), 'not-signed-in')
  await refusal(leader(drafts.openRanking, open), 'not-allowed')
  await refusal(other.secretary(drafts.openRanking, open), 'not-found')
})
