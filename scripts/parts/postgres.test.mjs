import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkout } from './checkout.mjs'
import { end } from './children.mjs'
import { startPostgres } from './postgres.mjs'
import { postgresHome } from './postgres-home.mjs'
import { withClient } from './roles.mjs'

const server = { name: `test-${process.pid}`, database: 'kept' }

/** Runs a command that starts the server, kills it with -9, and answers the address that the server had. */
async function startAndKill(env) {
  const program = `
    import { startPostgres } from './scripts/parts/postgres.mjs'
    process.stdout.write((await startPostgres(${JSON.stringify(server)})).ownerUrl)
    setInterval(() => {}, 1000)`
  const args = ['--input-type=module', '-e', program]
  const command = spawn(process.execPath, args, { cwd: checkout, env: { ...process.env, ...env } })
  let printed = ''
  for await (const part of command.stdout) {
    printed += part
    if (printed.includes('/kept')) break
  }
  const [url] = printed.match(/postgres:.*/)
  await withClient(url, (client) => client.query('CREATE TABLE kept AS SELECT 2020 AS year'))
  command.kill('SIGKILL')
  await once(command, 'exit')
  return url
}

afterEach(async () => rmSync((await postgresHome(server.name)).folder, { recursive: true }))

test('a server leaves with its command, killed by -9', { timeout: 60_000 }, async () => {
  await startAndKill({})
  const { data } = await postgresHome(server.name)
  await expect.poll(() => existsSync(join(data, 'postmaster.pid')), { timeout: 15_000 }).toBe(false)
})

test('what is set for another PostgreSQL does not reach ours', { timeout: 60_000 }, async () => {
  const elsewhere = { PGSSLMODE: 'require', PGOPTIONS: '-c no_such_setting=1' }
  await expect(startAndKill(elsewhere)).resolves.toContain('/kept')
})

test('a server that outlived its command is stopped and its data kept', { timeout: 60_000 }, async () => {
  // Without setpriv, found by PATH, nothing tells a server that its command is gone.
  const firstUrl = await startAndKill({ PATH: '/nowhere' })
  const readKept = (client) => client.query('SELECT year FROM kept')
  expect((await withClient(firstUrl, readKept)).rowCount).toBe(1)

  const { ownerUrl, exited } = await startPostgres(server)
  const { rows } = await withClient(ownerUrl, readKept)
  expect(rows).toEqual([{ year: 2020 }])

  await end()
  expect((await exited).code).toBe(0)
  await expect(withClient(firstUrl, () => undefined)).rejects.toThrow('Cannot connect to PostgreSQL')
})
