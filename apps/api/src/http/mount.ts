import { Readable } from 'node:stream'
import type { Answered, Endpoint, Parsed } from '@bangvang/contract/endpoint'
import { fieldErrors } from '@bangvang/contract/problem'
import type { Actor } from '@bangvang/core/people/actor'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from './deps.ts'
import { ProblemError } from './problem.ts'
import { findSigned, type Signed } from './session.ts'
import { brokenText } from './whole-text.ts'

declare module 'fastify' {
  interface FastifyRequest {
    signed: Signed | null
  }
}

/** What a handler is called with. `actor` is null only where the endpoint is public. */
export type Call<E extends Endpoint> = Parsed<E> & {
  actor: E['access'] extends 'public' ? Actor | null : Actor
  signed: E['access'] extends 'public' ? Signed | null : Signed
  now: Date
  deps: Deps
  request: FastifyRequest
  reply: FastifyReply
}

/** A handler may send the reply itself (bytes, a ready string) and say so. */
export const sent: unique symbol = Symbol('sent')

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answered<E> | typeof sent> | Answered<E>

// A one-time password opens nothing but the door to a password of one's own.
const whileOneTime = ['GET /api/session', 'PUT /api/session/password', 'DELETE /api/session']

function refuseAccess({ method, path, access }: Endpoint, signed: Signed | null): void {
  if (access === 'public') return
  if (signed === null) throw new ProblemError('not-signed-in')
  if (signed.person.mustChangePassword && !whileOneTime.includes(`${method} ${path}`))
    throw new ProblemError('not-allowed', { detail: 'must-change-password' })
  if (access === 'signed-in') return
  if (signed.actor.mandate === null || !access.includes(signed.actor.mandate.role))
    throw new ProblemError('not-allowed')
}

// A browser says where a request comes from; one from another site writes nothing.
function refuseForeign(request: FastifyRequest): void {
  if (request.method === 'GET') return
  const { origin, 'sec-fetch-site': site } = request.headers
  const isForeign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && origin !== `${request.protocol}://${request.host}`
  if (isForeign) throw new ProblemError('foreign-origin')
}

// Bytes where bytes are taken, JSON of whole texts where JSON is.
function refuseUnfitBody({ body }: Endpoint, request: FastifyRequest): void {
  if (body === undefined) return
  if ((body === 'upload') !== request.body instanceof Readable)
    throw new ProblemError('unsupported-media-type')
  const broken = body === 'upload' ? null : brokenText(request.body)
  if (broken !== null) throw new ProblemError('invalid-request', { errors: [broken] })
}

function parse(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const errors: ReturnType<typeof fieldErrors> = []
  const parsed: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part]
    if (schema === undefined || schema === 'upload') continue
    const result = schema.safeParse(request[part] ?? (part === 'body' ? undefined : {}))
    if (result.success) parsed[part] = result.data
    else errors.push(...fieldErrors(result.error.issues, part === 'body' ? '' : part))
  }
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors })
  return parsed
}

/** Puts an endpoint at its address: access before validation, validation before the handler, only declared fields out. */
export function mount<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  const { response } = endpoint
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    onRequest: async (request) => {
      refuseForeign(request)
      request.signed = await findSigned(app.deps.database, request, app.deps.clock())
      refuseAccess(endpoint, request.signed)
    },
    handler: async (request, reply) => {
      const { signed } = request
      refuseUnfitBody(endpoint, request)
      const call = {
        ...parse(endpoint, request),
        actor: signed?.actor ?? null,
        signed,
        now: app.deps.clock(),
        deps: app.deps,
        request,
        reply,
      }
      const answer = await handler(call as unknown as Call<E>)
      if (answer === sent) return reply
      reply.code(endpoint.status).header('cache-control', 'no-store')
      if (response === null || response === 'file') return reply.send()
      return reply.type('application/json').send(JSON.stringify(z.encode(response, answer as never)))
    },
  })
}
