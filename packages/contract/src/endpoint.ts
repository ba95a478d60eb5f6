import type { Role } from '@bangvang/core/people/actor'
import type { z } from 'zod'
import type { ProblemCode } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Who may call at all; whose thing it is, a policy of core decides. */
export type Access = 'public' | 'signed-in' | readonly Role[]

/** What crosses the wire at one address. `response: null` answers 204; `'file'` and `'upload'` are bytes. */
export type Endpoint = {
  method: Method
  path: string
  summary: string
  access: Access
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType | 'upload'
  status: 200 | 201 | 204
  response: z.ZodType | 'file' | null
  problems: readonly ProblemCode[]
}

type Part<E, K extends 'params' | 'query' | 'body', D extends 'in' | 'out'> = E extends { [P in K]: infer S }
  ? S extends z.ZodType
    ? { [P in K]: D extends 'in' ? z.input<S> : z.output<S> }
    : S extends 'upload'
      ? { [P in K]: D extends 'in' ? Blob : undefined }
      : unknown
  : unknown

/** What a caller passes. */
export type Input<E extends Endpoint> = Part<E, 'params', 'in'> &
  Part<E, 'query', 'in'> &
  Part<E, 'body', 'in'>
/** What a handler receives. */
export type Parsed<E extends Endpoint> = Part<E, 'params', 'out'> &
  Part<E, 'query', 'out'> &
  Part<E, 'body', 'out'>
/** What a caller gets back. */
export type Output<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : E['response'] extends 'file'
    ? Blob
    : undefined
/** What a handler gives back: the decoded side, encoded on its way out. */
export type Answered<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : undefined

/** Names an endpoint, keeping its exact type. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition
