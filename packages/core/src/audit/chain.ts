import { canonicalise, canonicalJson } from '../numbers/canonical.ts'
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
export function entryContent(act: JournalAct): JournalAct {
  const { chain, at, actorId, actorName, mandateId, role, unitId, what, aboutKind, aboutId } = act
  const { before, after } = act
  return { chain, at, actorId, actorName, mandateId, role, unitId, what, aboutKind, aboutId, before, after }
}

/** The hash of an act's content. Throws TypeError where `before` or `after` is not JSON. */
export function contentHash(act: JournalAct, sha256: Sha256): string {
  return sha256(canonicalJson(entryContent(act)))
}

/** An entry's hash: SHA-256 of the previous hash and the content's hash, as one text of 128 hex digits. */
export function chainHash(previousHash: string, ofContent: string, sha256: Sha256): string {
  return sha256(previousHash + ofContent)
}

export type ChainBreak = 'number' | 'previous-hash' | 'content-hash' | 'hash' | 'chain'
export type ChainVerdict = { ok: true } | { ok: false; number: number; reason: ChainBreak }

type Link = { chain: string; number: number; hash: string }

/**
 * Whether a chain's entries, from the first and in order, are whole; else the first broken number and what is wrong
 * (domain.md "The journal": each entry carries the hash of the one before). One at a time, so a chain may be streamed.
 */
export function verifyChain(entries: Iterable<JournalEntry>, sha256: Sha256): ChainVerdict {
  let last: Link | null = null
  for (const entry of entries) {
    const before: Link = last ?? { chain: entry.chain, number: 0, hash: FIRST_PREVIOUS_HASH }
    const reason = breakOf(entry, before, sha256)
    if (reason !== null) return { ok: false, number: before.number + 1, reason }
    last = entry
  }
  return { ok: true }
}

function breakOf(entry: JournalEntry, before: Link, sha256: Sha256): ChainBreak | null {
  if (entry.chain !== before.chain) return 'chain'
  if (entry.number !== before.number + 1) return 'number'
  if (entry.previousHash !== before.hash) return 'previous-hash'
  const content = canonicalise(entryContent(entry))
  if (!content.ok || sha256(content.text) !== entry.contentHash) return 'content-hash'
  return chainHash(entry.previousHash, entry.contentHash, sha256) === entry.hash ? null : 'hash'
}
