import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** What a command is given: where it reads and writes. */
export type Terminal = {
  input: NodeJS.ReadableStream
  /** Writes text to standard output and waits until it may write more. */
  write: (text: string) => Promise<void>
  /** Says a sentence on standard error. */
  say: (sentence: string) => void
  /** Where a relative FILE is looked for. */
  folder: string
}

/** Runs with the words after its name; returns the exit code: 0 done, 1 refused or different, 2 used wrongly. */
export type Command = (words: readonly string[], terminal: Terminal) => Promise<number>

/** The process's own terminal. A reader that stops reading (`| head`) ends the process quietly. */
export function openTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    input: process.stdin,
    write: (text) => new Promise((done) => process.stdout.write(text, () => done())),
    say: (sentence) => process.stderr.write(`${sentence}\n`),
    folder: typedIn(process.env),
  }
}

/** Where the command was typed: npm runs scripts in the project's folder and keeps the other in INIT_CWD. */
function typedIn({ npm_lifecycle_event: script, INIT_CWD: folder }: NodeJS.ProcessEnv): string {
  return (script === 'bangvang' && folder) || process.cwd()
}

export type JsonFile = { ok: true; value: unknown } | { ok: false; sentence: string }
export type FileBytes = { ok: true; bytes: Uint8Array } | { ok: false; sentence: string }

/** A file's bytes, or a sentence that says why there are none. */
export async function readBytes(file: string, { folder }: Terminal): Promise<FileBytes> {
  try {
    return { ok: true, bytes: await readFile(resolve(folder, file)) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const why = code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`
    return { ok: false, sentence: `${file}: ${why}` }
  }
}

/** A file's JSON, or a sentence that says why there is none. */
export async function readJsonFile(file: string, terminal: Terminal): Promise<JsonFile> {
  const read = await readBytes(file, terminal)
  return read.ok ? jsonOf(file, read.bytes) : read
}

/** The JSON of a file's bytes, or a sentence that says why there is none. */
export function jsonOf(file: string, bytes: Uint8Array): JsonFile {
  const parsed = parseJson(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  return parsed.ok ? parsed : { ok: false, sentence: `${file}: not JSON (${parsed.sentence})` }
}

/** The JSON value of a text; a byte order mark before it is no part of it. */
export function parseJson(text: string): JsonFile {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { ok: false, sentence: error instanceof Error ? error.message : String(error) }
  }
}
