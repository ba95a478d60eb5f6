import { randomBytes } from 'node:crypto'
import { migrate } from './migrations.mjs'
import { withClient } from './roles.mjs'
import { editedSchema, schemaDifference } from './schema-engine.mjs'

// What Prisma's schema can say: enums, columns, keys, indexes. Checks, triggers, functions and rights it cannot.
const structure = `
  SELECT format('type %s: %s', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder)) AS line
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
  UNION ALL
  SELECT format('column %s.%s: %s%s%s', relname, attname, format_type(atttypid, atttypmod),
      CASE WHEN attnotnull THEN ' not null' END, ' default ' || pg_get_expr(adbin, adrelid))
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT format('key %s of %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
  UNION ALL
  SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'`

/**
 * Where the migrations and prisma/schema disagree: one line each, + only the migrations make it, - only the schema
 * says it. `ownerUrl` is a login of a throw-away server that may create databases; `webUrl` the application's there.
 */
export async function drift({ ownerUrl, webUrl, schema = editedSchema() }) {
  const sql = await schemaDifference({ url: ownerUrl, to: schema })
  const migrated = await inNewDatabase(ownerUrl, async (url) => {
    await migrate({ ownerUrl: url, webUrl })
    return withClient(url, readStructure)
  })
  const described = await inNewDatabase(ownerUrl, (url) =>
    withClient(url, async (client) => {
      await client.query(sql)
      return readStructure(client)
    }),
  )
  return [
    ...migrated.filter((line) => !described.includes(line)).map((line) => `+ ${line}`),
    ...described.filter((line) => !migrated.includes(line)).map((line) => `- ${line}`),
  ].sort()
}

async function readStructure(client) {
  const { rows } = await client.query(structure)
  return rows.map(({ line }) => line).filter((line) => !line.includes('_prisma_migrations'))
}

/** Runs `work` with the address of an empty database that exists only meanwhile. */
export async function inNewDatabase(ownerUrl, work) {
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const url = new URL(ownerUrl)
  url.pathname = name
  await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  try {
    return await work(url.href)
  } finally {
    await withClient(ownerUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
}
