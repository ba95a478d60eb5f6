import { PassThrough } from 'node:stream'
import { events } from '@bangvang/contract/events'
import { isAnnounced } from '@bangvang/core/audit/announced'
import type { Actor } from '@bangvang/core/people/actor'
import { maySeeSeason } from '@bangvang/core/seasons/policy'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { findSigned } from '../../http/session.ts'
import type { JournalListener } from './journal-listener.ts'
import { type IsFor, SeasonStream } from './season-stream.ts'
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

/** Which acts of a season an actor may be told now. */
const telling =
  (actor: Actor | null, season: store.Season): IsFor =>
  (act) =>
    isAnnounced(act, actor, season)

type Reader = { call: Call<typeof events.stream>; line: PassThrough; stream: SeasonStream }

/** Asks again who reads: a sign-out or a mandate's end ends the line, another phase opens what it opens. */
async function lookAgain({ call: { deps, request, query }, line, stream }: Reader): Promise<void> {
  const signed = await findSigned(deps.database, request, deps.clock())
  const season = await store.findSeason(deps.database, query.seasonId)
  if (signed === null || season === null || !maySeeSeason(signed.actor, season)) {
    line.end()
    return
  }
  stream.readAs(telling(signed.actor, season))
  // What no notification told: an answer saved, or one that was lost.
  stream.resume()
}

/** Shows that the line lives, and cuts off a reader that has stopped reading. */
function beat(reader: Reader): void {
  const { line } = reader
  if (line.writableLength > mostUnread) line.destroy()
  if (!line.writable) return
  line.write(':\n\n')
  // Where the database does not answer, the next beat asks again.
  lookAgain(reader).catch(() => undefined)
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
  const stream = new SeasonStream(deps.database, { chain: season.id, line, isFor: telling(actor, season) })
  const after = numberOf(request.headers['last-event-id'])
  try {
    line.write('retry: 2000\n\n')
    if (query.follow) {
      const stop = await listener.follow(season.id, stream)
      line.once('close', stop)
      const milliseconds = deps.env.EVENTS_HEARTBEAT_SECONDS * 1000
      const timer = setInterval(beat, milliseconds, { call, line, stream })
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
