import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Paper } from '../document.ts'
import { printable } from '../printable.ts'
import { compose } from './compose.ts'
import { showableIn } from './glyphs.ts'

/** The bytes of a pdf, or why there is none: this machine lacks the compiler, or it did not end in its time. */
export type PdfWritten =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; refusal: { reason: 'pdf-unavailable' } }

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const template = fileURLToPath(new URL('./paper.typ', import.meta.url))

type Setting = { template: string; show: (text: string) => string }
let known: Setting | undefined
function setting(): Setting {
  known ??= {
    template: readFileSync(template, 'utf8'),
    show: showableIn(readFileSync(join(fonts, '400Regular/Tinos_400Regular.ttf'))),
  }
  return known
}

function run(paper: string, patience: number): Promise<Uint8Array | null> {
  const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), {
    workerData: { paper, template: setting().template, folder: dirname(template), fonts },
    execArgv: [],
    env: {},
  })
  return new Promise<Uint8Array | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), patience)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(null)
    })
  }).finally(() => worker.terminate())
}

// One at a time: a long table takes a core and some hundred megabytes.
let last: Promise<unknown> = Promise.resolve()

/**
 * Renders a paper as a tagged pdf (PDF/UA-1) with Tinos embedded, in a thread of its own. Its text arrives as data and is
 * never interpreted; a character the face lacks becomes a white square. The same paper makes the same bytes.
 */
export async function writePdf(paper: Paper, patience = 30_000): Promise<PdfWritten> {
  const { show } = setting()
  const composed = JSON.stringify(compose(paper), (_key, value) =>
    typeof value === 'string' ? show(printable(value)) : value,
  )
  const turn = last.catch(() => undefined).then(() => run(composed, patience))
  last = turn
  const bytes = await turn
  return bytes === null ? { ok: false, refusal: { reason: 'pdf-unavailable' } } : { ok: true, bytes }
}
