import type { JournalEntryView } from '@bangvang/contract/audit'
import type { Database } from '../../db.ts'

/** `chains` null: every chain. `seasonsOnly`: all but the installation's. */
export type Search = {
  chains: readonly string[] | null
  seasonsOnly: boolean
  what: string | null
  words: readonly string[]
  from: Date | null
  to: Date | null
  before: { at: Date; chain: string; number: number } | null
  most: number
}

// Folded as the searched words are: no case, no diacritics, đ as d; also where the database's locale knows ASCII alone.
const folded = `translate(lower(normalize(e.actor_name || ' ' || e.what || ' ' || e.about_kind || ' ' || e.about_id || ' ' || coalesce(e.after::text, ''), NFD)), 'đĐ' || U&'\\0300\\0301\\0303\\0309\\0323\\0302\\0306\\031B', 'dd')`

/** A page of entries, newest first. */
export async function search(database: Database, by: Search): Promise<JournalEntryView[]> {
  const { rows } = await database.pool.query<JournalEntryView>({
    name: 'journal-search',
    text: `SELECT e.chain, e.number, e.at, e.actor_name AS "actorName", e.role, e.unit_id AS "unitId", e.what, e.about_kind AS "aboutKind",
        e.about_id AS "aboutId", e.before, e.after, e.hash
      FROM journal_entry e
      WHERE ($1::text[] IS NULL OR e.chain = ANY($1)) AND (NOT $2 OR e.chain <> 'installation')
        AND ($3::text IS NULL OR e.what = $3)
        AND (cardinality($4::text[]) = 0 OR (SELECT bool_and(strpos(${folded}, word) > 0) FROM unnest($4::text[]) AS word))
        AND ($5::timestamptz IS NULL OR e.at >= $5) AND ($6::timestamptz IS NULL OR e.at < $6)
        AND ($7::timestamptz IS NULL OR (e.at, e.chain, e.number) < ($7, $8::text, $9::int))
      ORDER BY e.at DESC, e.chain DESC, e.number DESC LIMIT $10`,
    values: [
      by.chains,
      by.seasonsOnly,
      by.what,
      by.words,
      by.from,
      by.to,
      by.before?.at ?? null,
      by.before?.chain ?? null,
      by.before?.number ?? null,
      by.most,
    ],
  })
  return rows
}

/** The chains there are. */
export async function listChains(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ chain: string }>(
    'SELECT chain FROM journal_head ORDER BY chain',
  )
  return rows.map(({ chain }) => chain)
}

/** A chain's head, as the database keeps it apart from the entries. */
export async function findHead(
  database: Database,
  chain: string,
): Promise<{ number: number; hash: string } | null> {
  const { rows } = await database.pool.query<{ number: number; hash: string }>(
    'SELECT number, hash FROM journal_head WHERE chain = $1',
    [chain],
  )
  return rows[0] ?? null
}

/** A stretch of a chain in order, as it was hashed. */
export function listEntries(database: Database, chain: string, after: number) {
  return database.prisma.journalEntry.findMany({
    where: { chain, number: { gt: after } },
    orderBy: { number: 'asc' },
    take: 1000,
  })
}
