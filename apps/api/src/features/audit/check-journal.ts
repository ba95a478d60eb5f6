import { type JournalEntry, verifyChain } from '@bangvang/core/audit/chain'
import { sha256 } from '../../audit/record.ts'
import type { Database } from '../../db.ts'
import * as store from './store.ts'

export type CheckedChain = {
  chain: string
  entries: number
  hash: string
  broken: { number: number; reason: string } | null
}

async function readChain(database: Database, chain: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  for (;;) {
    const rows = await store.listEntries(database, chain, entries.at(-1)?.number ?? 0)
    entries.push(
      ...rows.map((row) => ({ ...row, at: row.at.toISOString(), before: row.before, after: row.after })),
    )
    if (rows.length < 1000) return entries
  }
}

async function checkChain(database: Database, chain: string): Promise<CheckedChain> {
  // The head first: what is written meanwhile lies past it and is no break.
  const head = await store.findHead(database, chain)
  const entries = await readChain(database, chain)
  const verdict = verifyChain(entries, sha256)
  const broken = verdict.ok ? missingTail(entries, head) : { number: verdict.number, reason: verdict.reason }
  return { chain, entries: entries.length, hash: entries.at(-1)?.hash ?? '', broken }
}

function missingTail(
  entries: readonly JournalEntry[],
  head: { number: number; hash: string } | null,
): CheckedChain['broken'] {
  if (head === null || head.number === 0) return null
  return entries[head.number - 1]?.hash === head.hash ? null : { number: head.number, reason: 'head' }
}

/** Recomputes every hash of every chain, and holds each against the head the database keeps apart. */
export async function checkJournal(database: Database): Promise<CheckedChain[]> {
  const checked: CheckedChain[] = []
  for (const chain of await store.listChains(database)) checked.push(await checkChain(database, chain))
  return checked
}
