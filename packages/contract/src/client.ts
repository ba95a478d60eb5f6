import { z } from 'zod'
import type { Endpoint, Input, Output } from './endpoint.ts'
import {
  fieldErrors,
  invalidRequest,
  Problem,
  type ProblemCode,
  problemCode,
  unavailable,
} from './problem.ts'

/** A refusal, as the server wrote it or as the same schema found it before sending. */
export class ApiProblem extends Error {
  readonly problem: Problem
  readonly code: ProblemCode
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
    this.code = problemCode(problem)
  }
}

/** What the client needs of a transport: `fetch`, or `app.inject` in tests. */
export type Transport = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string | Blob; signal?: AbortSignal },
) => Promise<Response>

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** The address of an endpoint with its parameters and query filled in. */
export function addressOf(endpoint: Endpoint, { params = {}, query = {} }: Parts): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

function checkBody(endpoint: Endpoint, body: unknown): void {
  if (endpoint.body === undefined || endpoint.body === 'upload') return
  const parsed = endpoint.body.safeParse(body)
  if (parsed.success) return
  throw new ApiProblem({
    type: '/problems/invalid-request',
    ...invalidRequest,
    errors: fieldErrors(parsed.error.issues),
  })
}

function requestOf(
  endpoint: Endpoint,
  body: unknown,
): { headers: Record<string, string>; body?: string | Blob } {
  if (endpoint.body === undefined) return { headers: {} }
  if (endpoint.body === 'upload') {
    const file = body as Blob & { name?: string }
    return {
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name ?? ''),
      },
      body: file,
    }
  }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function refusalOf(response: Response): Promise<ApiProblem> {
  const parsed = Problem.safeParse(await response.json().catch(() => null))
  if (parsed.success) return new ApiProblem(parsed.data)
  return new ApiProblem({
    type: '/problems/unavailable',
    title: unavailable.title,
    status: response.status,
  })
}

/** The whole client: calls any endpoint, checks both ways, throws ApiProblem for every refusal. */
export function createClient(transport: Transport) {
  return async <E extends Endpoint>(
    endpoint: E,
    input: Input<E>,
    signal?: AbortSignal,
  ): Promise<Output<E>> => {
    const parts = input as Parts
    checkBody(endpoint, parts.body)
    const { headers, body } = requestOf(endpoint, parts.body)
    const response = await transport(addressOf(endpoint, parts), {
      method: endpoint.method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    })
    if (!response.ok) throw await refusalOf(response)
    if (endpoint.response === null) return undefined as Output<E>
    if (endpoint.response === 'file') return (await response.blob()) as Output<E>
    return z.parse(endpoint.response, await response.json()) as Output<E>
  }
}
