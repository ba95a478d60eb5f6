import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { appraisalRoutes } from './features/appraisals/routes.ts'
import { assessmentRoutes } from './features/assessments/routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { awardRoutes } from './features/awards/routes.ts'
import { ballotRoutes } from './features/ballots/routes.ts'
import { criteriaRoutes } from './features/criteria/routes.ts'
import { draftRoutes } from './features/drafts/routes.ts'
import { eventRoutes } from './features/events/routes.ts'
import { handoverRoutes } from './features/handover/routes.ts'
import { lawRoutes } from './features/laws/routes.ts'
import { minutesRoutes } from './features/meetings/minutes/routes.ts'
import { proceedingRoutes } from './features/meetings/proceedings/routes.ts'
import { meetingRoutes } from './features/meetings/routes.ts'
import { noticeRoutes } from './features/notices/routes.ts'
import { pactRoutes } from './features/pacts/routes.ts'
import { paperRoutes } from './features/papers/routes.ts'
import { peopleRoutes } from './features/people/routes.ts'
import { rankingRoutes } from './features/rankings/routes.ts'
import { seasonRoutes } from './features/seasons/routes.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { unitRoutes } from './features/units/routes.ts'
import type { Deps } from './http/deps.ts'
import { installErrors, refuseUnreadable, refuseUnrouted } from './http/errors.ts'
import { openApiDocument } from './http/openapi.ts'
import { ProblemError } from './http/problem.ts'
import { serveWeb } from './http/web.ts'
import { version } from './version.ts'

const jsonLimit = 4 * 1024 * 1024

/** What every answer carries: nothing from elsewhere, nothing inline, nothing guessed. */
const headers = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // Set only behind TLS, by the proxy.
  strictTransportSecurity: false,
} as const

async function installDocs(app: FastifyInstance): Promise<void> {
  const document = openApiDocument(version)
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(document)),
  )
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
}

/** The whole application, listening nowhere: its rooms in plain sight. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { env } = deps
  const options: FastifyServerOptions = {
    bodyLimit: jsonLimit,
    trustProxy: env.TRUST_PROXY === '' ? false : env.TRUST_PROXY.split(','),
    requestIdHeader: false,
    frameworkErrors: refuseUnrouted,
    clientErrorHandler: refuseUnreadable,
    ...(deps.logger
      ? { loggerInstance: deps.logger, logController: new LogController({ disableRequestLogging: true }) }
      : {}),
  }
  const app = Fastify(options)
  app.decorate('deps', deps)
  app.decorateRequest('signed', null)
  installErrors(app)
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  await app.register(cookie)
  await app.register(helmet, headers)
  await app.register(rateLimit, {
    max: env.RATE_LIMIT,
    timeWindow: '1 minute',
    // By address alone: a made-up cookie must not open a fresh allowance.
    keyGenerator: (request) => request.ip,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, context) =>
      new ProblemError('too-many-requests', { retryAfter: Math.ceil(context.ttl / 1000) }),
  })

  await app.register(assessmentRoutes)
  await app.register(appraisalRoutes)
  await app.register(pactRoutes)
  await app.register(paperRoutes)
  await app.register(rankingRoutes)
  await app.register(awardRoutes)
  await app.register(handoverRoutes)
  await app.register(draftRoutes)
  await app.register(lawRoutes)
  await app.register(noticeRoutes)
  await app.register(eventRoutes)
  await app.register(meetingRoutes)
  await app.register(proceedingRoutes)
  await app.register(minutesRoutes)
  await app.register(ballotRoutes)
  await app.register(auditRoutes)
  await app.register(sessionRoutes)
  await app.register(peopleRoutes)
  await app.register(unitRoutes)
  await app.register(seasonRoutes)
  await app.register(criteriaRoutes)

  await installDocs(app)
  await serveWeb(app, env.WEB_FOLDER)
  return app
}
