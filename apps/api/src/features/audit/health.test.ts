import { audit } from '@bangvang/contract/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a stranger learns that API and database are well, and nothing else', async () => {
  const health = await world.stranger(audit.health, {})
  expect(Object.keys(health).sort()).toEqual(['api', 'database', 'version'])
})

test('an unknown address answers problem+json', async () => {
  const answer = await world.app.inject('/api/nothing')
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toContain('application/problem+json')
})

test('OpenAPI 3.1 of every endpoint is served', async () => {
  const document = (await world.app.inject('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).length).toBeGreaterThan(40)
})
