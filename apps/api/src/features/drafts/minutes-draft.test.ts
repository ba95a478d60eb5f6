import { drafts } from '@bangvang/contract/drafts'
import type { Role } from '@bangvang/core/people/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db.ts'
import {
  adoptMinutesDraft,
  createMinutesDraft,
  saveMinutesDraft,
  unansweredOnMinutes,
} from '../../minutes-draft.ts'
import { inTwoWeeks } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function minuted() {
  const season = await world.make.season()
  const [, second = ''] = season.units
  const person = (role: Role, unitId?: string) =>
    world.make.person({ role, seasonId: season.id, ...(unitId ? { unitId } : {}) })
  const [keeper, member] = [await person('secretary'), await person('delegate', second)]
  const by = { actor: { personId: keeper.personId, name: keeper.name, mandate: null }, now: world.clock.now }
  const text = {
    season: { id: season.id, clusterId: season.clusterId, year: 2020 },
    title: 'Biên bản họp trù bị',
    paragraphs: [
      { id: 'P1', text: 'Cuộc họp bắt đầu lúc 8 giờ.' },
      { id: 'P2', text: 'Chín đơn vị có mặt.' },
    ],
  }
  const draftId = await inTransaction(world.database, (tx) => createMinutesDraft(tx, by, text))
  const [secretary, delegate] = [world.as(keeper), world.as(member)]
  const params = { draftId }
  await secretary(drafts.sendOut, {
    params,
    body: { deadline: inTwoWeeks.toISOString(), message: '', mandateIds: [member.mandateId] },
  })
  return { season, text, by, params, secretary, delegate }
}

test('minutes are consulted on as any draft, and written in their meeting alone', async () => {
  const { params, text, by, secretary, delegate } = await minuted()
  const anchor = { nodeId: 'P2', field: 'text', quote: { text: 'Chín', before: '', after: ' đơn' } }
  const comment = await delegate(drafts.commentOn, {
    params,
    body: { anchor, body: 'Chỉ có tám.', replacement: 'Tám', mentions: [] },
  })
  const save = { params: { ...params, nodeId: 'P1' }, body: { content: { text: 'x' }, version: 1 } }
  await refusal(secretary(drafts.saveNode, save), 'draft-kind')
  const apply = { kind: 'accepted', body: 'Đúng.', replacement: null } as const
  await refusal(secretary(drafts.apply, { params: { commentId: comment.id }, body: apply }), 'draft-kind')
  const paragraphs = [
    { id: 'P1', text: 'Cuộc họp bắt đầu lúc 8 giờ.' },
    { id: 'P3', text: 'Chủ trì: Cụm trưởng.' },
    { id: 'P2', text: 'Tám đơn vị có mặt.' },
  ]
  const saved = await inTransaction(world.database, (tx) =>
    saveMinutesDraft(tx, by, { ...text, paragraphs, ...params }),
  )
  expect(saved).toBe(true)
  const { nodes, revision } = await delegate(drafts.show, { params })
  expect(nodes.map(({ id, content }) => [id, content.text])).toEqual(
    paragraphs.map(({ id, text: words }) => [id, words]),
  )
  await inTransaction(world.database, (tx) => saveMinutesDraft(tx, by, { ...text, paragraphs, ...params }))
  expect((await delegate(drafts.show, { params })).revision).toBe(revision)
})

test('approved minutes end their draft; the comments unanswered until then are named', async () => {
  const { season, params, text, by, secretary, delegate } = await minuted()
  const place = { ...params, seasonId: season.id }
  const anchor = { nodeId: 'P1', field: null, quote: null }
  const said = { anchor, body: 'Lúc 8 giờ 15.', replacement: null, mentions: [] }
  const { id } = await delegate(drafts.commentOn, { params, body: said })
  const open = () => inTransaction(world.database, (tx) => unansweredOnMinutes(tx, place))
  expect(await open()).toEqual([id])
  await secretary(drafts.answer, {
    params: { commentId: id },
    body: { kind: 'declined', body: 'Theo ghi âm.' },
  })
  expect(await open()).toEqual([])
  const approved = { ...params, number: '05/BB', on: '2020-12-20', sha256: 'f00d' }
  await inTransaction(world.database, (tx) => adoptMinutesDraft(tx, by, approved))
  expect(await delegate(drafts.show, { params })).toMatchObject({
    status: 'adopted',
    adopted: { number: '05/BB', sha256: 'f00d' },
  })
  await refusal(delegate(drafts.commentOn, { params, body: said }), 'draft-adopted')
  const late = inTransaction(world.database, (tx) => saveMinutesDraft(tx, by, { ...text, ...params }))
  expect(await late).toBe(false)
})
