import { main } from './parts/children.mjs'
import { journeys, preparing, runStages } from './parts/stages.mjs'

await main(() => runStages([preparing, journeys(process.argv.slice(2))]))
