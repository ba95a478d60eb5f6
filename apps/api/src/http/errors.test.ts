import { connect } from 'node:net'
import { Problem } from '@bangvang/contract/problem'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../test/kit.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const json = { 'content-type': 'application/json' }
const signIn = { method: 'POST', url: '/api/session', headers: json } as const
const unreadable: [string, number, InjectOptions][] = [
  ['an address that is no text', 400, { url: '/api/seasons/%' }],
  ['an address longer than any', 400, { url: `/api/seasons/${'A'.repeat(2000)}` }],
  ['an address that is not there', 404, { url: '/api/nothing' }],
  ['a method that is not there', 404, { method: 'PATCH', url: '/api/session' }],
  ['a body that is no JSON', 400, { ...signIn, payload: '{"email":' }],
  ['a body of another kind', 415, { ...signIn, headers: { 'content-type': 'text/plain' }, payload: 'x' }],
  [
    'bytes where JSON belongs',
    415,
    { ...signIn, headers: { 'content-type': 'application/octet-stream' }, payload: 'x' },
  ],
  ['a body that is too large', 413, { ...signIn, payload: JSON.stringify({ email: 'x'.repeat(5_000_000) }) }],
  ['a body that poisons prototypes', 400, { ...signIn, payload: '{"__proto__":{"email":"x"}}' }],
  ['a body of another shape', 422, { ...signIn, payload: '[]' }],
  ['a text that is none', 422, { ...signIn, payload: '{"email":"a\\ud800","password":"x"}' }],
  ['no body at all', 422, { method: 'POST', url: '/api/session' }],
]

test.each(unreadable)('%s is refused by a problem, %i', async (_, status, request) => {
  const answer = await world.app.inject(request)
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(Problem.parse(answer.json()).status).toBe(status)
})

test('what is not HTTP is told so by a problem too, and the line is closed', async () => {
  const port = Number(new URL(await world.app.listen({ port: 0, host: '127.0.0.1' })).port)
  const said = await new Promise<string>((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('xin chào\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => done(text))
  })
  expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json\r\n/)
  expect(Problem.parse(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).status).toBe(400)
})
