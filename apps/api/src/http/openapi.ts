import { listEndpoints } from '@bangvang/contract/api'
import type { Endpoint } from '@bangvang/contract/endpoint'
import { Problem, problems } from '@bangvang/contract/problem'
import { z } from 'zod'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return rest
}

function parametersOf(endpoint: Endpoint): Json[] {
  const of = (schema: unknown, place: 'path' | 'query'): Json[] =>
    schema instanceof z.ZodObject
      ? Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, type]) => ({
          name,
          in: place,
          required: place === 'path' || !type.safeParse(undefined).success,
          schema: schemaOf(type, 'input'),
        }))
      : []
  return [...of(endpoint.params, 'path'), ...of(endpoint.query, 'query')]
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.body === undefined) return {}
  if (endpoint.body === 'upload')
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
    },
  }
}

function answersOf(endpoint: Endpoint): Json {
  const bytes = { 'application/octet-stream': {} }
  // The encoded side of a response is what crosses the wire.
  const content =
    endpoint.response === 'file'
      ? bytes
      : endpoint.response === null
        ? undefined
        : { 'application/json': { schema: schemaOf(endpoint.response, 'input') } }
  const answers: Json = {
    [endpoint.status]: { description: endpoint.summary, ...(content ? { content } : {}) },
  }
  const always = endpoint.access === 'public' ? [] : (['not-signed-in', 'not-allowed'] as const)
  for (const code of [...always, 'invalid-request' as const, ...endpoint.problems]) {
    const { status, title } = problems[code]
    const known = (answers[status] as { description: string } | undefined)?.description
    answers[status] = {
      description: known === undefined || known.includes(title) ? title : `${known}; ${title}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return answers
}

/** OpenAPI 3.1 of the whole contract. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const { name, endpoint } of listEndpoints()) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const access = typeof endpoint.access === 'string' ? endpoint.access : endpoint.access.join(', ')
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: {
        operationId: name,
        tags: [name.split('.')[0]],
        summary: endpoint.summary,
        description: `Access: ${access}`,
        ...(parametersOf(endpoint).length > 0 ? { parameters: parametersOf(endpoint) } : {}),
        ...bodyOf(endpoint),
        responses: answersOf(endpoint),
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bảng Vàng', version },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  }
}
