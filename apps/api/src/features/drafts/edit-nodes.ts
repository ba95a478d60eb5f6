import { drafts } from '@bangvang/contract/drafts'
import { checkNodes } from '@bangvang/core/drafts/check-nodes'
import type { DraftKind, DraftNode, NewNode } from '@bangvang/core/drafts/draft'
import { subtreeIds } from '@bangvang/core/drafts/tree'
import { undoRevision } from '@bangvang/core/drafts/undo'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { sha256 } from '../../audit/record.ts'
import type { Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './node-store.ts'
import { errorsOf, revise } from './revise.ts'
import { wholeNodes } from './whole-nodes.ts'

const refuse = refusals(drafts.moveNode)

/** Refuses parts that a draft of this kind cannot hold, each fault at its part. */
export function refuseFaults(kind: DraftKind, nodes: readonly NewNode[]): void {
  const faults = checkNodes(kind, nodes)
  if (faults.length > 0) throw refuse('draft-invalid', { errors: errorsOf(faults) })
}

/** What the journal says of many parts: their ids, and a hash of the parts themselves. */
export const toldOf = (nodes: readonly NewNode[]) => ({
  nodeIds: nodes.map(({ id }) => id),
  sha256: sha256(canonicalJson(nodes)),
})

// What stands now is told without what is no part of it.
const changed = (current: DraftNode | null) => refuse('node-changed', { current })

function seenNode(
  nodes: readonly DraftNode[],
  { nodeId, version }: { nodeId: string; version: number },
): DraftNode {
  const node = nodes.find(({ id }) => id === nodeId) ?? null
  if (node === null || node.version !== version) throw changed(node)
  return node
}

/** Adds parts to a draft. */
export function addNodes(call: Call<typeof drafts.addNodes>) {
  return revise(call, ({ kind }, nodes) => {
    refuseFaults(kind, [...nodes, ...call.body.nodes])
    const added = wholeNodes(call.body.nodes).map((node) => ({ ...node, version: 1 }))
    const changes = added.map((node) => ({ nodeId: node.id, before: null, after: node }))
    return { what: 'draft-node-added', changes, after: toldOf(added) }
  })
}

/** Moves a part, with all it holds, to another place or another level. */
export function moveNode(call: Call<typeof drafts.moveNode>) {
  const { nodeId } = call.params
  const { parentId, position, kind: level, version } = call.body
  return revise(call, ({ kind }, nodes) => {
    const before = seenNode(nodes, { nodeId, version })
    const after = { ...before, parentId, position, kind: level ?? before.kind, version: version + 1 }
    refuseFaults(
      kind,
      nodes.map((node) => (node.id === nodeId ? after : node)),
    )
    const place = (node: DraftNode) => ({
      nodeId,
      parentId: node.parentId,
      position: node.position,
      kind: node.kind,
    })
    return {
      what: 'draft-node-moved',
      changes: [{ nodeId, before, after }],
      before: place(before),
      after: place(after),
    }
  })
}

async function refuseUnseen(
  tx: Tx,
  nodes: readonly DraftNode[],
  seen: { draftId: string; ids: readonly string[]; revision: number },
) {
  const later = await store.listChanges(tx, seen.draftId, { after: seen.revision })
  const unseen = later.find(({ nodeId }) => seen.ids.includes(nodeId))
  if (unseen !== undefined) throw changed(nodes.find(({ id }) => id === unseen.nodeId) ?? null)
}

/** Removes a part with all it holds; nothing of it that the reader has not seen. */
export function removeNode(call: Call<typeof drafts.removeNode>) {
  const { draftId, nodeId } = call.params
  const { version, revision } = call.query
  return revise(call, async ({ kind }, nodes, tx) => {
    seenNode(nodes, { nodeId, version })
    const ids = new Set(subtreeIds(nodes, nodeId))
    if (revision !== undefined) await refuseUnseen(tx, nodes, { draftId, ids: [...ids], revision })
    const removed = nodes.filter(({ id }) => ids.has(id))
    refuseFaults(
      kind,
      nodes.filter(({ id }) => !ids.has(id)),
    )
    return {
      what: 'draft-node-removed',
      changes: removed.map((node) => ({ nodeId: node.id, before: node, after: null })),
      before: toldOf(removed),
    }
  })
}

/** Takes one revision back, which is a revision itself. */
export function undo(call: Call<typeof drafts.undo>) {
  const { revision } = call.body
  return revise(call, async ({ id }, nodes, tx) => {
    const made = await store.listChanges(tx, id, { only: revision })
    if (made.length === 0) throw refuse('not-found')
    const decision = undoRevision(made, nodes)
    if (!decision.ok) {
      const { nodeIds } = decision.refusal
      throw changed(nodes.find((node) => nodeIds.includes(node.id)) ?? null)
    }
    return {
      what: 'draft-change-undone',
      changes: decision.changes,
      after: { undone: revision, nodeIds: decision.changes.map(({ nodeId }) => nodeId) },
    }
  })
}
