import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { SeasonId } from './wire.ts'

/** One act of the season's journal, without its content: the data of an event `act`, whose id is `number`. */
export const EventView = z.object({
  number: z.number().int(),
  what: z.string(),
  aboutKind: z.string(),
  aboutId: z.string(),
})
export type EventView = z.infer<typeof EventView>

export const events = {
  /**
   * Events: `ready` (the stream stands at this number), `act` (EventView), `reset` (too much was missed: read everything
   * again). Catches up after the Last-Event-ID of a reconnecting browser; comments keep the line open.
   */
  stream: endpoint({
    method: 'GET',
    path: '/api/events',
    summary: 'What happens in a season, as server-sent events',
    access: 'signed-in',
    query: z.object({
      seasonId: SeasonId,
      /** False: only what was missed since Last-Event-ID, then the end. */
      follow: z.stringbool().default(true),
    }),
    status: 200,
    response: 'file',
    problems: ['not-found', 'too-many-requests'],
  }),
}
