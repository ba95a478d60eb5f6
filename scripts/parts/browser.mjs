import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { command } from './checkout.mjs'
import { run } from './children.mjs'
import { installPackedBrowser, packedBrowser } from './packed-browser.mjs'
import { Stop, say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of a Chromium that starts: one that is there, or else one that it installs. */
export async function findBrowser() {
  const found = await installed()
  if (found) return found
  say('Cài trình duyệt Chromium', 'Installing the browser Chromium')
  const mayInstall = process.getuid() === 0 && existsSync('/usr/bin/apt-get')
  const faults = []
  for (const install of [mayInstall ? installPackage : installOfPlaywright, installPackedBrowser]) {
    await install().catch(({ message }) => faults.push(message))
    const browser = await installed()
    if (browser) return browser
  }
  throw new Stop(
    'Không có trình duyệt: hãy cài gói chromium (apt-get install chromium) hoặc đặt BANGVANG_CHROMIUM',
    'There is no browser: install the package chromium (apt-get install chromium) or set BANGVANG_CHROMIUM',
    faults.join('\n\n'),
  )
}

async function installed() {
  return [process.env.BANGVANG_CHROMIUM, ...onPath(), await ofPlaywright(), packedBrowser].find(starts)
}

async function installPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { quiet: true, env })
  await run('apt-get', ['install', '-y', 'chromium'], { quiet: true, env })
}

function installOfPlaywright() {
  return run(command('playwright'), ['install', 'chromium'], { quiet: true })
}

const starts = (path) => Boolean(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

function onPath() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path))
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}
