import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drift, inNewDatabase } from './drift.mjs'
import { migrate } from './migrations.mjs'
import { withClient } from './roles.mjs'
import { editedSchema } from './schema-engine.mjs'

const { TEST_DATABASE_OWNER_URL: serverUrl, TEST_DATABASE_URL: webUrl } = process.env
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bangvang-migrations-'))
  write('1_first', 'CREATE TABLE first (id int)')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name, sql) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const inDatabase = (work) => inNewDatabase(serverUrl, (url) => work({ ownerUrl: url, webUrl, folder }))
const tablesOf = ({ ownerUrl }) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    )
    return rows.map(({ tablename }) => tablename)
  })

test('two instances that migrate at once apply each migration once', () =>
  inDatabase(async (at) => {
    write('2_second', 'CREATE TABLE second (id int)')
    const applied = await Promise.all([migrate(at), migrate(at)])
    expect(applied.flat()).toEqual(['1_first', '2_second'])
    expect(await tablesOf(at)).toEqual(['_prisma_migrations', 'first', 'second'])
    expect(await migrate(at)).toEqual([])
  }))

test('an applied migration that was edited is refused by its name', () =>
  inDatabase(async (at) => {
    await migrate(at)
    write('1_first', 'CREATE TABLE first (id bigint)')
    await expect(migrate(at)).rejects.toThrow('The migration 1_first was edited after it was applied')
  }))

test('a migration that fails leaves nothing behind, and those before it stay', () =>
  inDatabase(async (at) => {
    write('2_second', 'CREATE TABLE second (id int);\nSELECT nothing')
    await expect(migrate(at)).rejects.toThrow('2_second failed and nothing of it was kept')
    expect(await tablesOf(at)).toEqual(['_prisma_migrations', 'first'])
    write('2_second', 'CREATE TABLE second (id int)')
    expect(await migrate(at)).toEqual(['2_second'])
  }))

test('a database with a migration that this version does not know is refused', () =>
  inDatabase(async (at) => {
    write('2_second', 'CREATE TABLE second (id int)')
    await migrate(at)
    rmSync(join(folder, '2_second'), { recursive: true })
    await expect(migrate(at)).rejects.toThrow('The database is newer than this version')
  }))

test('a migration named before an applied one is refused', () =>
  inDatabase(async (at) => {
    await migrate(at)
    write('0_earlier', 'CREATE TABLE earlier (id int)')
    await expect(migrate(at)).rejects.toThrow('0_earlier comes before 1_first')
    expect(await tablesOf(at)).toEqual(['_prisma_migrations', 'first'])
  }))

test('a login without the role of the application is answered with the SQL to run, and nothing is migrated', () =>
  inDatabase(async (at) => {
    const refused = migrate({ ...at, webUrl: at.ownerUrl })
    await expect(refused).rejects.toThrow('GRANT bangvang_app TO "bangvang_owner";')
    expect(await tablesOf(at)).toEqual([])
  }))

test('the committed migrations make what prisma/schema says', { timeout: 30_000 }, async () => {
  expect(await drift({ ownerUrl: serverUrl, webUrl })).toEqual([])
})

test('what the schema says and no migration makes is named', { timeout: 30_000 }, async () => {
  const extra = { path: 'extra.prisma', content: 'model extra {\n  id Int @id\n}' }
  const lines = await drift({ ownerUrl: serverUrl, webUrl, schema: [...editedSchema(), extra] })
  expect(lines).toContain('- column extra.id: integer not null')
  expect(lines).toContain('- key extra_pkey of extra: PRIMARY KEY (id)')
  expect(lines.every((line) => line.includes('extra'))).toBe(true)
})
