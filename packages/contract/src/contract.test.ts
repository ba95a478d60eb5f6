import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listEndpoints } from './api.ts'
import { problems } from './problem.ts'

const all = listEndpoints()

describe.each(all)('$name', ({ name, endpoint }) => {
  test('its path names exactly its parameters', () => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1])
    const declared = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : []
    expect(declared.sort()).toEqual(inPath.sort())
  })
  test('a read has no body, and only signing in writes without a session', () => {
    if (endpoint.method === 'GET') expect(endpoint.body).toBeUndefined()
    else if (endpoint.access === 'public') expect(name).toBe('session.signIn')
  })
  test('its problems are in the catalogue', () => {
    for (const code of endpoint.problems) expect(problems).toHaveProperty(code)
  })
  test('204 answers nothing, the others something', () => {
    expect(endpoint.status === 204).toBe(endpoint.response === null)
  })
})

test('every address is unique', () => {
  const addresses = all.map(({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})
