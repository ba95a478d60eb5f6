import { main, run } from './parts/children.mjs'
import { prepare } from './parts/prepare.mjs'
import { environment } from './parts/stages.mjs'
import { startTestDatabase } from './parts/test-database.mjs'

/** What bench/README.md says, measured on a throw-away PostgreSQL. */
await main(async () => {
  await prepare()
  const env = { ...environment, ...(await startTestDatabase()), NODE_ENV: 'production' }
  await run(process.execPath, ['--import', 'tsx', 'bench/src/main.ts', ...process.argv.slice(2)], { env })
})
