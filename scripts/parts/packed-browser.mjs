import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptFolder } from './checkout.mjs'
import { run } from './children.mjs'
import { say } from './say.mjs'

const packed = '@sparticuz/chromium@153.0.0'
const folder = join(keptFolder, 'browser')

/** Where the Chromium of the npm package is started from, once installPackedBrowser has put it there. */
export const packedBrowser = join(folder, 'start-chromium')

/**
 * Puts a Chromium from the npm registry into .bangvang/browser, with the libraries and fonts that a bare machine
 * lacks: the last resort of one who may not install packages, where Playwright's download cannot be reached.
 */
export async function installPackedBrowser() {
  say('Lấy Chromium từ npm', `Taking Chromium from npm: ${packed}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['install', '--prefix', folder, ...flags, packed], { quiet: true })

  // The package unpacks into the folder for temporary files, and takes what it finds there for its own.
  const program = `
    import { readdirSync } from 'node:fs'
    import { inflate } from '@sparticuz/chromium'
    const bin = 'node_modules/@sparticuz/chromium/bin/'
    for (const name of readdirSync(bin)) await inflate(bin + name)`
  const env = { ...process.env, TMPDIR: folder }
  await run(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, env, quiet: true })

  writeFileSync(join(folder, 'fonts.conf'), fonts)
  writeFileSync(packedBrowser, starter)
  chmodSync(packedBrowser, 0o755)
}

const starter = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`

const fonts = `<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
