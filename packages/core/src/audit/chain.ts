import type { Sha256 } from '../rankings/bundle.ts'

/** One act, as it is hashed. `at` is ISO 8601 with milliseconds, UTC; `before` and `after` are any JSON or null. */
export type JournalAct = {
  /** The season's id, or "installation". */
  chain: string
  at: string
  actorId: string | null
  actorName: string
  mandateId: string | null
  role: string | null
  unitId: string | null
  what: string
  aboutKind: string
  aboutId: string
  before: unknown
  after: unknown
}

/** An act in its chain: numbers count from 1; hashes are SHA-256 in lower-case hex. */
export type JournalEntry = JournalAct & {
  number: number
  contentHash: string
  previousHash: string
  hash: string
}

/** The previous hash of a chain's first entry. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64)

/** The fields of an act that are hashed, and nothing else: contentHash = sha256(canonicalJson(entryContent(act))). */
export declare function entryContent(act: JournalAct): JournalAct

/** The hash of an act's content. */
export declare function contentHash(act: JournalAct, sha256: Sha256): string

/** An entry's hash: SHA-256 of the previous hash and the content's hash, as one text of 128 hex digits. */
export declare function chainHash(previousHash: string, ofContent: string, sha256: Sha256): string

export type ChainBreak = 'number' | 'previous-hash' | 'content-hash' | 'hash' | 'chain'
export type ChainVerdict = { ok: true } | { ok: false; number: number; reason: ChainBreak }

/** Whether a chain's entries, from the first and in order, are whole; else the first broken number and what is wrong. */
export declare function verifyChain(entries: Iterable<JournalEntry>, sha256: Sha256): ChainVerdict
