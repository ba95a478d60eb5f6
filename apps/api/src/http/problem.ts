import type { Endpoint } from '@bangvang/contract/endpoint'
import { type Problem, type ProblemCode, problems } from '@bangvang/contract/problem'

type Extra = Pick<Problem, 'errors' | 'detail' | 'retryAfter' | 'current'>

/** A refusal on its way out; the one error handler writes it as problem+json. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly extra: Extra
  constructor(code: ProblemCode, extra: Extra = {}) {
    super(problems[code].title)
    this.name = 'ProblemError'
    this.code = code
    this.extra = extra
  }
}

/** `throw refuse('x')` compiles only for the problems the endpoint declares. */
export const refusals =
  <E extends Endpoint>(_endpoint: E) =>
  (code: E['problems'][number], extra: Extra = {}): ProblemError =>
    new ProblemError(code, extra)

/** The body of a problem (RFC 9457), for one request. */
export function problemBody(code: ProblemCode, requestId: string, extra: Extra = {}): Problem {
  const { status, title } = problems[code]
  return { type: `/problems/${code}`, title, status, instance: `urn:request:${requestId}`, ...extra }
}
