import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { checkout, keptFolder } from './checkout.mjs'
import { hold } from './lock.mjs'
import { countReport } from './reports.mjs'
import { whenChanged } from './stamp.mjs'

test('a step runs when a source changed or its output is gone, and only then', async () => {
  const folder = join(keptFolder, `scratch-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const write = (name, text) => writeFileSync(join(folder, name), text)
  const from = relative(checkout, folder)
  const step = {
    name: `scratch-${process.pid}`,
    sources: [join(from, 'source'), join(from, 'absent')],
    output: join(from, 'output'),
    make: async () => write('output', 'made'),
  }
  write('source', 'one')
  expect(await whenChanged(step)).toBe(true)
  expect(await whenChanged(step)).toBe(false)
  write('source', 'two')
  expect(await whenChanged(step)).toBe(true)
  rmSync(join(folder, 'output'))
  expect(await whenChanged(step)).toBe(true)
  write('source', 'three')
  await expect(whenChanged({ ...step, make: () => Promise.reject(new Error('broken')) })).rejects.toThrow(
    'broken',
  )
  expect(await whenChanged(step)).toBe(true)
  for (const path of [folder, join(keptFolder, 'stamps', step.name)]) rmSync(path, { recursive: true })
})

test('one holds a name at a time, and whoever comes second hears from the holder', async () => {
  const name = `scratch-${process.pid}`
  const first = await hold(name, () => 'http://127.0.0.1:3000')
  expect(first.held).toBe(true)
  expect(await hold(name)).toEqual({ held: false, told: 'http://127.0.0.1:3000' })
  first.release()
  const second = await hold(name)
  expect(second.held).toBe(true)
  second.release()
})

test('reports of Vitest and Playwright are counted, a flaky journey as failed', () => {
  expect(countReport({ numPassedTests: 7, numFailedTests: 2 })).toEqual({ passed: 7, failed: 2 })
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countReport({ stats })).toEqual({ passed: 5, failed: 2 })
})
