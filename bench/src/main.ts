import { measureScoring } from './scoring.ts'
import { measureServing } from './serving.ts'

for (const measure of [measureScoring, measureServing])
  process.stdout.write(`${(await measure()).join('\n')}\n`)
