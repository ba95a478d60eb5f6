import type { Endpoint, Output } from '@bangvang/contract/endpoint'
import { type Problem, type ProblemCode, problems } from '@bangvang/contract/problem'
import { vi } from 'vitest'
import { z } from 'zod'

type Asked = { method: string; url: URL; body: unknown }
/** What a test's server says at one endpoint. */
export type Answer = { endpoint: Endpoint; respond: (asked: Asked) => Response | Promise<Response> }

const json = (value: unknown, status: number, type = 'application/json') =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': type } })

/** An endpoint that answers a value, encoded as the contract says; a function is asked anew each time. */
export function answer<E extends Endpoint>(
  endpoint: E,
  value: Output<E> | ((asked: Asked) => Output<E>),
): Answer {
  return {
    endpoint,
    respond: (asked) => {
      const { response, status } = endpoint
      if (response === null) return new Response(null, { status })
      const told = typeof value === 'function' ? (value as (asked: Asked) => Output<E>)(asked) : value
      if (response === 'file') return new Response(told as Blob, { status })
      return json(z.encode(response, told as never), status)
    },
  }
}

/** An endpoint that refuses, with what the problem carries beside its code. */
export function refuse(endpoint: Endpoint, code: ProblemCode, more: Partial<Problem> = {}): Answer {
  const { status, title } = problems[code]
  const problem = { type: `/problems/${code}`, title, status, ...more }
  return { endpoint, respond: () => json(problem, status, 'application/problem+json') }
}

/** An endpoint behind a dead network. */
export function silence(endpoint: Endpoint): Answer {
  return { endpoint, respond: () => Promise.reject(new TypeError('Failed to fetch')) }
}

const fits = ({ endpoint }: Answer, { method, url }: Asked) =>
  endpoint.method === method && new RegExp(`^${endpoint.path.replace(/:\w+/g, '[^/]+')}$`).test(url.pathname)

async function bodyOf(body: unknown): Promise<unknown> {
  return typeof body === 'string' ? JSON.parse(body) : body
}

/** Puts these answers in the place of `fetch`; returns what was asked, in order. The last answer of an endpoint holds. */
export function serve(...answers: Answer[]): Asked[] {
  const log: Asked[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const asked: Asked = {
      method: init.method ?? 'GET',
      url: new URL(address, 'http://web.test'),
      body: await bodyOf(init.body),
    }
    log.push(asked)
    const found = answers.findLast((one) => fits(one, asked))
    if (found === undefined)
      throw new Error(`the test has no answer to ${asked.method} ${asked.url.pathname}`)
    return await found.respond(asked)
  })
  return log
}
