import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const checkout = fileURLToPath(new URL('..', import.meta.url))

/** A running product of one journey's own: database from the template, the sample year, the API serving the built SPA. */
export type Product = {
  url: string
  filesFolder: string
  /** kill -9 and start again on the same database and port. */
  crash: () => Promise<void>
  stop: () => Promise<void>
}

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run npm run e2e`)
  return value
}

const on = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: on(required('TEST_DATABASE_OWNER_URL'), 'postgres') })
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

const node = (script: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })

async function untilWell(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`)
    if (
      await fetch(`${url}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await wait(100)
  }
  throw new Error('the API did not come up in 30 s')
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** Starts a product with the sample year loaded. */
export async function startProduct(): Promise<Product> {
  const name = `bangvang_e2e_${process.pid}_${randomUUID().slice(0, 8)}`
  await asOwner(`CREATE DATABASE ${name} TEMPLATE bangvang_template`)
  const filesFolder = await mkdtemp(join(tmpdir(), 'bangvang-e2e-'))
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'error',
    BANGVANG_SAMPLE: '1',
    DATABASE_URL: on(required('TEST_DATABASE_URL'), name),
    DATABASE_OWNER_URL: on(required('TEST_DATABASE_OWNER_URL'), name),
    FILES_FOLDER: filesFolder,
    WEB_FOLDER: join(checkout, 'apps/web/dist'),
    RATE_LIMIT: '100000',
  }
  const [code] = await once(node('prisma/sample/load.ts', env), 'exit')
  if (code !== 0) throw new Error(`the sample year did not load: ${code}`)
  const url = `http://127.0.0.1:${port}`
  let api = node('apps/api/src/server.ts', env)
  await untilWell(url, api)
  const crash = async () => {
    await kill(api, 'SIGKILL')
    api = node('apps/api/src/server.ts', env)
    await untilWell(url, api)
  }
  const stop = async () => {
    await kill(api, 'SIGTERM')
    await dropDatabase(name)
    await rm(filesFolder, { recursive: true, force: true })
  }
  return { url, filesFolder, crash, stop }
}
