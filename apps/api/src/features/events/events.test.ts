import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { events } from '@bangvang/contract/events'
import { session } from '@bangvang/contract/session'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../app.ts'
import { record } from '../../audit/record.ts'
import { type Database, inTransaction, openDatabase } from '../../db.ts'
import { killNine, startOwnPostgres, startServer, untilWell } from '../../test/child.ts'
import { openWorld, type World } from '../../test/kit.ts'
import { makers } from '../../test/makers.ts'
import { refusal } from '../../test/refusal.ts'

let world: World
let app: FastifyInstance
let baseUrl: string

/** Another application on the same database, which listens and whose heart beats fast. */
async function listening(): Promise<FastifyInstance> {
  const { database, files, clock, env } = world.app.deps
  const second = await buildApp({
    database,
    files,
    clock,
    sampleAccounts: null,
    env: { ...env, EVENTS_HEARTBEAT_SECONDS: 0.2 },
  })
  await second.listen({ host: '127.0.0.1', port: 0 })
  return second
}
const addressOf = (one: FastifyInstance) => {
  const address = one.server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

beforeAll(async () => {
  world = await openWorld()
  app = await listening()
  baseUrl = addressOf(app)
})
afterAll(async () => {
  // Node's fetch opens a connection anew after an aborted one, and asks nothing on it.
  app.server.closeAllConnections()
  await app.close()
  await world.close()
})

type Told = { event: string; id: number; content: Record<string, unknown> }

/** What a browser would hear, as it comes. */
async function listen(url: string, { cookie, after }: { cookie: string; after?: number }) {
  const stop = new AbortController()
  const answer = await fetch(url, {
    headers: { cookie, ...(after === undefined ? {} : { 'last-event-id': String(after) }) },
    signal: stop.signal,
  })
  const told: Told[] = []
  let rest = ''
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const bytes of answer.body ?? []) {
      const parts = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const fields = new Map(
          part.split('\n').map((line) => [line.split(': ')[0], line.split(': ').slice(1).join(': ')]),
        )
        if (fields.has('data'))
          told.push({
            event: fields.get('event') ?? '',
            id: Number(fields.get('id')),
            content: JSON.parse(fields.get('data') ?? ''),
          })
      }
    }
    return 'ended' as const
  }
  const ended = read().catch(() => 'cut' as const)
  const until = async (count: number) => {
    for (let waited = 0; told.length < count && waited < 15_000; waited += 20) await wait(20)
    return told
  }
  return { answer, told, ended, until, stop: () => stop.abort() }
}

const streamOf = (seasonId: string, base = baseUrl) => `${base}/api/events?seasonId=${seasonId}`

const act = (database: Database, seasonId: string, about = { kind: 'meeting', id: 'm1' }) =>
  inTransaction(database, (tx) =>
    record(tx, {
      actor: null,
      now: new Date(),
      seasonId,
      what: 'meeting-started',
      about,
      after: { told: 'never' },
    }),
  )

async function season() {
  const made = await world.make.season()
  const delegate = await world.make.person({ role: 'delegate', seasonId: made.id, unitId: made.chair })
  return { seasonId: made.id, delegate }
}

test('an act of the season is told at once, without its content; one of another season is not', async () => {
  const { seasonId, delegate } = await season()
  const other = await season()
  const reader = await listen(streamOf(seasonId), delegate)
  expect(reader.answer.headers.get('content-type')).toContain('text/event-stream')
  await reader.until(1)
  await act(world.database, other.seasonId)
  await act(world.database, seasonId)
  await act(world.database, seasonId, { kind: 'secret-ballot', id: 'b1' })
  await act(world.database, seasonId, { kind: 'ballot', id: 'b2' })
  expect(await reader.until(3)).toEqual([
    { event: 'ready', id: 0, content: { number: 0 } },
    {
      event: 'act',
      id: 1,
      content: { number: 1, what: 'meeting-started', aboutKind: 'meeting', aboutId: 'm1' },
    },
    {
      event: 'act',
      id: 3,
      content: { number: 3, what: 'meeting-started', aboutKind: 'ballot', aboutId: 'b2' },
    },
  ])
  reader.stop()
})

test('who comes back is told what was missed; where it was too much, to read everything again', async () => {
  const { seasonId, delegate } = await season()
  for (let n = 0; n < 3; n += 1) await act(world.database, seasonId)
  const back = await listen(streamOf(seasonId), { ...delegate, after: 1 })
  expect((await back.until(3)).map(({ event, id }) => [event, id])).toEqual([
    ['ready', 1],
    ['act', 2],
    ['act', 3],
  ])
  back.stop()
  await inTransaction(world.database, async (tx) => {
    const about = { kind: 'meeting', id: 'm1' }
    for (let n = 0; n < 500; n += 1)
      await record(tx, { actor: null, now: new Date(), seasonId, what: 'meeting-started', about })
  })
  const late = await listen(streamOf(seasonId), { ...delegate, after: 2 })
  expect((await late.until(2)).map(({ event, id }) => [event, id])).toEqual([
    ['ready', 2],
    ['reset', 503],
  ])
  late.stop()
})

test('twenty writers at once: each act is told once, in order', async () => {
  const { seasonId, delegate } = await season()
  const reader = await listen(streamOf(seasonId), delegate)
  await reader.until(1)
  await Promise.all(Array.from({ length: 20 }, () => act(world.database, seasonId)))
  expect((await reader.until(21)).slice(1).map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
  reader.stop()
})

test('where the line to the database is cut it is opened again, and what happened meanwhile is told', async () => {
  const { seasonId, delegate } = await season()
  const reader = await listen(streamOf(seasonId), delegate)
  await reader.until(1)
  await world.owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN journal'",
  )
  await act(world.database, seasonId)
  await reader.until(2)
  await act(world.database, seasonId)
  expect((await reader.until(3)).map(({ id }) => id)).toEqual([0, 1, 2])
  reader.stop()
})

test('an answer saved is told with the next act of the season, or at the next heartbeat', async () => {
  const { seasonId, delegate } = await season()
  const id = `${delegate.unitId} KT01`
  const save = () =>
    inTransaction(world.database, (tx) =>
      record(tx, {
        actor: null,
        now: new Date(),
        seasonId,
        what: 'answer-saved',
        about: { kind: 'answer', id },
      }),
    )
  const reader = await listen(streamOf(seasonId), delegate)
  await reader.until(1)
  await save()
  await act(world.database, seasonId)
  await reader.until(3)
  await save()
  expect((await reader.until(4)).map(({ content }) => content.what)).toEqual([
    undefined,
    'answer-saved',
    'meeting-started',
    'answer-saved',
  ])
  reader.stop()
})

test('a cut is told to its own unit and to who sees every unit, not to the others before deliberation', async () => {
  const { id: seasonId, units } = await world.make.season({ phase: 'appraisal' })
  const [first = '', second = ''] = units
  const of = async (role: 'delegate' | 'secretary', unitId: string) =>
    listen(streamOf(seasonId), await world.make.person({ role, seasonId, unitId }))
  const readers = [await of('delegate', first), await of('delegate', second), await of('secretary', second)]
  for (const reader of readers) await reader.until(1)
  const cut = () => act(world.database, seasonId, { kind: 'cell', id: `${first} TD01` })
  await cut()
  await act(world.database, seasonId)
  const [own, other, keeper] = readers
  expect((await own?.until(3))?.map(({ id }) => id)).toEqual([0, 1, 2])
  expect((await keeper?.until(3))?.map(({ id }) => id)).toEqual([0, 1, 2])
  expect((await other?.until(2))?.map(({ id }) => id)).toEqual([0, 2])
  await world.database.prisma.season.update({ where: { id: seasonId }, data: { phase: 'deliberation' } })
  // The stream sees the phase at its next heartbeat.
  for (let tried = 0; tried < 100 && other?.told.length === 2; tried += 1) {
    await cut()
    await wait(100)
  }
  expect(other?.told.at(-1)?.content).toMatchObject({ aboutKind: 'cell', aboutId: `${first} TD01` })
  for (const reader of readers) reader.stop()
})

test('a sign-out ends the stream within a heartbeat; so does the end of the server', async () => {
  const { seasonId, delegate } = await season()
  const reader = await listen(streamOf(seasonId), delegate)
  await reader.until(1)
  await world.as(delegate)(session.signOut, {})
  expect(await reader.ended).toBe('ended')

  const another = await listening()
  const { delegate: second, seasonId: secondId } = await season()
  const last = await listen(streamOf(secondId, addressOf(another)), second)
  await last.until(1)
  await another.close()
  expect(await last.ended).toBe('ended')
})

test('a stranger hears nothing, nor does a mandate of another season; nobody opens streams without end', async () => {
  const { seasonId, delegate } = await season()
  const other = await season()
  const input = { query: { seasonId, follow: 'false' } }
  await refusal(world.stranger(events.stream, input), 'not-signed-in')
  await refusal(world.as(other.delegate)(events.stream, input), 'not-found')
  await refusal(
    world.as(delegate)(events.stream, { query: { seasonId: 'KHONG-2020', follow: 'false' } }),
    'not-found',
  )
  const readers = []
  for (let n = 0; n < 12; n += 1) readers.push(await listen(streamOf(seasonId), delegate))
  expect((await listen(streamOf(seasonId), delegate)).answer.status).toBe(429)
  for (const reader of readers) reader.stop()
  await Promise.all(readers.map(({ ended }) => ended))
  for (let waited = 0; waited < 5000; waited += 50) {
    const again = await listen(streamOf(seasonId), delegate)
    again.stop()
    if (again.answer.status === 200) return
    await wait(50)
  }
  throw new Error('a closed stream still counts')
})

test('kill -9 of PostgreSQL: the stream stays open, and goes on by itself when the database is back', {
  timeout: 120_000,
}, async () => {
  const name = `events-${process.pid}`
  const filesFolder = join(tmpdir(), `bangvang_events_${randomUUID()}`)
  let postgres = await startOwnPostgres(name)
  const database = openDatabase(postgres.webUrl, 5)
  const server = await startServer(postgres.webUrl, filesFolder)
  try {
    const make = makers(database, { now: new Date() })
    const { id: seasonId, chair } = await make.season()
    const delegate = await make.person({ role: 'delegate', seasonId, unitId: chair })
    const reader = await listen(streamOf(seasonId, server.baseUrl), delegate)
    await act(database, seasonId)
    await reader.until(2)
    process.kill(postgres.pid, 'SIGKILL')
    await postgres.exited
    postgres = await startOwnPostgres(name)
    await untilWell(server.baseUrl)
    await act(database, seasonId)
    await act(database, seasonId)
    expect((await reader.until(4)).map(({ id }) => id)).toEqual([0, 1, 2, 3])
    reader.stop()
  } finally {
    await killNine(server.child)
    await database.close()
    postgres.command.kill('SIGTERM')
    await postgres.exited
    for (const folder of [postgres.folder, filesFolder]) rmSync(folder, { recursive: true, force: true })
  }
})
