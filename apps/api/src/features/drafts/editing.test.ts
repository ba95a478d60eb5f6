import { drafts } from '@bangvang/contract/drafts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftedSeason, partOf, twoArticles } from '../../test/drafted.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const parts: typeof twoArticles = []

test('the secretary begins a draft with its parts, at its first revision', async () => {
  const { season, draft, entries } = await draftedSeason(world)
  expect(draft).toMatchObject({
    kind: 'regulation',
    year: 2021,
    status: 'draft',
    revision: 1,
    versions: 0,
    deadline: null,
    asked: 'notAsked',
    waitingFor: [],
    unseen: null,
    consultation: null,
    adopted: null,
    may: { edit: true, sendOut: true, comment: false, answer: true, adopt: false },
  })
  expect(draft.nodes).toEqual(twoArticles.map((part) => ({ ...part, version: 1 })))
  expect((await entries()).at(-1)).toMatchObject({
    what: 'draft-created',
    aboutId: draft.id,
    chain: season.id,
    role: 'secretary',
    after: { kind: 'regulation', year: 2021, nodeIds: ['D1', 'D2'] },
  })
})

test('a draft for next year is begun in a finalized season, not in one handed over', async () => {
  const { season, as } = await draftedSeason(world, 'finalized')
  await world.database.prisma.season.update({ where: { id: season.id }, data: { phase: 'archived' } })
  const body = { kind: 'plan', year: 2021, title: 'Kế hoạch', nodes: parts } as const
  await refusal(as.secretary(drafts.create, { params: { seasonId: season.id }, body }), 'season-finalized')
})

test('parts that a draft of its kind cannot hold are refused, each fault at its part', async () => {
  const { season, as, params } = await draftedSeason(world)
  const point = { id: 'a', parentId: null, position: '5', kind: 'point', content: { text: 'x' } } as const
  const problem = await refusal(
    as.secretary(drafts.addNodes, { params, body: { nodes: [point, partOf('D1', '0', 'y')] } }),
    'draft-invalid',
  )
  expect(problem.errors).toEqual([
    { pointer: '#/nodes/D1/id', code: 'duplicate_id' },
    { pointer: '#/nodes/a/parentId', code: 'wrong_place' },
    { pointer: '#/nodes/D1/position', code: 'bad_position' },
  ])
  const criteria = { kind: 'criteria', year: 2021, title: 'Tiêu chí', nodes: parts } as const
  await refusal(as.chair(drafts.create, { params: { seasonId: season.id }, body: criteria }), 'draft-invalid')
})

test('a part is saved where it still is as its writer saw it; else what stands now is told', async () => {
  const { as, params, show, entries } = await draftedSeason(world)
  const at = { params: { ...params, nodeId: 'D1' } }
  const saved = await as.chair(drafts.saveNode, {
    ...at,
    body: { content: { text: '<b>Cụm</b> gồm 9 tỉnh.' }, version: 1 },
  })
  expect(saved).toEqual({
    revision: 2,
    nodes: [{ ...twoArticles[0], content: { text: '<b>Cụm</b> gồm 9 tỉnh.' }, version: 2 }],
    removed: [],
  })
  const problem = await refusal(
    as.secretary(drafts.saveNode, { ...at, body: { content: { text: 'Khác.' }, version: 1 } }),
    'node-changed',
  )
  expect(problem.current).toEqual(saved.nodes[0])
  expect(await show()).toMatchObject({ revision: 2, nodes: [saved.nodes[0], { id: 'D2' }] })
  expect((await entries()).at(-1)).toMatchObject({
    what: 'draft-node-saved',
    before: { nodeId: 'D1', content: twoArticles[0]?.content },
    after: { nodeId: 'D1', content: { text: '<b>Cụm</b> gồm 9 tỉnh.' }, version: 2, revision: 2 },
  })
})

test('of two who save one part at once one is kept and the other is told; two parts are both kept', async () => {
  const { as, params, show } = await draftedSeason(world)
  const save = (by: typeof as.chair, nodeId: string, text: string) =>
    by(drafts.saveNode, { params: { ...params, nodeId }, body: { content: { text }, version: 1 } })
  const same = await Promise.allSettled([save(as.chair, 'D1', 'một'), save(as.secretary, 'D1', 'hai')])
  expect(same.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const other = await draftedSeason(world)
  const both = await Promise.all([
    other.as.chair(drafts.saveNode, {
      params: { ...other.params, nodeId: 'D1' },
      body: { content: { text: 'một' }, version: 1 },
    }),
    other.as.secretary(drafts.saveNode, {
      params: { ...other.params, nodeId: 'D2' },
      body: { content: { text: 'hai' }, version: 1 },
    }),
  ])
  expect(both.map(({ revision }) => revision).sort()).toEqual([2, 3])
  expect((await show()).revision).toBe(2)
  expect((await other.show()).nodes.map(({ content }) => content.text)).toEqual(['một', 'hai'])
})

test('a part’s content is of its kind, and kept in NFC', async () => {
  const { as, params } = await draftedSeason(world)
  const at = { params: { ...params, nodeId: 'D1' } }
  const problem = await refusal(
    as.secretary(drafts.saveNode, { ...at, body: { content: { title: 'x' }, version: 1 } }),
    'draft-invalid',
  )
  expect(problem.errors).toContainEqual({ pointer: '#/nodes/D1/text', code: 'wrong_shape' })
  const decomposed = 'Điều lệ'.normalize('NFD')
  const saved = await as.secretary(drafts.saveNode, {
    ...at,
    body: { content: { text: decomposed }, version: 1 },
  })
  expect(saved.nodes[0]?.content).toEqual({ text: 'Điều lệ' })
})

test('parts are added under parts, moved with what they hold, and change their level', async () => {
  const { as, params, show, entries } = await draftedSeason(world)
  const clause = {
    id: 'K1',
    parentId: 'D1',
    position: '1',
    kind: 'clause',
    content: { text: 'Khoản.' },
  } as const
  const added = await as.secretary(drafts.addNodes, { params, body: { nodes: [clause] } })
  expect(added).toEqual({ revision: 2, nodes: [{ ...clause, version: 1 }], removed: [] })
  const moved = await as.secretary(drafts.moveNode, {
    params: { ...params, nodeId: 'D1' },
    body: { parentId: null, position: '3', version: 1 },
  })
  expect(moved.nodes).toMatchObject([{ id: 'D1', position: '3', version: 2 }])
  await as.secretary(drafts.moveNode, {
    params: { ...params, nodeId: 'K1' },
    body: { parentId: 'D2', position: '1', kind: 'point', version: 1 },
  })
  const { nodes, revision } = await show()
  expect(revision).toBe(4)
  expect(nodes.map(({ id, parentId, kind }) => [id, parentId, kind])).toEqual([
    ['K1', 'D2', 'point'],
    ['D2', null, 'article'],
    ['D1', null, 'article'],
  ])
  expect((await entries()).slice(-3).map(({ what }) => what)).toEqual([
    'draft-node-added',
    'draft-node-moved',
    'draft-node-moved',
  ])
  const into = { parentId: 'K1', position: '1', version: 2 }
  await refusal(
    as.secretary(drafts.moveNode, { params: { ...params, nodeId: 'D1' }, body: into }),
    'draft-invalid',
  )
  await refusal(
    as.secretary(drafts.moveNode, { params: { ...params, nodeId: 'D2' }, body: { ...into, version: 9 } }),
    'node-changed',
  )
})

test('a part is removed with what it holds, but nothing the reader has not seen', async () => {
  const { as, params, show, entries } = await draftedSeason(world)
  const clause = {
    id: 'K1',
    parentId: 'D1',
    position: '1',
    kind: 'clause',
    content: { text: 'Khoản.' },
  } as const
  await as.chair(drafts.addNodes, { params, body: { nodes: [clause] } })
  const at = { ...params, nodeId: 'D1' }
  const unseen = await refusal(
    as.secretary(drafts.removeNode, { params: at, query: { version: 1, revision: 1 } }),
    'node-changed',
  )
  expect(unseen.current).toMatchObject({ id: 'K1' })
  await refusal(as.secretary(drafts.removeNode, { params: at, query: { version: 2 } }), 'node-changed')
  const removed = await as.secretary(drafts.removeNode, { params: at, query: { version: 1, revision: 2 } })
  expect(removed).toMatchObject({ revision: 3, nodes: [] })
  expect(removed.removed.sort()).toEqual(['D1', 'K1'])
  expect((await show()).nodes.map(({ id }) => id)).toEqual(['D2'])
  expect((await entries()).at(-1)).toMatchObject({
    what: 'draft-node-removed',
    before: { nodeIds: ['D1', 'K1'] },
  })
})

test('a revision is taken back, and the taking back too; not where something of it changed since', async () => {
  const { as, params, show, entries } = await draftedSeason(world)
  const at = { ...params, nodeId: 'D1' }
  await as.secretary(drafts.removeNode, { params: at, query: { version: 1 } })
  const undone = await as.secretary(drafts.undo, { params, body: { revision: 2 } })
  expect(undone).toMatchObject({
    revision: 3,
    nodes: [{ id: 'D1', content: { text: 'Cụm thi đua gồm chín tỉnh.' } }],
  })
  await as.secretary(drafts.undo, { params, body: { revision: 3 } })
  expect((await show()).nodes.map(({ id }) => id)).toEqual(['D2'])
  const told = (await entries()).at(-1)
  expect(told).toMatchObject({ what: 'draft-change-undone', after: { undone: 3, revision: 4 } })
  const saved = { params: { ...params, nodeId: 'D2' }, body: { content: { text: 'Cụm họp.' }, version: 1 } }
  await as.secretary(drafts.saveNode, saved)
  await as.chair(drafts.saveNode, { ...saved, body: { content: { text: 'Cụm họp một lần.' }, version: 2 } })
  const problem = await refusal(as.secretary(drafts.undo, { params, body: { revision: 5 } }), 'node-changed')
  expect(problem.current).toMatchObject({ id: 'D2', content: { text: 'Cụm họp một lần.' } })
  await refusal(as.secretary(drafts.undo, { params, body: { revision: 1 } }), 'not-found')
})

test('the title and the basis change as a revision of the draft', async () => {
  const { as, params, entries } = await draftedSeason(world)
  const body = { title: 'Quy chế sửa đổi', legalBasis: 'Luật 06/2022/QH15', basisIds: [] }
  expect(await as.chair(drafts.rename, { params, body })).toMatchObject({
    title: 'Quy chế sửa đổi',
    legalBasis: 'Luật 06/2022/QH15',
    revision: 2,
  })
  expect((await entries()).at(-1)).toMatchObject({
    what: 'draft-renamed',
    before: { title: 'Quy chế hoạt động của Cụm', legalBasis: '' },
  })
})

test('only the chair and the secretary of its season write a draft', async () => {
  const { season, as, params } = await draftedSeason(world)
  const other = await draftedSeason(world)
  const at = { params: { ...params, nodeId: 'D1' } }
  const body = { content: { text: 'x' }, version: 1 }
  const fresh = { kind: 'plan', year: 2021, title: 'Kế hoạch', nodes: parts } as const
  const writes = (by: typeof as.chair) => [
    () => by(drafts.create, { params: { seasonId: season.id }, body: fresh }),
    () => by(drafts.addNodes, { params, body: { nodes: [partOf('D3', '3', 'x')] } }),
    () => by(drafts.saveNode, { ...at, body }),
    () => by(drafts.moveNode, { ...at, body: { parentId: null, position: '9', version: 1 } }),
    () => by(drafts.removeNode, { ...at, query: { version: 1 } }),
    () => by(drafts.undo, { params, body: { revision: 1 } }),
    () => by(drafts.rename, { params, body: { title: 'x', legalBasis: '', basisIds: [] } }),
  ]
  for (const write of writes(world.stranger)) await refusal(write(), 'not-signed-in')
  for (const write of writes(as.delegate)) await refusal(write(), 'not-allowed')
  for (const write of writes(as.reviewer)) await refusal(write(), 'not-allowed')
  for (const write of writes(other.as.secretary)) await refusal(write(), 'not-found')
})
