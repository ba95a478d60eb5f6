import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@bangvang/contract/client'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { openDatabase } from '../db.ts'
import { readEnv } from '../env.ts'
import { folderStore } from '../files/file-store.ts'
import { type Made, makers } from './makers.ts'

const withDatabase = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const required = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run npm test, or see docs/running.md`)
  return value
}

/** A world of its own for one test file: a database made from the template, an application on it, makers. */
export type World = Awaited<ReturnType<typeof openWorld>>

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString: withDatabase(required('TEST_DATABASE_OWNER_URL'), 'postgres'),
  })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

// The autovacuum's worker belongs to the superuser: while it is in the database, an owner may not force it out.
async function dropDatabase(name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const refused = await asOwner(`DROP DATABASE ${name} WITH (FORCE)`).catch((error: unknown) => error)
    if (refused === undefined) return
    if (tries === 100 || !(refused instanceof pg.DatabaseError) || refused.code !== '42501') throw refused
    await wait(100)
  }
}

function clientFor(app: FastifyInstance, cookie: string | null) {
  return createClient(async (url, { method, headers, body }) => {
    const payload = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : body
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, ...(cookie ? { cookie } : {}) },
      ...(payload === undefined ? {} : { payload }),
    })
    const bytes =
      answer.statusCode === 204 || answer.statusCode === 304 ? null : new Uint8Array(answer.rawPayload)
    return new Response(bytes, {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
    })
  })
}

/** Opens a world; `clock.now` may be set by the test. */
export async function openWorld() {
  const name = `bangvang_test_${process.pid}_${randomUUID().slice(0, 8)}`
  await asOwner(`CREATE DATABASE ${name} TEMPLATE bangvang_template`)
  const url = withDatabase(required('TEST_DATABASE_URL'), name)
  const database = openDatabase(url, 10)
  const owner = new pg.Pool({
    connectionString: withDatabase(required('TEST_DATABASE_OWNER_URL'), name),
    max: 2,
  })
  owner.on('error', () => undefined)
  const clock = { now: new Date('2020-12-18T02:00:00.000Z') }
  // Each look is a millisecond later, as in life: what came first is told by its time.
  const tick = () => {
    clock.now = new Date(clock.now.getTime() + 1)
    return clock.now
  }
  const env = readEnv({ DATABASE_URL: 'unused', RATE_LIMIT: '1000000', LOG_LEVEL: 'silent' })
  const filesFolder = join(tmpdir(), name)
  const faults: string[] = []
  const logger = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) })
  const app = await buildApp({
    logger,
    env,
    database,
    files: folderStore(filesFolder),
    clock: tick,
    sampleAccounts: null,
  })
  await app.ready()
  const close = async () => {
    await app.close()
    await database.close()
    await owner.end()
    await dropDatabase(name)
    // What the log calls a fault fails the file, whatever its tests asserted.
    if (faults.length > 0) throw new Error(`the server logged faults:\n${faults.join('')}`)
  }
  return {
    app,
    url,
    database,
    owner,
    clock,
    filesFolder,
    close,
    make: makers(database, clock),
    stranger: clientFor(app, null),
    as: (person: Made) => clientFor(app, person.cookie),
    cookieless: app,
  }
}
