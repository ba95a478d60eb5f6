import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: the root script of package.json runs there. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

export type Ended = { code: number | null; output: string; errors: string }

/** Runs `bangvang` as a child process, as the root script does, until it ends. */
export function bangvang(
  words: string[],
  input: string | Buffer = '',
  environment: Record<string, string> = {},
): Promise<Ended> {
  const program = ['--import', 'tsx', 'apps/cli/src/main.ts', ...words]
  const env = { ...process.env, DATABASE_URL: '', ...environment }
  const child = spawn(process.execPath, program, { cwd: root, env })
  const output: Buffer[] = []
  const errors: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((done) => {
    child.on('close', (code) =>
      done({ code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }),
    )
  })
}

/** The lines of an output, each read as JSON. */
export function answersOf({ output }: Ended): unknown[] {
  const lines = output.split('\n')
  if (lines.pop() !== '') throw new Error('the last line does not end')
  return lines.map((line) => JSON.parse(line))
}

/** A file of this text, or of these bytes, in a folder of its own; returns its path. */
export function fileOf(text: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'bangvang-cli-')), 'input.json')
  writeFileSync(file, text)
  return file
}

/** The worked cases that the core carries. */
export function readVectors(name: 'scoring' | 'tally'): Record<string, never>[] {
  return JSON.parse(readFileSync(join(root, `packages/core/vectors/${name}.json`), 'utf8'))
}
