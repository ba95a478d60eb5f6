import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { openDatabase } from './db.ts'
import { readEnv } from './env.ts'
import { folderStore, sweepArrivals } from './files/file-store.ts'
import type { Deps } from './http/deps.ts'

const env = readEnv(process.env)
const logger = pino({ level: env.LOG_LEVEL, base: null })
const accounts = new URL('../../../prisma/sample/accounts.json', import.meta.url)
const folder = resolve(env.FILES_FOLDER)
await sweepArrivals(folder)

const deps: Deps = {
  env,
  database: openDatabase(env.DATABASE_URL),
  files: folderStore(folder),
  clock: () => new Date(),
  sampleAccounts: env.BANGVANG_SAMPLE ? JSON.parse(readFileSync(accounts, 'utf8')) : null,
  logger,
}
const app = await buildApp(deps)

let isClosing = false
async function close(): Promise<void> {
  if (isClosing) return
  isClosing = true
  await app.close()
  await deps.database.close()
}
process.once('SIGTERM', close)
process.once('SIGINT', close)

await app.listen({ host: env.HOST, port: env.PORT })
logger.info({ host: env.HOST, port: env.PORT }, 'listening')
