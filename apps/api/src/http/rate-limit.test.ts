import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { openWorld, type World } from '../test/kit.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('an address has one allowance a minute, whatever cookies it makes up, and is told when to come again', async () => {
  const { database, files, clock, env } = world.app.deps
  const app = await buildApp({ database, files, clock, sampleAccounts: null, env: { ...env, RATE_LIMIT: 3 } })
  const ask = (n: number) => app.inject({ url: '/api/session', headers: { cookie: `session=made-up-${n}` } })
  const answers = []
  for (let n = 0; n < 4; n += 1) answers.push(await ask(n))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
  expect(answers[3]?.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
  expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
  await app.close()
})
