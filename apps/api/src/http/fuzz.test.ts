import { listEndpoints } from '@bangvang/contract/api'
import type { Endpoint } from '@bangvang/contract/endpoint'
import { Problem } from '@bangvang/contract/problem'
import { type Role, roles } from '@bangvang/core/people/actor'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../test/kit.ts'
import { makeThings } from '../test/things.ts'
import { type Things, validInput } from '../test/valid-input.ts'

let world: World
const seasons: Things[] = []
beforeAll(async () => {
  world = await openWorld()
  for (const phase of ['preparing', 'open', 'appraisal', 'deliberation'] as const)
    seasons.push(await makeThings(world, phase))
})
// A fault that the server logs fails the file: see the world's close.
afterAll(() => world.close())

const nasty = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    '\0',
    'x\0y',
    '\ud800',
    '\u202e',
    '__proto__',
    '9'.repeat(500),
    'é'.repeat(9000),
  ),
  fc.constantFrom(
    -1,
    0.5,
    2 ** 31,
    2 ** 63,
    1e308,
    '1e999',
    'NaN',
    '-0',
    '0001-01-01',
    '9999-12-31',
    '+275760-09-13',
  ),
  fc.constantFrom([], {}, [[]], { constructor: {} }, JSON.parse('{"__proto__":{"isAdmin":true}}')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 4 }),
)

type Place = readonly (string | number)[]

/** Every place in a JSON value, the whole first. */
function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key]))]
}

function withValue(value: unknown, [key, ...rest]: Place, put: unknown): unknown {
  if (key === undefined) return put
  if (Array.isArray(value))
    return value.map((inner, index) => (String(index) === key ? withValue(inner, rest, put) : inner))
  const object = value as Record<string, unknown>
  return { ...object, [key]: withValue(object[key], rest, put) }
}

/** A body that was right until one place of it was spoilt, or any JSON at all. */
const spoilt = (valid: unknown) =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...placesOf(valid)), nasty).map(([place, put]) => withValue(valid, place, put)),
    nasty,
  )

const inAddress = fc.oneof(
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))),
  fc.constantFrom('%', '%zz', '%00', '..%2f..', '%C0%80', '%F0%9F%8E%89', "'--", '0', '-1', 'A'.repeat(300)),
)

function addresses(endpoint: Endpoint, params: Record<string, unknown>) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const filled = (spoil: Record<string, string>) =>
    endpoint.path.replace(
      /:(\w+)/g,
      (_, name: string) => spoil[name] ?? encodeURIComponent(String(params[name])),
    )
  const right = fc.constant(filled({}))
  if (names.length === 0) return right
  const wrong = fc.tuple(fc.constantFrom(...names), inAddress).map(([name, put]) => filled({ [name]: put }))
  return fc.oneof({ weight: 2, arbitrary: right }, { weight: 1, arbitrary: wrong })
}

const queryNames = ['chain', 'what', 'text', 'from', 'to', 'after', 'criterionCode', 'language', 'download']
const queries = fc.oneof(
  fc.constant(''),
  fc
    .array(fc.tuple(fc.constantFrom(...queryNames), inAddress), { maxLength: 3 })
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`),
)

const bodies = (valid: unknown) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: spoilt(valid).map((value) => ({ type: 'application/json', text: JSON.stringify(value) })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom(
          'application/json',
          'text/plain',
          'application/octet-stream',
          'multipart/form-data',
          'nonsense',
        ),
        text: fc.oneof(fc.string(), fc.constantFrom('{', '[1', '{"a":1e999}', '"\\ud800"', '['.repeat(3000))),
      }),
    },
  )

function expectCalm(answer: LightMyRequestResponse, sent: unknown): void {
  expect(answer.statusCode, JSON.stringify(sent)).toBeLessThan(500)
  if (answer.statusCode < 400) return
  expect(answer.headers['content-type'], JSON.stringify(sent)).toContain('application/problem+json')
  expect(Problem.parse(answer.json()).status).toBe(answer.statusCode)
}

/** Whoever the endpoint lets in, and sometimes a stranger. */
const callers = ({ access }: Endpoint) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 9, arbitrary: fc.constantFrom(...(typeof access === 'string' ? roles : access)) },
  )

async function cookieOf(role: Role | null, { seasonId, unitId }: Things): Promise<{ cookie?: string }> {
  if (role === null) return {}
  const isOfSeason = role !== 'reviewer' && role !== 'administrator'
  const { cookie } = await world.make.person({ role, ...(isOfSeason ? { seasonId, unitId } : {}) })
  return { cookie }
}

// A short look each time; FUZZ_RUNS=300 for a long one.
const runs = Number(process.env.FUZZ_RUNS ?? 10)

test.each(listEndpoints())(
  '$name answers whatever it is sent, and refuses by a problem',
  { timeout: 20_000 + runs * 500 },
  async ({ name, endpoint }) => {
    const sent = fc.constantFrom(...seasons).chain((things) => {
      const { params = {}, body } = validInput(things, name)
      return fc.record({
        things: fc.constant(things),
        role: callers(endpoint),
        address: addresses(endpoint, params),
        query: queries,
        body: bodies(body instanceof Blob ? '%PDF-1.4' : (body ?? null)),
        fileName: inAddress,
      })
    })
    const takesBody = endpoint.body !== undefined
    await fc.assert(
      fc.asyncProperty(sent, async (one) => {
        const answer = await world.app.inject({
          method: endpoint.method,
          url: one.address + one.query,
          headers: {
            ...(await cookieOf(one.role, one.things)),
            ...(takesBody ? { 'content-type': one.body.type, 'x-file-name': one.fileName } : {}),
          },
          ...(takesBody ? { payload: one.body.text } : {}),
        })
        expectCalm(answer, one)
      }),
      { numRuns: runs },
    )
  },
)
