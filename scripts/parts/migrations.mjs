import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.mjs'
import { checkServer, withClient } from './roles.mjs'
import { Stop } from './say.mjs'

// The number Prisma's own engine locks, so that the two never migrate one database at once.
const lockNumber = 72707369

// Column by column what Prisma's own engine makes: docs/decisions/0002-migrations.md.
const noteTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

/**
 * Brings a database to the newest migration: in order, each whole or not at all, one instance at a time.
 * `ownerUrl` is the login that owns the tables, `webUrl` the one the application serves with.
 * Answers the names of what it applied; throws Stop when the database has another past than the folder.
 */
export function migrate({ ownerUrl, webUrl, folder = join(checkout, 'prisma/migrations') }) {
  return withClient(ownerUrl, async (client) => {
    await client.query(
      "SET lock_timeout = '60s'; SET client_min_messages = warning; SET search_path = public",
    )
    await client.query(`SELECT pg_advisory_lock(${lockNumber})`)
    await checkServer(client, webUrl)
    await client.query(noteTable)
    const wanted = readMigrations(folder)
    const waiting = wanted.slice(await countApplied(client, wanted))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  })
}

/** The migrations of a folder in order: [{ name, sql, checksum }]. */
function readMigrations(folder) {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** How many are applied; refuses a past that is not the beginning of the folder. */
async function countApplied(client, wanted) {
  const { rows } =
    await client.query(`SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations
    WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`)
  rows.forEach(({ name, checksum, finished_at }, position) => {
    const expected = wanted[position]
    if (finished_at === null)
      throw new Stop(`Lần cập nhật ${name} dở dang`, `Migration ${name} was left half done`)
    if (!wanted.some((migration) => migration.name === name))
      throw new Stop(
        `Cơ sở dữ liệu mới hơn bản này: có ${name}`,
        `The database is newer than this version of Bảng Vàng: it has the migration ${name}`,
      )
    if (expected.name !== name)
      throw new Stop(
        `${expected.name} phải chạy trước ${name}, mà ${name} đã chạy`,
        `The migration ${expected.name} comes before ${name}, which is already applied: give it a later name`,
      )
    if (expected.checksum !== checksum)
      throw new Stop(
        `Bản cập nhật ${name} đã bị sửa sau khi chạy`,
        `The migration ${name} was edited after it was applied: put it back and write a new one`,
      )
  })
  return rows.length
}

async function apply(client, { name, sql, checksum }) {
  const startedAt = new Date()
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    const line = error.position ? ` (line ${sql.slice(0, Number(error.position)).split('\n').length})` : ''
    throw new Stop(
      `Không cập nhật được cơ sở dữ liệu: ${name}`,
      `The migration ${name} failed and nothing of it was kept: ${error.message}${line}`,
    )
  }
}
