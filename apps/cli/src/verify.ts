import { createHash } from 'node:crypto'
import { type BundleVerdict, verifyBundle } from '@bangvang/core/rankings/bundle'
import { type Command, readJsonFile } from './terminal.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * Recomputes the bundle of a finalized ranking (scoring.md "From a terminal"). Prints `{ok, differences, faults}` as one line of
 * JSON, and a sentence for each difference and fault on standard error. Exit codes: 0 it holds, 1 it does not, 2 no JSON file.
 */
export const verify: Command = async (words, terminal) => {
  const [file, ...rest] = words
  if (file === undefined || rest.length > 0) {
    terminal.say('usage: bangvang verify FILE')
    return 2
  }
  const read = await readJsonFile(file, terminal)
  if (!read.ok) {
    terminal.say(read.sentence)
    return 2
  }
  const verdict = verifyBundle(read.value, sha256)
  await terminal.write(`${JSON.stringify(printable(verdict))}\n`)
  for (const sentence of sentencesOf(verdict)) terminal.say(sentence)
  return verdict.ok ? 0 : 1
}

/** JSON has no undefined: what is not there at all is null. */
function printable({ ok, differences, faults }: BundleVerdict) {
  const inJson = differences.map(({ path, expected = null, found = null }) => ({ path, expected, found }))
  return { ok, differences: inJson, faults }
}

function sentencesOf({ ok, differences, faults }: BundleVerdict): string[] {
  if (ok) return ['Every point, the ranking and the hash are as recomputed.']
  const written = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))
  return [
    ...faults.map(({ path, code }) => `${path === '' ? 'the file' : path}: ${code}`),
    ...differences.map(
      ({ path, expected, found }) => `${path}: expected ${written(expected)}, found ${written(found)}`,
    ),
  ]
}
