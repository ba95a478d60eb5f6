// A PostgreSQL that a test may kill: plain JavaScript, as the scripts that start it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../../../scripts/parts/children.mjs'
import { migrate } from '../../../../scripts/parts/migrations.mjs'
import { startPostgres } from '../../../../scripts/parts/postgres.mjs'
import { postgresHome } from '../../../../scripts/parts/postgres-home.mjs'

/** Starts the server of that name with one migrated database, says where it is in one line of JSON, and stays until it is gone. */
await main(async () => {
  const name = process.argv[2]
  // Not a throw-away one: those acknowledge what is not on the disk yet.
  const { ownerUrl, webUrl, exited } = await startPostgres({ name, database: 'bangvang' })
  await migrate({ ownerUrl, webUrl })
  const { folder, data } = await postgresHome(name)
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.stdout.write(`${JSON.stringify({ webUrl, folder, pid })}\n`)
  await exited
})
