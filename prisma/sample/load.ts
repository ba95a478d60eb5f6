import { buildApp } from '@bangvang/api/app'
import { openDatabase } from '@bangvang/api/db'
import { readEnv } from '@bangvang/api/env'
import { folderStore } from '@bangvang/api/files/file-store'
import { playSample } from './play-sample.ts'

const env = readEnv({ ...process.env, RATE_LIMIT: '1000000' })
const database = openDatabase(env.DATABASE_URL)
const clock = { now: new Date() }
const app = await buildApp({
  env,
  database,
  files: folderStore(env.FILES_FOLDER),
  clock: () => clock.now,
  sampleAccounts: null,
})
await playSample({ app, database, clock })
await app.close()
await database.close()
