import { ballots } from '@bangvang/contract/ballots'
import { proceedings } from '@bangvang/contract/proceedings'
import { questionOf } from '@bangvang/core/ballots/presets'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db.ts'
import { saveBasis } from '../../law-basis.ts'
import { gathered } from '../../test/gathered.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { shelved } from '../../test/shelf.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const asked = {
  title: 'Thông qua?',
  preset: null,
  legalBasis: '',
  showsVotes: true,
  question: questionOf('agenda', []),
}

test('a vote names laws of the shelf as the basis of its threshold; one that is replaced is flagged on it', async () => {
  const shelf = await shelved(world)
  const made = await gathered(world)
  const basisIds = [shelf.second.id, shelf.first.id]
  const { id: ballotId, basis } = await made.prepare('flag', ['An'], { basisIds })
  expect(basis.map(({ lawId, replacedBy }) => [lawId, replacedBy])).toEqual([
    [shelf.second.id, []],
    [shelf.first.id, []],
  ])
  const newer = await shelf.replace()
  const flagged = [
    { lawId: shelf.second.id, state: 'inForce', replacedBy: [] },
    { lawId: shelf.first.id, replacedBy: [{ lawId: newer.id, number: newer.number, isInPart: false }] },
  ]
  const { items } = await made.secretary(ballots.list, { query: { meetingId: made.meetingId } })
  expect(items[0]?.basis).toMatchObject(flagged)
  await made.begin([made.first, made.second, made.third])
  await made.secretary(ballots.open, { params: { ballotId }, body: { minutes: null } })
  const wall = await made.secretary(proceedings.projector, { params: made.params })
  expect(wall.ballot?.basis).toMatchObject(flagged)
  expect((await made.entries('ballot'))[0]?.after).toMatchObject({ basisIds })
})

test('a law that is not on the shelf is refused at its place, and nothing is kept', async () => {
  const { first, unknown } = await shelved(world)
  const made = await gathered(world)
  const errors = [{ pointer: '#/basisIds/1', code: 'unknown-law' }]
  const basisIds = [first.id, unknown]
  expect((await refusal(made.prepare('agenda', [], { basisIds }), 'question-invalid')).errors).toEqual(errors)
  const list = () => made.secretary(ballots.list, { query: { meetingId: made.meetingId } })
  expect((await list()).items).toEqual([])
  const { id: ballotId } = await made.prepare('agenda', [], { basisIds: [first.id] })
  const change = made.secretary(ballots.change, {
    params: { ballotId },
    body: { ...asked, basisIds, version: 1 },
  })
  expect((await refusal(change, 'question-invalid')).errors).toEqual(errors)
  expect((await list()).items).toMatchObject([{ version: 1, basis: [{ lawId: first.id }] }])
})

test('the basis is changed with the vote, and goes with it', async () => {
  const { first, second } = await shelved(world)
  const made = await gathered(world)
  const { id: ballotId } = await made.prepare('agenda', [], { basisIds: [first.id] })
  const params = { ballotId }
  const changed = await made.secretary(ballots.change, {
    params,
    body: { ...asked, basisIds: [second.id], version: 1 },
  })
  expect(changed.basis).toMatchObject([{ lawId: second.id }])
  const told = (await made.entries('ballot')).find(({ what }) => what === 'ballot-changed')
  expect(told).toMatchObject({ before: { basisIds: [first.id] }, after: { basisIds: [second.id] } })
  await made.secretary(ballots.remove, { params })
  expect(await world.database.prisma.lawCitation.count({ where: { aboutId: ballotId } })).toBe(0)
})

test('the basis of a vote that has been open stays, by any route', async () => {
  const { first, second } = await shelved(world)
  const made = await gathered(world)
  const { id: ballotId } = await made.prepare('agenda', [], { basisIds: [first.id] })
  await made.begin([made.first, made.second])
  const params = { ballotId }
  await made.secretary(ballots.open, { params, body: { minutes: null } })
  const about = { kind: 'ballotThreshold', id: ballotId } as const
  const save = () => inTransaction(world.database, (tx) => saveBasis(tx, about, [second.id]))
  await expect(save()).rejects.toThrow()
  await made.secretary(ballots.close, { params, body: { round: 1 } })
  const body = { ...asked, basisIds: [second.id], version: 3 }
  await refusal(made.secretary(ballots.change, { params, body }), 'ballot-state')
  await expect(save()).rejects.toThrow()
  const sql =
    "INSERT INTO law_citation (about_kind, about_id, law_id, position) VALUES ('ballotThreshold', $1, $2, 1)"
  await expect(world.owner.query(sql, [ballotId, second.id])).rejects.toThrow(/basis of an adopted/)
  expect((await made.secretary(ballots.show, { params })).basis).toMatchObject([{ lawId: first.id }])
})
