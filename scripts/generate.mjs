import { main } from './parts/children.mjs'
import { prepare } from './parts/prepare.mjs'

await main(prepare)
