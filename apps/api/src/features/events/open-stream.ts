import { PassThrough } from 'node:stream'
import { events } from '@bangvang/contract/events'
import { maySeeSeason } from '@bangvang/core/seasons/policy'
import type { FastifyRequest } from 'fastify'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { findSigned } from '../../http/session.ts'
import type { JournalListener } from './journal-listener.ts'
import { SeasonStream } from './season-stream.ts'
import * as store from './store.ts'

const refuse = refusals(events.stream)

/** As many windows as a person may reasonably keep open. */
const mostStreams = 12
/** A reader this far behind (bytes) is cut off; it comes again and catches up. */
const mostUnread = 256 * 1024

/** The streams open in this process: who reads them, and their lines. */
export type OpenStreams = { listener: JournalListener; lines: Map<PassThrough, string> }

function numberOf(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : null
}

/** Ends the line within a heartbeat of a sign-out, of a mandate's end or of a reader that stopped reading. */
function beat(
  { line, stream }: { line: PassThrough; stream: SeasonStream },
  isStillAllowed: () => Promise<boolean>,
): void {
  if (line.writableLength > mostUnread) line.destroy()
  if (line.writable) line.write(':\n\n')
  // What no notification told: an answer saved, or one that was lost.
  stream.resume()
  // Where the database does not answer, the next beat asks again.
  isStillAllowed().then(
    (isAllowed) => isAllowed || line.end(),
    () => undefined,
  )
}

function stillAllowed(
  { deps, request }: Pick<Call<typeof events.stream>, 'deps'> & { request: FastifyRequest },
  seasonId: string,
) {
  return async () => {
    const signed = await findSigned(deps.database, request, deps.clock())
    return signed !== null && maySeeSeason(signed.actor, { id: seasonId })
  }
}

/** Opens the stream of a season's acts to whoever may look into it. */
export async function openStream(
  call: Call<typeof events.stream>,
  { listener, lines }: OpenStreams,
): Promise<typeof sent> {
  const { query, actor, deps, request, reply } = call
  const season = await store.findSeason(deps.database, query.seasonId)
  if (season === null || !maySeeSeason(actor, season)) throw refuse('not-found')
  if ([...lines.values()].filter((personId) => personId === actor.personId).length >= mostStreams)
    throw refuse('too-many-requests', { retryAfter: 10 })
  const line = new PassThrough()
  lines.set(line, actor.personId)
  line.once('close', () => lines.delete(line))
  const stream = new SeasonStream(deps.database, season.id, line)
  const after = numberOf(request.headers['last-event-id'])
  try {
    line.write('retry: 2000\n\n')
    if (query.follow) {
      const stop = await listener.follow(season.id, stream)
      line.once('close', stop)
      const milliseconds = deps.env.EVENTS_HEARTBEAT_SECONDS * 1000
      const isStillAllowed = stillAllowed({ deps, request }, season.id)
      const timer = setInterval(() => beat({ line, stream }, isStillAllowed), milliseconds)
      line.once('close', () => clearInterval(timer))
    }
    await stream.begin(after)
  } catch (error) {
    line.destroy()
    throw error
  }
  if (!query.follow) line.end()
  reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(line)
  return sent
}
