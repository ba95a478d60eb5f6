import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkout, keptFolder } from './checkout.mjs'
import { run } from './children.mjs'
import { migrate } from './migrations.mjs'
import { startPostgres } from './postgres.mjs'
import { withClient } from './roles.mjs'
import { say } from './say.mjs'

/**
 * This clone's own database, started, migrated and with the sample year in it.
 * Answers the environment that the API needs for it, and `exited`: when the server is gone.
 */
export async function startSampleDatabase() {
  say('Khởi động PostgreSQL', 'Starting PostgreSQL')
  const { ownerUrl, webUrl, exited } = await startPostgres({ name: 'postgres', database: 'bangvang' })
  await migrateAndSay({ ownerUrl, webUrl })
  const filesFolder = join(keptFolder, 'files')
  mkdirSync(filesFolder, { recursive: true, mode: 0o700 })
  const environment = {
    ...withoutDatabase(),
    DATABASE_URL: webUrl,
    FILES_FOLDER: filesFolder,
    BANGVANG_SAMPLE: '1',
  }
  if (!(await isLoaded(ownerUrl))) await load({ ownerUrl, webUrl, environment })
  return { environment, exited }
}

const loaded = 'the sample year is whole'

/** Loads the sample year; what a load cut off half way left is cleared away first. */
async function load({ ownerUrl, webUrl, environment }) {
  say('Nạp năm mẫu 2020', 'Loading the sample year 2020')
  if (await hasRows(ownerUrl)) {
    await withClient(ownerUrl, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
    await migrate({ ownerUrl, webUrl })
  }
  const args = ['--import', 'tsx', join(checkout, 'prisma/sample/load.ts')]
  await run(process.execPath, args, { quiet: true, env: { ...environment, DATABASE_OWNER_URL: ownerUrl } })
  await withClient(ownerUrl, (client) => client.query(`COMMENT ON DATABASE bangvang IS '${loaded}'`))
}

/** Migrates, and names on screen what was applied. */
export async function migrateAndSay(urls) {
  for (const name of await migrate(urls)) say(`Cập nhật cơ sở dữ liệu: ${name}`, 'Migrated the database')
}

function isLoaded(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const sql =
      "SELECT shobj_description(oid, 'pg_database') AS said FROM pg_database WHERE datname = current_database()"
    const { rows } = await client.query(sql)
    return rows[0].said === loaded
  })
}

function hasRows(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM unit LIMIT 1')
    return rowCount > 0
  })
}

/** Our environment without what would point at, or reach, another database. */
export function withoutDatabase() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(PG[A-Z]+|DATABASE_URL|DATABASE_OWNER_URL)$/.test(name),
    ),
  )
}
