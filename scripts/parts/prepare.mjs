import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout, command } from './checkout.mjs'
import { run } from './children.mjs'
import { alone } from './lock.mjs'
import { Stop, say } from './say.mjs'
import { whenChanged } from './stamp.mjs'

/** Brings a clone to where its code can run: the right Node, the packages of the lock file, the database client. */
export async function prepare() {
  checkNode()
  await alone('setup', async () => {
    await install()
    await generate()
  })
}

/** Builds the web pages into apps/web/dist, when anything they are made of has changed. */
export function buildWeb() {
  return alone('setup', () =>
    whenChanged({
      name: 'web',
      sources: ['apps/web', 'packages/core', 'packages/contract', 'tsconfig.base.json', 'package-lock.json'],
      output: 'apps/web/dist/index.html',
      make: () => {
        say('Dựng các trang', 'Building the pages')
        const env = { ...process.env, NODE_ENV: 'production' }
        return run('npm', ['run', 'build', '-w', '@bangvang/web'], { quiet: true, env })
      },
    }),
  )
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  const found = process.versions.node
  throw new Stop(
    `Cần Node 20.19 trở lên, máy này có ${found}`,
    `Node 20.19 or newer is needed, this is ${found}`,
  )
}

// Install scripts stay off: the only one needed (PostgreSQL's links) is done where PostgreSQL is started,
// and an older npm would run all the others, of which one downloads.
async function install() {
  if (isInstalled()) return
  say('Cài các gói, chừng một phút', 'Installing the packages, about a minute')
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]
  const printed = await run('npm', ['ci', ...flags], { quiet: true })
  // Some versions of npm end with 0 when the network failed.
  if (!isInstalled()) throw new Stop('npm chưa cài được các gói', 'npm did not install the packages', printed)
}

/** Whether what npm noted down after its last install is what the lock file asks for, and is still there. */
function isInstalled() {
  const noted = join(checkout, 'node_modules/.package-lock.json')
  if (!existsSync(noted)) return false
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const present = packagesOf(noted)
  return Object.entries(packagesOf(join(checkout, 'package-lock.json')))
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional && !wanted.extraneous)
    .every(([path, { version, integrity }]) => {
      const found = present[path]
      return found?.version === version && found.integrity === integrity && existsSync(join(checkout, path))
    })
}

function generate() {
  return whenChanged({
    name: 'generate',
    sources: ['prisma/schema', 'prisma.config.ts', 'package-lock.json'],
    output: 'apps/api/src/generated/prisma/client.ts',
    make: () => {
      say('Sinh mã truy cập cơ sở dữ liệu', 'Generating the database client')
      // Prisma insists on an engine that it never runs here; any executable satisfies it.
      const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' }
      return run(command('prisma'), ['generate'], { quiet: true, env })
    },
  })
}
