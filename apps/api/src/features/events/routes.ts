import { events } from '@bangvang/contract/events'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { journalListener } from './journal-listener.ts'
import { type OpenStreams, openStream } from './open-stream.ts'

export async function eventRoutes(app: FastifyInstance) {
  const streams: OpenStreams = { listener: journalListener(app.deps.database), lines: new Map() }
  const milliseconds = app.deps.env.EVENTS_HEARTBEAT_SECONDS * 1000
  const timer = setInterval(() => void streams.listener.check(milliseconds), milliseconds)
  timer.unref()
  app.addHook('preClose', async () => {
    clearInterval(timer)
    for (const line of streams.lines.keys()) line.end()
    streams.listener.close()
  })
  mount(app, events.stream, (call) => openStream(call, streams))
}
