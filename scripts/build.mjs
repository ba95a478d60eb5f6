import { main } from './parts/children.mjs'
import { buildWeb, prepare } from './parts/prepare.mjs'

/** All that a server needs on disk: packages, database client, pages. */
await main(async () => {
  await prepare()
  await buildWeb()
})
