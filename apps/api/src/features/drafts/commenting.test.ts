import { drafts } from '@bangvang/contract/drafts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consultedSeason, inTwoWeeks } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const onNine = { nodeId: 'D1', field: 'text', quote: { text: 'chín', before: 'gồm ', after: ' tỉnh' } }
const suggestion = { anchor: onNine, body: 'Số liệu mới.', replacement: 'mười', mentions: [] }
const accepted = { kind: 'accepted', body: 'Tiếp thu.', replacement: null } as const

async function suggested() {
  const made = await consultedSeason(world)
  const comment = await made.as.delegate(drafts.commentOn, { params: made.params, body: suggestion })
  return { ...made, comment, of: { params: { commentId: comment.id } } }
}

test('a suggestion is on words of a part, numbered, under its author’s mandate', async () => {
  const { comment, params, as, second, entries, show } = await suggested()
  expect(comment).toMatchObject({
    number: 1,
    anchor: onNine,
    replacement: 'mười',
    byRole: 'delegate',
    byUnitId: second,
    isLate: false,
    isResolved: false,
    appliedAt: null,
    replies: [],
    answer: null,
  })
  const html = '<img src=x onerror=alert(1)>'
  const next = await as.reviewer(drafts.commentOn, {
    params,
    body: { anchor: { nodeId: null, field: null, quote: null }, body: html, replacement: null, mentions: [] },
  })
  const { items, mayComment, mayAnswer } = await as.leader(drafts.listComments, { params })
  expect(items).toEqual([comment, next])
  expect(next).toMatchObject({ number: 2, body: html })
  expect({ mayComment, mayAnswer }).toEqual({ mayComment: true, mayAnswer: false })
  expect(await as.secretary(drafts.listComments, { params })).toMatchObject({
    mayComment: false,
    mayAnswer: true,
  })
  expect((await show()).comments).toEqual({
    all: 2,
    accepted: 0,
    acceptedInPart: 0,
    declined: 0,
    unanswered: 2,
  })
  expect((await entries()).at(-2)).toMatchObject({
    what: 'draft-commented',
    aboutId: comment.id,
    role: 'delegate',
    after: { number: 1, anchor: onNine, replacement: 'mười', isLate: false },
  })
})

test('a comment says something, about words that are there', async () => {
  const { params, as, people } = await consultedSeason(world)
  const say = (body: object) =>
    as.delegate(drafts.commentOn, { params, body: { ...suggestion, ...body } as typeof suggestion })
  const quote = (text: string) => ({ ...onNine, quote: { ...onNine.quote, text } })
  await refusal(say({ body: ' ', replacement: null }), 'comment-empty')
  for (const [anchor, code] of [
    [{ ...onNine, nodeId: 'D9' }, 'node-gone'],
    [quote('tám'), 'words-gone'],
    [{ ...onNine, field: 'title.vi' }, 'words-gone'],
    [{ nodeId: null, field: null, quote: null }, 'no-field'],
  ] as const) {
    const problem = await refusal(say({ anchor }), 'anchor-unfit')
    expect(problem.errors).toEqual([{ pointer: '#/anchor', code }])
  }
  const mentions = [people.secretary.mandateId, crypto.randomUUID()]
  const unknown = await refusal(say({ mentions }), 'unknown-mandate')
  expect(unknown.errors).toEqual([{ pointer: '#/mentions/1', code: 'unknown-mandate' }])
  await refusal(as.secretary(drafts.commentOn, { params, body: suggestion }), 'not-allowed')
})

test('comments of many at once get each a number of its own', async () => {
  const { params, as } = await consultedSeason(world)
  const both = await Promise.all(
    [as.delegate, as.leader, as.reviewer].map((by) => by(drafts.commentOn, { params, body: suggestion })),
  )
  expect(both.map(({ number }) => number).sort()).toEqual([1, 2, 3])
})

test('a comment after the deadline is taken, and marked', async () => {
  const { params, as } = await consultedSeason(world)
  const before = world.clock.now
  world.clock.now = new Date(inTwoWeeks.getTime() + 1000)
  const late = await as.reviewer(drafts.commentOn, { params, body: suggestion })
  expect(late.isLate).toBe(true)
  world.clock.now = before
})

test('threads have replies and are closed by who began them, the secretary or the chair', async () => {
  const { of, as, comment, people, entries, params } = await suggested()
  const mentions = [people.reviewer.mandateId]
  const replied = await as.secretary(drafts.reply, { ...of, body: { body: 'Căn cứ nào?', mentions } })
  expect(replied.replies).toMatchObject([{ body: 'Căn cứ nào?', byRole: 'secretary', byUnitId: null }])
  await as.leader(drafts.reply, { ...of, body: { body: 'Nghị quyết 202.', mentions: [] } })
  const { items } = await as.reviewer(drafts.listComments, { params })
  expect(items[0]?.replies.map(({ body }) => body)).toEqual(['Căn cứ nào?', 'Nghị quyết 202.'])
  const resolved = { ...of, body: { isResolved: true } }
  await refusal(as.leader(drafts.resolve, resolved), 'thread-not-yours')
  await refusal(as.reviewer(drafts.resolve, resolved), 'thread-not-yours')
  expect(await as.delegate(drafts.resolve, resolved)).toMatchObject({ isResolved: true })
  await refusal(as.chair(drafts.resolve, resolved), 'comment-state')
  expect(await as.chair(drafts.resolve, { ...of, body: { isResolved: false } })).toMatchObject({
    isResolved: false,
  })
  const told = (await entries()).filter(({ aboutId }) => aboutId === comment.id).map(({ what }) => what)
  expect(told).toEqual([
    'draft-commented',
    'comment-replied',
    'comment-replied',
    'comment-resolved',
    'comment-reopened',
  ])
  const named = await world.database.prisma.commentMention.findMany({ where: { commentId: comment.id } })
  expect(named).toMatchObject([{ personId: people.reviewer.personId, replyId: replied.replies[0]?.id }])
})

test('of two who close a thread at once one does and the other is told', async () => {
  const { of, as } = await suggested()
  const both = await Promise.allSettled(
    [as.secretary, as.chair].map((by) => by(drafts.resolve, { ...of, body: { isResolved: true } })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a suggestion is applied and answered in one act, which is a revision that can be taken back', async () => {
  const { of, as, params, show, comment, entries } = await suggested()
  const applied = await as.secretary(drafts.apply, { ...of, body: accepted })
  expect(applied).toMatchObject({
    answer: { kind: 'accepted', body: 'Tiếp thu.' },
    appliedAt: expect.any(Date),
  })
  const { nodes, revision, comments } = await show()
  expect(nodes[0]).toMatchObject({ content: { text: 'Cụm thi đua gồm mười tỉnh.' }, version: 2 })
  expect({ revision, comments }).toMatchObject({ revision: 2, comments: { accepted: 1, unanswered: 0 } })
  expect((await entries()).at(-1)).toMatchObject({
    what: 'suggestion-applied',
    aboutId: comment.id,
    before: { nodeId: 'D1', content: { text: 'Cụm thi đua gồm chín tỉnh.' } },
    after: { kind: 'accepted', revision: 2, content: { text: 'Cụm thi đua gồm mười tỉnh.' } },
  })
  const again = await refusal(as.chair(drafts.apply, { ...of, body: accepted }), 'comment-answered')
  expect(again.current).toMatchObject({ id: comment.id, answer: { kind: 'accepted' } })
  await as.chair(drafts.undo, { params, body: { revision: 2 } })
  expect((await show()).nodes[0]?.content.text).toBe('Cụm thi đua gồm chín tỉnh.')
})

test('of two who apply a suggestion at once one does; the words are in once', async () => {
  const { of, as, show } = await suggested()
  const both = await Promise.allSettled(
    [as.secretary, as.chair].map((by) => by(drafts.apply, { ...of, body: accepted })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await show()).toMatchObject({
    revision: 2,
    nodes: [{ content: { text: 'Cụm thi đua gồm mười tỉnh.' }, version: 2 }, {}],
  })
})

test('better words than the suggested may be put in; a comment without words has none to apply', async () => {
  const { of, as, params, show } = await suggested()
  const body = { kind: 'acceptedInPart', body: 'Ghi rõ.', replacement: '10 (mười)' } as const
  expect(await as.chair(drafts.apply, { ...of, body })).toMatchObject({ answer: { kind: 'acceptedInPart' } })
  expect((await show()).nodes[0]?.content.text).toBe('Cụm thi đua gồm 10 (mười) tỉnh.')
  const plain = await as.leader(drafts.commentOn, {
    params,
    body: {
      anchor: { nodeId: 'D2', field: null, quote: null },
      body: 'Rõ.',
      replacement: null,
      mentions: [],
    },
  })
  await refusal(
    as.secretary(drafts.apply, { params: { commentId: plain.id }, body: { ...accepted, replacement: 'x' } }),
    'no-suggestion',
  )
})

test('after an edit of its words a suggestion is an orphan: kept with them, and not applied by guess', async () => {
  const { of, as, params, comment } = await suggested()
  await as.secretary(drafts.saveNode, {
    params: { ...params, nodeId: 'D1' },
    body: { content: { text: 'Cụm gồm các tỉnh.' }, version: 1 },
  })
  const problem = await refusal(as.secretary(drafts.apply, { ...of, body: accepted }), 'anchor-unfit')
  expect(problem.errors).toEqual([{ pointer: '#/anchor', code: 'words-gone' }])
  const { items } = await as.delegate(drafts.listComments, { params })
  expect(items[0]).toMatchObject({ id: comment.id, anchor: onNine, answer: null })
  await as.secretary(drafts.removeNode, { params: { ...params, nodeId: 'D1' }, query: { version: 2 } })
  const gone = await refusal(as.secretary(drafts.apply, { ...of, body: accepted }), 'anchor-unfit')
  expect(gone.errors).toEqual([{ pointer: '#/anchor', code: 'node-gone' }])
})

test('a draft’s comments are answered too, each once', async () => {
  const { of, as, params, comment } = await suggested()
  const answer = { kind: 'declined', body: 'Giữ số liệu đã công bố.' } as const
  expect(await as.secretary(drafts.answer, { ...of, body: answer })).toMatchObject({ answer })
  await refusal(as.chair(drafts.answer, { ...of, body: answer }), 'comment-answered')
  const { items } = await as.delegate(drafts.listComments, { params })
  expect(items).toMatchObject([{ id: comment.id, answer, appliedAt: null }])
})

test('a thread is there for those who read its draft alone', async () => {
  const { of, params } = await suggested()
  const other = await consultedSeason(world)
  const acts = (by: typeof other.as.chair) => [
    () => by(drafts.reply, { ...of, body: { body: 'x', mentions: [] } }),
    () => by(drafts.resolve, { ...of, body: { isResolved: true } }),
    () => by(drafts.answer, { ...of, body: { kind: 'accepted', body: 'x' } }),
    () => by(drafts.apply, { ...of, body: accepted }),
  ]
  for (const act of acts(world.stranger)) await refusal(act(), 'not-signed-in')
  for (const act of acts(other.as.chair)) await refusal(act(), 'not-found')
  await refusal(other.as.delegate(drafts.commentOn, { params, body: suggestion }), 'not-found')
  await refusal(world.stranger(drafts.commentOn, { params, body: suggestion }), 'not-signed-in')
  const administrator = world.as(await world.make.person({ role: 'administrator' }))
  for (const act of acts(administrator)) await refusal(act(), 'not-allowed')
  await refusal(other.as.delegate(drafts.apply, { ...of, body: accepted }), 'not-allowed')
})
