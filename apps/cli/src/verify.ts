import { createHash } from 'node:crypto'
import { checkHandover } from '@bangvang/core/handover/check-handover'
import { type BundleVerdict, verifyBundle } from '@bangvang/core/rankings/bundle'
import { isZip, openHandover } from './handover.ts'
import { type Command, jsonOf, readBytes } from './terminal.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

type Verdict = Pick<BundleVerdict, 'ok' | 'differences'> & {
  faults: readonly { path: string; code: string }[]
}
type Checked = { ok: true; verdict: Verdict; holds: string } | { ok: false; sentence: string }

/**
 * Recomputes the bundle of a finalized ranking (scoring.md "From a terminal"), or checks the zip of a season handed
 * over, told by its content. Prints `{ok, differences, faults}` as one line of JSON, and a sentence for each
 * difference and fault on standard error. Exit codes: 0 it holds, 1 it does not, 2 no file of either kind.
 */
export const verify: Command = async (words, terminal) => {
  const [file, ...rest] = words
  if (file === undefined || rest.length > 0) {
    terminal.say('usage: bangvang verify FILE')
    return 2
  }
  const read = await readBytes(file, terminal)
  const checked = read.ok ? check(file, read.bytes) : read
  if (!checked.ok) {
    terminal.say(checked.sentence)
    return 2
  }
  const { verdict, holds } = checked
  await terminal.write(`${JSON.stringify(printable(verdict))}\n`)
  for (const sentence of verdict.ok ? [holds] : sentencesOf(verdict)) terminal.say(sentence)
  return verdict.ok ? 0 : 1
}

function check(file: string, bytes: Uint8Array): Checked {
  if (isZip(bytes)) {
    const opened = openHandover(bytes)
    if (opened === null) return { ok: false, sentence: `${file}: a zip that cannot be read` }
    const holds = `Every file is as listed (${opened.files.size}), the ranking is as recomputed, the journal is whole.`
    return { ok: true, verdict: checkHandover(opened, sha256), holds }
  }
  const read = jsonOf(file, bytes)
  if (!read.ok) return read
  const holds = 'Every point, the ranking and the hash are as recomputed.'
  return { ok: true, verdict: verifyBundle(read.value, sha256), holds }
}

/** JSON has no undefined: what is not there at all is null. */
function printable({ ok, differences, faults }: Verdict) {
  const inJson = differences.map(({ path, expected = null, found = null }) => ({ path, expected, found }))
  return { ok, differences: inJson, faults }
}

function sentencesOf({ differences, faults }: Verdict): string[] {
  const written = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))
  return [
    ...faults.map(({ path, code }) => `${path === '' ? 'the file' : path}: ${code}`),
    ...differences.map(
      ({ path, expected, found }) => `${path}: expected ${written(expected)}, found ${written(found)}`,
    ),
  ]
}
