import { main, run } from './parts/children.mjs'
import { prepare } from './parts/prepare.mjs'
import { withoutDatabase } from './parts/sample-database.mjs'
import { startTestDatabase } from './parts/test-database.mjs'

await main(async () => {
  await prepare()
  const env = { ...withoutDatabase(), ...(await startTestDatabase()), NODE_ENV: 'production' }
  await run(process.execPath, ['--import', 'tsx', 'bench/src/main.ts', ...process.argv.slice(2)], { env })
})
