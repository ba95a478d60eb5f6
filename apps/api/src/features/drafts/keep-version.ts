import type { DraftNode } from '@bangvang/core/drafts/draft'
import { inOrder } from '@bangvang/core/drafts/tree'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { sha256 } from '../../audit/record.ts'
import type { Tx } from '../../db.ts'
import { type DraftRow, lastVersionRevision, type NewVersion, saveVersion } from './draft-store.ts'

/** SHA-256 of the canonical JSON (RFC 8785) of a draft's parts in document order, their versions left out. */
export const hashOf = (nodes: readonly DraftNode[]): string =>
  sha256(canonicalJson(inOrder(nodes).map(({ node: { version: _, ...part } }) => part)))

type Kept = Omit<NewVersion, 'revision' | 'sha256' | 'nodes'> & { nodes: readonly DraftNode[] }

/** Keeps the parts as a version; sent out again unchanged, they are the version they were. Gives their hash. */
export async function keepVersion(
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'revision'>,
  kept: Kept,
): Promise<string> {
  const hash = hashOf(kept.nodes)
  const isKept = kept.reason === 'sentOut' && (await lastVersionRevision(tx, draft.id)) === draft.revision
  if (!isKept) await saveVersion(tx, draft.id, { ...kept, revision: draft.revision, sha256: hash })
  return hash
}
