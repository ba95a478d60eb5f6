import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * The compressed JavaScript of the pages that must stay small, in bytes of gzip, after `vite build`:
 * everything the first visit of each loads in Vietnamese. Ends with 1 where a page is over its limit.
 */
const dist = join(import.meta.dirname, 'dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const words = (...rooms) => rooms.map((room) => `src/words/vi/${room}.ts`)
const first = ['index.html', ...words('shell')]
const signedIn = [...first, 'src/app/shell.tsx', ...words('problem', 'fault')]
const pages = [
  {
    name: 'sign-in',
    limit: 120,
    entries: [...first, 'src/features/session/routes.tsx', ...words('session', 'problem')],
  },
  {
    name: 'public ranking',
    limit: 120,
    entries: [...first, 'src/app/public-frame.tsx', 'src/app/public-room.tsx', ...words('rankings')],
  },
  {
    name: 'my tasks',
    limit: 200,
    entries: [...signedIn, 'src/features/notices/routes.tsx', ...words('notices')],
  },
  {
    name: 'self-assessment',
    limit: 200,
    entries: [...signedIn, 'src/features/assessments/routes.tsx', ...words('assessments')],
  },
]

function filesOf(key, found = new Set()) {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`the build has no ${key}`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const next of chunk.imports ?? []) filesOf(next, found)
  return found
}

let isOver = false
for (const { name, limit, entries } of pages) {
  const files = entries.reduce((found, key) => filesOf(key, found), new Set())
  const scripts = [...files].filter((file) => file.endsWith('.js'))
  const bytes = scripts.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
    0,
  )
  const before = gzipSync(readFileSync(join(dist, 'before-paint.js'))).length
  const size = (bytes + before) / 1000
  if (size > limit) isOver = true
  process.stdout.write(`${name}: ${size.toFixed(1)} KB of ${limit}${size > limit ? ', over' : ''}\n`)
}
process.exitCode = isOver ? 1 : 0
