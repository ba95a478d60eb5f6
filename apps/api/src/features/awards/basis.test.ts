import { awards } from '@bangvang/contract/awards'
import { type AwardKind, standardAwards } from '@bangvang/core/awards/award-kind'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db.ts'
import { saveBasis } from '../../law-basis.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { shelved } from '../../test/shelf.ts'
import { submittedSeason } from '../../test/submitted.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [flag] = standardAwards as [AwardKind]

/** A season in deliberation; `set` sets the flag on these laws. */
async function setting() {
  const made = await submittedSeason(world, 'deliberation')
  const secretary = await made.as('secretary')
  const params = { ...made.params, kindCode: flag.code }
  const { code: _code, ...settings } = flag
  const set = (basisIds: string[], version = 0) =>
    secretary(awards.saveKind, { params, body: { ...settings, basisIds, version } })
  return { ...made, secretary, kind: params, set }
}

test('an award names laws of the shelf as its basis; one that is replaced is flagged on it', async () => {
  const shelf = await shelved(world)
  const { secretary, set, params, entries } = await setting()
  const [set1] = (await set([shelf.first.id, shelf.second.id])).kinds
  expect(set1?.basis).toMatchObject([
    { lawId: shelf.first.id, replacedBy: [] },
    { lawId: shelf.second.id, replacedBy: [] },
  ])
  const newer = await shelf.replace()
  const [seen] = (await secretary(awards.show, { params })).kinds
  expect(seen?.basis[0]).toMatchObject({
    lawId: shelf.first.id,
    replacedBy: [{ lawId: newer.id, number: newer.number, isInPart: false }],
  })
  await set([shelf.second.id], 1)
  expect((await entries()).map(({ before, after }) => [before, after])).toMatchObject([
    [null, { basisIds: [shelf.first.id, shelf.second.id] }],
    [{ basisIds: [shelf.first.id, shelf.second.id] }, { basisIds: [shelf.second.id] }],
  ])
})

test('a law that is not on the shelf is refused at its place, and nothing is kept', async () => {
  const { first, unknown } = await shelved(world)
  const { secretary, set, params } = await setting()
  const problem = await refusal(set([first.id, unknown]), 'award-invalid')
  expect(problem.errors).toEqual([{ pointer: '#/basisIds/1', code: 'unknown-law' }])
  expect((await secretary(awards.show, { params })).kinds).toEqual([])
})

test('the basis goes with its award, and stays once a unit is proposed for it', async () => {
  const shelf = await shelved(world)
  const { secretary, set, kind, params, season, first } = await setting()
  const about = { kind: 'awardKind', id: `${season.id}/${flag.code}` } as const
  await set([shelf.first.id])
  const { kinds } = await secretary(awards.removeKind, { params: kind, query: { version: 1 } })
  expect(kinds).toEqual([])
  expect(await world.database.prisma.lawCitation.count({ where: { aboutId: about.id } })).toBe(0)
  const { revision } = await set([shelf.first.id])
  const body = { kindCode: flag.code, unitId: first, reason: '', revision }
  await secretary(awards.propose, { params, body })
  await refusal(set([shelf.second.id], 1), 'award-in-use')
  const save = inTransaction(world.database, (tx) => saveBasis(tx, about, [shelf.second.id]))
  await expect(save).rejects.toThrow()
  expect((await secretary(awards.show, { params })).kinds[0]?.basis).toMatchObject([
    { lawId: shelf.first.id },
  ])
})
