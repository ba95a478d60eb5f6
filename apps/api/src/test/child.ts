import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

const folder = new URL('../..', import.meta.url)

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Ends a child at once, as `kill -9` does, and waits until it is gone. */
export async function killNine(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Waits until the API at this address says that it and its database are well; throws after 30 seconds. */
export async function untilWell(baseUrl: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const answer = await fetch(`${baseUrl}/api/health`).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error(`${baseUrl} is not well`)
}

/** A server as a process of its own, which reads PORT, once it is well. `script` is relative to the API's folder. */
export async function startProgram(
  script: string,
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; baseUrl: string }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...environment },
  })
  const baseUrl = `http://127.0.0.1:${port}`
  await untilWell(baseUrl)
  return { child, baseUrl }
}

/** The API as a process of its own on a free port, as `npm start` runs it. */
export function startServer(databaseUrl: string, filesFolder: string) {
  return startProgram('src/server.ts', {
    DATABASE_URL: databaseUrl,
    FILES_FOLDER: filesFolder,
    RATE_LIMIT: '1000000000',
    LOG_LEVEL: 'silent',
  })
}

/** A PostgreSQL of its own: its command and when that is gone, the number of the server itself, where it is and where its data lie. */
export type OwnPostgres = {
  command: ChildProcess
  exited: Promise<unknown>
  pid: number
  webUrl: string
  folder: string
}

/** Starts, or starts again, the PostgreSQL of that name. */
export async function startOwnPostgres(name: string): Promise<OwnPostgres> {
  const command = spawn(process.execPath, ['src/test/postgres-of-its-own.mjs', name], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(command, 'exit')
  for await (const line of createInterface({ input: command.stdout }))
    if (line.startsWith('{')) return { command, exited, ...JSON.parse(line) }
  throw new Error('PostgreSQL did not start')
}
