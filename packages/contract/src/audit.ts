import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Instant, SeasonId } from './wire.ts'

export const JournalEntryView = z.object({
  chain: z.string(),
  number: z.number().int(),
  at: Instant,
  actorName: z.string(),
  role: z.string().nullable(),
  unitId: z.string().nullable(),
  what: z.string(),
  aboutKind: z.string(),
  aboutId: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
})
export type JournalEntryView = z.infer<typeof JournalEntryView>

export const audit = {
  search: endpoint({
    method: 'GET',
    path: '/api/journal',
    summary: 'Search the journal, newest first',
    access: ['administrator', 'chair', 'viceChair', 'secretary', 'reviewer'],
    query: z.object({
      /** A season's id or "installation"; left out: all the actor may read. */
      chain: z.union([SeasonId, z.literal('installation')]).optional(),
      what: z.string().max(80).optional(),
      text: z.string().max(200).optional(),
      from: z.iso.datetime().optional(),
      to: z.iso.datetime().optional(),
      /** The last entry of the page before, as "<at> <chain> <number>". */
      after: z.string().max(120).optional(),
    }),
    status: 200,
    response: z.object({ items: z.array(JournalEntryView), next: z.string().nullable() }),
    problems: ['not-found'],
  }),
  health: endpoint({
    method: 'GET',
    path: '/api/health',
    summary: 'Whether API and database are well',
    access: 'public',
    status: 200,
    response: z.object({ api: z.literal('ok'), database: z.literal('ok'), version: z.string() }),
    problems: ['unavailable'],
  }),
}
