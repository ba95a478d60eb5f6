import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkout } from './parts/checkout.mjs'
import { main, run } from './parts/children.mjs'
import { prepare } from './parts/prepare.mjs'
import { Stop, say } from './parts/say.mjs'
import { editedSchema, schemaDifference } from './parts/schema-engine.mjs'
import { startTestDatabase } from './parts/test-database.mjs'

/** Writes the migration that leads from the committed schema to the edited one, to be read and completed by hand. */
async function writeMigration(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? ''))
    throw new Stop('Cần tên, như add_meetings', 'Name it: node scripts/new-migration.mjs add_meetings')
  await prepare()
  const { TEST_DATABASE_OWNER_URL: url } = await startTestDatabase()
  const sql = await schemaDifference({ url, from: await committedSchema(), to: editedSchema() })
  if (sql.includes('empty migration'))
    throw new Stop('Lược đồ không đổi', 'The schema has not changed since HEAD')
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${time}_${name}`)
  if (existsSync(join(checkout, folder))) throw new Stop(`Đã có ${folder}`, 'That migration exists')
  mkdirSync(join(checkout, folder))
  writeFileSync(join(checkout, folder, 'migration.sql'), sql)
  say(`${folder}/migration.sql`, 'read it, grant its tables to bangvang_app, add what the types cannot say')
}

async function committedSchema() {
  const git = (...args) => run('git', args, { quiet: true })
  const listed = await git('ls-tree', '--name-only', 'HEAD', 'prisma/schema/')
  const paths = listed.split('\n').filter(Boolean)
  return Promise.all(
    paths.map(async (path) => ({ path: basename(path), content: await git('show', `HEAD:${path}`) })),
  )
}

await main(() => writeMigration(process.argv[2]))
