import { measureScoring } from './scoring.ts'
import { measureServing } from './serving.ts'

const word = process.argv[2]
if (word === undefined) process.stdout.write(`${(await measureScoring()).join('\n')}\n`)
process.stdout.write(`${(await measureServing(word)).join('\n')}\n`)
