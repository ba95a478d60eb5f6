import type { Socket } from 'node:net'
import { type ProblemCode, problems } from '@bangvang/contract/problem'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError, problemBody } from './problem.ts'

const byStatus: Record<number, ProblemCode> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
}

type DatabaseError = {
  code?: string
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
}

/** The SQLSTATE under a pg or a Prisma error, however deep. */
function sqlStateOf(error: unknown): string | undefined {
  const { code, cause, meta } = error as DatabaseError
  const adapter =
    meta?.driverAdapterError?.cause?.originalCode ?? (error as { originalCode?: string }).originalCode
  if (adapter !== undefined) return adapter
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P')) return code
  return cause === undefined || cause === null ? undefined : sqlStateOf(cause)
}

// What only the database can find out: a frozen season, a text it cannot hold, a server going down.
function problemOfDatabase(error: unknown): ProblemCode | undefined {
  const state = sqlStateOf(error)
  if (state === '23001') return 'season-finalized'
  if (state?.startsWith('22')) return 'invalid-request'
  // Two that waited for each other: the one given up may come again.
  if (state?.startsWith('40')) return 'unavailable'
  if (state?.startsWith('57P') || state?.startsWith('08') || state === '53300') return 'unavailable'
  const text = error instanceof Error ? error.message : ''
  if (
    /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|connection error and is not queryable|Can't reach database|timeout exceeded when trying to connect/.test(
      text,
    )
  )
    return 'unavailable'
  return undefined
}

function codeOf(error: FastifyError): ProblemCode {
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) return byStatus[status] ?? 'bad-request'
  return problemOfDatabase(error) ?? 'unexpected'
}

const mediaType = 'application/problem+json'

function send(request: FastifyRequest, reply: FastifyReply, error: ProblemError) {
  const body = problemBody(error.code, request.id, error.extra)
  if (error.extra.retryAfter !== undefined) reply.header('retry-after', String(error.extra.retryAfter))
  return reply.code(problems[error.code].status).type(mediaType).send(JSON.stringify(body))
}

/** The one place where a refusal or a fault becomes an answer; a fault says nothing but its request's id. */
export function installErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof ProblemError) return send(request, reply, error)
    const code = codeOf(error)
    if (code === 'unexpected') request.log.error({ err: error }, 'unexpected')
    return send(request, reply, new ProblemError(code))
  })
}

/** What no route ever sees: an address that cannot be read is refused as everything else is. */
export function refuseUnrouted(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  send(request, reply, new ProblemError(codeOf(error)))
}

/** What is not HTTP at all is told so, by a problem too, and the line is closed. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { status, title } = problems['bad-request']
  const body = JSON.stringify({ type: '/problems/bad-request', title, status })
  const head = [
    `HTTP/1.1 ${status} Bad Request`,
    `content-type: ${mediaType}`,
    `content-length: ${body.length}`,
  ]
  if (socket.writable) socket.write(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}
