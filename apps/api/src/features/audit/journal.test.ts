import { audit } from '@bangvang/contract/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { checkJournal } from './check-journal.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const write = (seasonId: string | null, what: string, after: unknown = null) =>
  inTransaction(world.database, (tx) =>
    record(tx, {
      actor: { personId: crypto.randomUUID(), name: 'Đỗ Quang Huy', mandate: null },
      now: world.clock.now,
      seasonId,
      what,
      about: { kind: 'answer', id: 'NDI KT07' },
      after,
    }),
  )

test('each entry carries the hash of the one before, a hundred at once too', async () => {
  const { id } = await world.make.season()
  await Promise.all(Array.from({ length: 100 }, (_, n) => write(id, 'answer-saved', { n })))
  const checked = (await checkJournal(world.database)).find(({ chain }) => chain === id)
  expect(checked).toMatchObject({ entries: 100, broken: null })
})

test('neither the application nor the owner changes or removes an entry', async () => {
  const { id } = await world.make.season()
  await write(id, 'answer-saved')
  const touched = [
    'UPDATE journal_entry SET actor_name = $1',
    'DELETE FROM journal_entry WHERE actor_name <> $1',
  ]
  for (const sql of touched) {
    await expect(world.database.pool.query(sql, ['x'])).rejects.toThrow('permission denied')
    await expect(world.owner.query(sql, ['x'])).rejects.toThrow('kept for ever')
  }
  await expect(world.owner.query('TRUNCATE journal_entry')).rejects.toThrow('kept for ever')
  await expect(world.database.pool.query("UPDATE journal_head SET hash = 'x'")).rejects.toThrow(
    'permission denied',
  )
})

test('who gets past the database is found out: a changed entry, a removed one, a cut tail', async () => {
  const forge = async (sql: string) => {
    const { id } = await world.make.season()
    for (const what of ['a-done', 'b-done', 'c-done']) await write(id, what)
    await world.owner.query('ALTER TABLE journal_entry DISABLE TRIGGER USER')
    await world.owner.query(sql, [id])
    await world.owner.query('ALTER TABLE journal_entry ENABLE TRIGGER USER')
    return (await checkJournal(world.database)).find(({ chain }) => chain === id)?.broken
  }
  expect(
    await forge("UPDATE journal_entry SET actor_name = 'Ai đó' WHERE chain = $1 AND number = 2"),
  ).toMatchObject({ number: 2 })
  expect(await forge('DELETE FROM journal_entry WHERE chain = $1 AND number = 2')).toMatchObject({
    number: 2,
  })
  expect(await forge('DELETE FROM journal_entry WHERE chain = $1 AND number = 3')).toEqual({
    number: 3,
    reason: 'head',
  })
})

test('the journal is searched without diacritics, newest first, page by page', async () => {
  const { id } = await world.make.season()
  for (let n = 0; n < 60; n += 1) {
    world.clock.now = new Date(world.clock.now.getTime() + 1000)
    await write(id, n % 2 === 0 ? 'answer-saved' : 'evidence-uploaded', { name: `Báo cáo ${n}` })
  }
  const secretary = world.as(await world.make.person({ role: 'secretary', seasonId: id }))
  const first = await secretary(audit.search, { query: { text: 'do quang bao cao' } })
  expect(first.items).toHaveLength(50)
  expect(first.items[0]?.number).toBe(60)
  const second = await secretary(audit.search, {
    query: { text: 'do quang bao cao', after: first.next ?? '' },
  })
  expect(second.items.map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(second.next).toBeNull()
  expect(
    (await secretary(audit.search, { query: { what: 'evidence-uploaded', text: 'cao 43' } })).items.map(
      ({ number }) => number,
    ),
  ).toEqual([44])
})

test('each reads what is theirs: the season’s, every season’s, all', async () => {
  const mine = (await world.make.season()).id
  const other = (await world.make.season()).id
  for (const chain of [mine, other, null]) await write(chain, 'thing-done')
  const chains = async (role: 'chair' | 'reviewer' | 'administrator') => {
    const scope = role === 'chair' ? { seasonId: mine, unitId: await world.make.unit() } : {}
    const { items } = await world.as(await world.make.person({ role, ...scope }))(audit.search, {
      query: { what: 'thing-done' },
    })
    return items.map(({ chain }) => chain).sort()
  }
  expect(await chains('chair')).toEqual([mine])
  expect(await chains('reviewer')).toEqual([mine, other].sort())
  expect(await chains('administrator')).toEqual([mine, other, 'installation'].sort())
  const chair = world.as(
    await world.make.person({ role: 'chair', seasonId: mine, unitId: await world.make.unit() }),
  )
  await refusal(chair(audit.search, { query: { chain: other } }), 'not-found')
  await refusal(chair(audit.search, { query: { chain: 'installation' } }), 'not-found')
  const delegate = world.as(
    await world.make.person({ role: 'delegate', seasonId: mine, unitId: await world.make.unit() }),
  )
  await refusal(delegate(audit.search, { query: {} }), 'not-allowed')
})
