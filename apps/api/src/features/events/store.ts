import type { EventView } from '@bangvang/contract/events'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Database } from '../../db.ts'

export type Season = Pick<SeasonFacts, 'id' | 'phase'>

/** A season as the policies need it; null where there is none. */
export function findSeason(database: Database, id: string): Promise<Season | null> {
  return database.prisma.season.findUnique({ where: { id }, select: { id: true, phase: true } })
}

/** The number of a chain's last entry; 0 where there is none. */
export async function lastNumber(database: Database, chain: string): Promise<number> {
  const { rows } = await database.pool.query<{ number: number }>(
    'SELECT number FROM journal_head WHERE chain = $1',
    [chain],
  )
  return rows[0]?.number ?? 0
}

/** What came after an entry of a chain, in order, without its content. */
export async function listAfter(
  database: Database,
  { chain, after, most }: { chain: string; after: number; most: number },
): Promise<EventView[]> {
  const { rows } = await database.pool.query<EventView>({
    name: 'journal-after',
    text: `SELECT number, what, about_kind AS "aboutKind", about_id AS "aboutId" FROM journal_entry
      WHERE chain = $1 AND number > $2 ORDER BY number LIMIT $3`,
    values: [chain, after, most],
  })
  return rows
}
