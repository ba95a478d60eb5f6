import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

test('a clone keeps its name, and neither one made again at its path nor a copy elsewhere has it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-clone-'))
  const make = (name) => cpSync(join(checkout, 'scripts'), join(folder, name, 'scripts'), { recursive: true })
  const idOf = (name) => {
    const clone = join(folder, name)
    mkdirSync(join(clone, '.bangvang'), { recursive: true })
    const program = `
      import { cloneId } from './scripts/parts/postgres-home.mjs'
      process.stdout.write(await cloneId())`
    const args = ['--input-type=module', '-e', program]
    return spawnSync(process.execPath, args, { cwd: clone, encoding: 'utf8' }).stdout
  }
  make('one')
  const first = idOf('one')
  expect(first).toMatch(/^[0-9a-f]{12}-[0-9a-f]{16}$/)
  expect(idOf('one')).toBe(first)

  cpSync(join(folder, 'one'), join(folder, 'copy'), { recursive: true })
  rmSync(join(folder, 'one'), { recursive: true })
  make('one')
  expect(new Set([first, idOf('copy'), idOf('one')]).size).toBe(3)
  rmSync(folder, { recursive: true })
})
