import { drafts } from '@bangvang/contract/drafts'
import { notices } from '@bangvang/contract/notices'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consultedSeason, inTwoWeeks } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Client = World['stranger']
const tasksOf = async (client: Client, draftId: string) =>
  (await client(notices.tasks, {})).items.filter(({ draft }) => draft?.id === draftId)
const whole = { nodeId: null, field: null, quote: null }

test('whoever is asked owes an answer by the deadline; the secretary then an answer to each comment', async () => {
  const { as, draft, params } = await consultedSeason(world)
  for (const asked of [as.delegate, as.reviewer])
    expect(await tasksOf(asked, draft.id)).toMatchObject([
      { kind: 'consult', due: inTwoWeeks, isDone: false, draft: { title: draft.title, comment: null } },
    ])
  for (const other of [as.leader, as.chair, as.secretary]) expect(await tasksOf(other, draft.id)).toEqual([])
  await as.delegate(drafts.noComment, { params })
  expect(await tasksOf(as.delegate, draft.id)).toMatchObject([{ kind: 'consult', isDone: true }])
  const body = { anchor: whole, body: 'Rõ.', replacement: null, mentions: [] }
  const { id } = await as.reviewer(drafts.commentOn, { params, body })
  expect(await tasksOf(as.reviewer, draft.id)).toMatchObject([{ isDone: true }])
  expect(await tasksOf(as.secretary, draft.id)).toMatchObject([{ kind: 'answerDraft', left: 1, of: 1 }])
  await as.secretary(drafts.answer, {
    params: { commentId: id },
    body: { kind: 'accepted', body: 'Tiếp thu.' },
  })
  expect(await tasksOf(as.secretary, draft.id)).toMatchObject([{ kind: 'answerDraft', isDone: true }])
})

test('whoever is called by name is told of the thread until they reply in it', async () => {
  const { as, draft, params, people } = await consultedSeason(world)
  const mentions = [people.leader.mandateId]
  const body = { anchor: whole, body: 'Hỏi lãnh đạo.', replacement: null, mentions }
  const { id } = await as.delegate(drafts.commentOn, { params, body })
  expect(await tasksOf(as.leader, draft.id)).toMatchObject([{ kind: 'mentioned', draft: { comment: 1 } }])
  await as.leader(drafts.reply, { params: { commentId: id }, body: { body: 'Đồng ý.', mentions: [] } })
  expect(await tasksOf(as.leader, draft.id)).toEqual([])
})
