import { main, run } from './parts/children.mjs'
import { prepare } from './parts/prepare.mjs'
import { Stop } from './parts/say.mjs'
import { environment } from './parts/stages.mjs'
import { startTestDatabase } from './parts/test-database.mjs'

/** Runs any command with a throw-away PostgreSQL beside it: `npm run with-database -- npx vitest run …`. */
await main(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Stop('Cần một lệnh', 'Name a command: npm run with-database -- COMMAND …')
  await prepare()
  await run(command, args, { cwd: process.cwd(), env: { ...environment, ...(await startTestDatabase()) } })
})
