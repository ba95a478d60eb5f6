import { createHash } from 'node:crypto'
import { entryContent, type JournalAct } from '@bangvang/core/audit/chain'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import type { Actor } from '@bangvang/core/people/actor'
import type { SqlTx, Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** One act, told in the past tense. Never a password, a session or the content of a ballot. */
export type Act = {
  actor: Actor | null
  now: Date
  /** The season's chain, or the installation's where the act is of no season. */
  seasonId: string | null
  what: string
  about: { kind: string; id: string }
  before?: unknown
  after?: unknown
}

/** SHA-256, lower-case hex, of a text's UTF-8 bytes. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

// JSON as the database keeps it: dates as strings, no undefined.
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

function factsOf({ actor, now, seasonId, what, about, before, after }: Act): JournalAct {
  return {
    chain: seasonId ?? 'installation',
    at: now.toISOString(),
    actorId: actor?.personId ?? null,
    actorName: actor?.name ?? '',
    mandateId: actor?.mandate?.id ?? null,
    role: actor?.mandate?.role ?? null,
    unitId: actor?.mandate?.unitId ?? null,
    what,
    aboutKind: about.kind,
    aboutId: about.id,
    before: plain(before),
    after: plain(after),
  }
}

const orNull = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue))

/** Writes the act into the journal, in the caller's transaction: the last thing it does, since the chain's head stays locked until the end. */
export async function record(tx: Tx, act: Act): Promise<void> {
  const facts = factsOf(act)
  await tx.journalEntry.createMany({
    data: [
      {
        ...facts,
        at: act.now,
        before: orNull(facts.before),
        after: orNull(facts.after),
        contentHash: sha256(canonicalJson(entryContent(facts))),
      },
    ],
  })
}

const insertEntry = `INSERT INTO journal_entry
  (chain, at, actor_id, actor_name, mandate_id, role, unit_id, what, about_kind, about_id, before, after, content_hash)
  VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`

/** `record` for a hot path's transaction. */
export async function recordBySql(tx: SqlTx, act: Act): Promise<void> {
  const facts = factsOf(act)
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await tx.query({
    name: 'journal-append',
    text: insertEntry,
    values: [
      facts.chain,
      act.now,
      facts.actorId,
      facts.actorName,
      facts.mandateId,
      facts.role,
      facts.unitId,
      facts.what,
      facts.aboutKind,
      facts.aboutId,
      json(facts.before),
      json(facts.after),
      sha256(canonicalJson(entryContent(facts))),
    ],
  })
}
