import { main } from './parts/children.mjs'
import { lint, preparing, rules, runStages } from './parts/stages.mjs'

await main(() => runStages([preparing, lint, rules]))
