import { spawnSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkout } from './checkout.mjs'

test('the user PostgreSQL runs as may enter its folder whatever the umask', () => {
  const name = `scratch-home-${process.pid}`
  const program = `
    import { postgresHome } from './scripts/parts/postgres-home.mjs'
    process.umask(0o077)
    const { folder } = await postgresHome('${name}')
    process.stdout.write('\\n' + folder)`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: checkout,
    encoding: 'utf8',
  })
  const folder = stdout.split('\n').at(-1)
  expect((statSync(folder).mode & 0o777).toString(8)).toBe(process.getuid() === 0 ? '711' : '700')
  rmSync(folder, { recursive: true })
})
