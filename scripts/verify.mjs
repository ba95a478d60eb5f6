import { main } from './parts/children.mjs'
import { lint, preparing, rules, runStages, types } from './parts/stages.mjs'

await main(() => runStages([preparing, lint, types, rules]))
