import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkout } from './checkout.mjs'
import { end } from './children.mjs'
import { startPostgres } from './postgres.mjs'
import { postgresHome } from './postgres-home.mjs'
import { withClient } from './roles.mjs'

test('a server that outlived its command, killed by -9, is stopped and its data kept', {
  timeout: 60_000,
}, async () => {
  const server = { name: `test-${process.pid}`, database: 'kept' }
  const program = `
    import { startPostgres } from './scripts/parts/postgres.mjs'
    process.stdout.write((await startPostgres(${JSON.stringify(server)})).ownerUrl)
    setInterval(() => {}, 1000)`
  const command = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: checkout })
  let printed = ''
  for await (const part of command.stdout) {
    printed += part
    if (printed.includes('/kept')) break
  }
  const [firstUrl] = printed.match(/postgres:.*/)
  await withClient(firstUrl, (client) => client.query('CREATE TABLE kept AS SELECT 2020 AS year'))
  command.kill('SIGKILL')
  await once(command, 'exit')

  const { ownerUrl, exited } = await startPostgres(server)
  const { rows } = await withClient(ownerUrl, (client) => client.query('SELECT year FROM kept'))
  expect(rows).toEqual([{ year: 2020 }])

  await end()
  expect((await exited).code).toBe(0)
  await expect(withClient(firstUrl, () => undefined)).rejects.toThrow('Cannot connect to PostgreSQL')
  rmSync((await postgresHome(server.name)).folder, { recursive: true })
})
