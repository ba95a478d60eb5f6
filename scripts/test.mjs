import { main } from './parts/children.mjs'
import { database, journeys, lint, preparing, runStages, types, units } from './parts/stages.mjs'

await main(() => runStages([preparing, lint, types, units, database, journeys()]))
