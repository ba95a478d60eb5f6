import { main } from './parts/children.mjs'
import { database, journeys, lint, preparing, programs, rules, runStages, types } from './parts/stages.mjs'

await main(() => runStages([preparing, lint, types, rules, programs, database, journeys()]))
