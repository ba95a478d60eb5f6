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

const body = { anchor: null, body: 'Đề nghị rà soát điểm của các đơn vị.' }
const answer = { kind: 'acceptedInPart', body: 'Rà soát nhóm I; nhóm II đã thẩm định.' } as const

async function commented() {
  const made = await submittedSeason(world, 'deliberation')
  const reviewer = world.as(await world.make.person({ role: 'reviewer', name: 'Trịnh Hồng Sơn' }))
  const secretary = await made.as('secretary')
  const comment = await reviewer(drafts.comment, { params: made.params, body })
  return { ...made, reviewer, secretary, comment }
}

test('the reviewer comments on the draft ranking, on the whole or on one row of it', async () => {
  const { season, params, second, reviewer, secretary, entries } = await commented()
  const ofRow = await reviewer(drafts.comment, {
    params,
    body: { anchor: second, body: 'Điểm thưởng chưa có căn cứ.' },
  })
  expect(ofRow).toMatchObject({
    anchor: { nodeId: second },
    number: 2,
    byRole: 'reviewer',
    byUnitId: null,
    answer: null,
  })
  const { items, mayComment, mayAnswer } = await secretary(drafts.comments, { params })
  expect(items.map(({ anchor, byName }) => [anchor.nodeId, byName])).toEqual([
    [null, 'Trịnh Hồng Sơn'],
    [second, 'Trịnh Hồng Sơn'],
  ])
  expect({ mayComment, mayAnswer }).toEqual({ mayComment: false, mayAnswer: true })
  expect((await entries()).at(-1)).toMatchObject({
    what: 'ranking-commented',
    role: 'reviewer',
    aboutId: ofRow.id,
    chain: season.id,
    after: { anchor: second, body: 'Điểm thưởng chưa có căn cứ.' },
  })
})

test('a comment is on the whole or on a row that is there', async () => {
  const { params, reviewer } = await commented()
  const elsewhere = await world.make.unit()
  const problem = await refusal(
    reviewer(drafts.comment, { params, body: { anchor: elsewhere, body: 'x' } }),
    'unknown-unit',
  )
  expect(problem.errors).toEqual([{ pointer: '#/anchor', code: 'unknown-unit' }])
  await refusal(reviewer(drafts.comment, { params, body: { anchor: null, body: ' ' } }), 'invalid-request')
})

test('each comment ends with one answer, whose reason is kept', async () => {
  const { params, comment, secretary, reviewer, entries } = await commented()
  const answered = await secretary(drafts.answer, { params: { commentId: comment.id }, body: answer })
  expect(answered.answer).toMatchObject(answer)
  const problem = await refusal(
    secretary(drafts.answer, { params: { commentId: comment.id }, body: { ...answer, kind: 'declined' } }),
    'comment-answered',
  )
  expect(problem.current).toMatchObject({ id: comment.id, answer })
  expect((await reviewer(drafts.comments, { params })).items).toMatchObject([{ body: body.body, answer }])
  expect((await entries()).map(({ what }) => what)).toEqual(['ranking-commented', 'comment-answered'])
  await expect(world.owner.query('UPDATE comment SET body = $1', ['khác'])).rejects.toThrow('kept for ever')
  await expect(world.owner.query('DELETE FROM comment_answer')).rejects.toThrow('kept for ever')
})

test('of two answers at once one is kept and the other is told', async () => {
  const { params, first, comment, secretary, as, entries } = await commented()
  const chair = await as('chair', first)
  const both = await Promise.allSettled(
    [secretary, chair].map((call) =>
      call(drafts.answer, { params: { commentId: comment.id }, body: answer }),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await entries()).filter(({ what }) => what === 'comment-answered')).toHaveLength(1)
  expect((await secretary(drafts.comments, { params })).items).toHaveLength(1)
})

test('the secretary answers and does not comment; a delegate comments and does not answer', async () => {
  const { params, second, comment, secretary, as } = await commented()
  const delegate = await as('delegate', second)
  await refusal(secretary(drafts.comment, { params, body }), 'not-allowed')
  await refusal(delegate(drafts.answer, { params: { commentId: comment.id }, body: answer }), 'not-allowed')
  expect(await delegate(drafts.comment, { params, body })).toMatchObject({ byUnitId: second })
  await refusal(world.stranger(drafts.comment, { params, body }), 'not-signed-in')
  await refusal(
    world.stranger(drafts.answer, { params: { commentId: comment.id }, body: answer }),
    'not-signed-in',
  )
})

test('another season’s comments are not there', async () => {
  const { params, comment } = await commented()
  const other = await submittedSeason(world, 'deliberation')
  const secretary = await other.as('secretary')
  const leader = await other.as('leader', other.second)
  await refusal(secretary(drafts.comments, { params }), 'not-found')
  await refusal(secretary(drafts.answer, { params: { commentId: comment.id }, body: answer }), 'not-found')
  await refusal(leader(drafts.comment, { params, body }), 'not-found')
})

test('a unit comments once the draft is shown to it; nobody once the ranking is final', async () => {
  const { season, params, second, as } = await submittedSeason(world, 'appraisal')
  const delegate = await as('delegate', second)
  await refusal(delegate(drafts.comment, { params, body }), 'season-closed')
  await refusal(delegate(drafts.comments, { params }), 'not-found')
  const appraiser = await as('appraiser')
  const comment = await appraiser(drafts.comment, { params, body })
  await world.database.prisma.finalRanking.create({
    data: { seasonId: season.id, bundle: '{}', sha256: '', finalizedAt: world.clock.now, finalizedBy: '' },
  })
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'finalized' } })
  await refusal(delegate(drafts.comment, { params, body }), 'season-finalized')
  const secretary = await as('secretary')
  await refusal(
    secretary(drafts.answer, { params: { commentId: comment.id }, body: answer }),
    'season-finalized',
  )
  expect(await secretary(drafts.comments, { params })).toMatchObject({ mayAnswer: false, mayComment: false })
})
