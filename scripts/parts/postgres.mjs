import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEnding, run, startChild, stopChild } from './children.mjs'
import { giveTo, postgresHome } from './postgres-home.mjs'
import { createRolesAndDatabase } from './roles.mjs'
import { Stop } from './say.mjs'

const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
// A throw-away server may lose everything when the machine stops, and is quicker for it.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/**
 * Starts this clone's PostgreSQL of that name on 127.0.0.1, creating it the first time, and stops it before we end.
 * Answers { ownerUrl, webUrl, exited }: the login that migrates, the login that serves, and when the server is gone.
 */
export async function startPostgres({ name, database, throwAway = false }) {
  forgetOtherServers()
  const home = await postgresHome(name)
  await stopOrphan(home)
  if (throwAway) await removeLeftovers(dirname(home.folder))
  if (throwAway) beforeEnding(async () => rmSync(home.folder, { recursive: true, force: true }))
  const secrets = readSecrets(home)
  if (!existsSync(home.data)) await initialise(home, { secrets, throwAway })
  const { running, port } = await startServer(home, { secrets, throwAway })

  const urlOf = (login, at) => `postgres://${login}:${secrets[login]}@127.0.0.1:${port}/${at}`
  await createRolesAndDatabase({ url: urlOf('postgres', 'postgres'), secrets, database, throwAway })
  return {
    ownerUrl: urlOf('bangvang_owner', database),
    webUrl: urlOf('bangvang_web', database),
    exited: running.exited,
  }
}

/** What is set for another PostgreSQL, such as PGSSLMODE or PGOPTIONS, must not reach ours. */
function forgetOtherServers() {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name]
}

/** Passwords and last port, in a file for us alone. */
function readSecrets({ folder, data }) {
  const file = join(folder, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  if (existsSync(data)) throw new Stop(`Thiếu ${file}`, `${file}, with the passwords of ${data}, is missing`)
  const password = () => randomBytes(24).toString('hex')
  const secrets = { postgres: password(), bangvang_owner: password(), bangvang_web: password() }
  writeSecrets({ folder }, secrets)
  return secrets
}

/** Whole or not at all: without its passwords the database would be lost. */
function writeSecrets({ folder }, secrets) {
  const unfinished = join(folder, 'secrets.new')
  writeFileSync(unfinished, JSON.stringify(secrets), { mode: 0o600, flush: true })
  renameSync(unfinished, join(folder, 'secrets.json'))
}

async function initialise({ folder, data, native, identity }, { secrets, throwAway }) {
  // One that was killed may have left an initdb at work: it must not meet ours.
  for (const left of readdirSync(folder).filter((name) => name.startsWith('data.')))
    rmSync(join(folder, left), { recursive: true, maxRetries: 50, retryDelay: 100 })
  const unfinished = `${data}.${process.pid}`
  const passwordFile = join(folder, 'password')
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, secrets.postgres, { mode: 0o600 })
  for (const path of [unfinished, passwordFile]) giveTo(identity, path)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const flags = ['-D', unfinished, ...access, ...locale, ...(throwAway ? ['--no-sync'] : [])]
  const options = { ...identity, cwd: '/', env: environment, quiet: true }
  await run(join(native, 'bin/initdb'), flags, options).finally(() => rmSync(passwordFile, { force: true }))
  renameSync(unfinished, data)
}

/** A port may be taken meanwhile, and what a killed server left may need a moment: so it tries a few times. */
async function startServer(home, { secrets, throwAway }) {
  const log = join(home.folder, 'postgres.log')
  for (let attempt = 1; attempt <= 10; attempt++) {
    const port = await freePort(attempt === 1 ? secrets.port : undefined)
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'timezone=UTC',
    ]
    const flags = [...settings, ...(throwAway ? careless : [])].flatMap((setting) => ['-c', setting])
    const [file, ...args] = leavingWithUs([join(home.native, 'bin/postgres'), '-D', home.data, ...flags])
    const running = startChild(file, args, {
      ...home.identity,
      cwd: '/',
      env: environment,
      stdio: ['ignore', openSync(log, 'w', 0o600), openSync(log, 'a')],
    })
    beforeEnding(() => stopChild(running, 'SIGINT', 30_000))
    if (await isReady(home, running)) {
      if (port !== secrets.port) writeSecrets(home, { ...secrets, port })
      return { running, port }
    }
    await wait(500)
  }
  const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
  throw new Stop('PostgreSQL không khởi động được', `PostgreSQL does not start; the end of ${log}`, end)
}

/** The same command, told by the kernel to stop when we are gone (kill -9), where util-linux can arrange that. */
function leavingWithUs(command) {
  const wrapper = ['setpriv', '--pdeathsig', 'INT', '--']
  const [file, ...args] = [...wrapper, 'true']
  return spawnSync(file, args).status === 0 ? [...wrapper, ...command] : command
}

/** Waits for the word `ready` in postmaster.pid, or for the process to end. */
async function isReady({ data }, { child, exited }) {
  let isGone = false
  exited.then(() => {
    isGone = true
  })
  while (!isGone) {
    const note = readNote(data)
    if (note && Number(note[0]) === child.pid && note[7]?.trim() === 'ready') return true
    await wait(25)
  }
  return false
}

/**
 * Stops a server that outlived the command which had started it (kill -9), so that ours may take its data, and
 * removes its note: its number may belong to a stranger by now, over which PostgreSQL would stumble.
 */
async function stopOrphan({ data }) {
  const noted = Number(readNote(data)?.[0])
  for (let waited = 0, left = serversOf(data); left.length > 0; waited += 50, left = serversOf(data)) {
    if (waited === 0 && left.includes(noted)) signalTo(noted, 'SIGINT')
    if (waited === 30_000) for (const pid of left) signalTo(pid, 'SIGQUIT')
    await wait(50)
  }
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

/** Throw-away servers carry the number of their command; those of commands that were killed are removed here. */
async function removeLeftovers(folder) {
  const left = readdirSync(folder).filter(
    (name) => /^test-\d+$/.test(name) && !existsSync(`/proc/${name.slice(5)}`),
  )
  for (const name of left) {
    await stopOrphan({ data: join(folder, name, 'data') })
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** The processes of PostgreSQL that work in this data folder, the ones of a dead server too. */
function serversOf(data) {
  const linkOf = (pid, name) => {
    try {
      return readlinkSync(`/proc/${pid}/${name}`)
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .filter((pid) => linkOf(pid, 'cwd') === data && linkOf(pid, 'exe').includes('/bin/postgres'))
    .map(Number)
}

function signalTo(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

function readNote(data) {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : undefined
}

/** A port of 127.0.0.1 that nobody has: the wished one if it can be. */
export function freePort(wished = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error) => (wished ? freePort().then(resolve, reject) : reject(error)))
    server.listen(wished, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
