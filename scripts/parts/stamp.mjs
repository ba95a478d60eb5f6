import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout, keptFolder } from './checkout.mjs'

/**
 * Runs `make` only when its sources changed since it last succeeded, or its output is gone.
 * Sources and output are paths in the checkout; a source may be a folder, or absent. Answers whether it ran.
 */
export async function whenChanged({ name, sources, output, make }) {
  const stamp = join(keptFolder, 'stamps', name)
  const now = fingerprint(sources)
  if (existsSync(join(checkout, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return false
  await make()
  mkdirSync(join(keptFolder, 'stamps'), { recursive: true })
  writeFileSync(stamp, now)
  return true
}

/** One SHA-256 over the names and contents of all files under these paths of the checkout. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) {
    const content = readFileSync(join(checkout, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const full = join(checkout, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
