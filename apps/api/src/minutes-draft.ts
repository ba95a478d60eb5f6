import { randomUUID } from 'node:crypto'
import type { DraftNode } from '@bangvang/core/drafts/draft'
import { positionsFor } from '@bangvang/core/drafts/position'
import { compareSiblings } from '@bangvang/core/drafts/tree'
import type { NodeChange } from '@bangvang/core/drafts/undo'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from './audit/record.ts'
import type { Tx } from './db.ts'
import { listUnanswered } from './features/drafts/comment-store.ts'
import { createDraft, lockDraft, saveAdoption } from './features/drafts/draft-store.ts'
import { keepVersion } from './features/drafts/keep-version.ts'
import { createNodes, listNodes } from './features/drafts/node-store.ts'
import { saveChanges } from './features/drafts/revise.ts'

type By = { actor: Actor; now: Date }
/** The minutes of a meeting as a text to consult on: a paragraph's id is its part's, so that anchors fit. */
export type MinutesText = {
  season: { id: string; clusterId: string; year: number }
  title: string
  paragraphs: readonly { id: string; text: string }[]
}

function partsOf({ paragraphs }: MinutesText, stored: readonly DraftNode[]): DraftNode[] {
  const before = stored.toSorted(compareSiblings)
  const isSameOrder =
    before.length === paragraphs.length && paragraphs.every(({ id }, index) => before[index]?.id === id)
  const positions = isSameOrder ? before.map(({ position }) => position) : positionsFor(paragraphs.length)
  return paragraphs.map(({ id, text }, index) => ({
    id,
    parentId: null,
    position: positions[index] ?? '',
    kind: 'paragraph',
    content: { text: text.normalize('NFC') },
    version: 1,
  }))
}

function changesOf(before: readonly DraftNode[], after: readonly DraftNode[]): NodeChange[] {
  const stored = new Map(before.map((node) => [node.id, node]))
  const kept = new Set(after.map(({ id }) => id))
  const made = after.flatMap((node): NodeChange[] => {
    const old = stored.get(node.id) ?? null
    if (old === null) return [{ nodeId: node.id, before: null, after: node }]
    const isSame = old.content.text === node.content.text && old.position === node.position
    return isSame ? [] : [{ nodeId: node.id, before: old, after: { ...node, version: old.version + 1 } }]
  })
  const removed = before.filter(({ id }) => !kept.has(id))
  return [...made, ...removed.map((node) => ({ nodeId: node.id, before: node, after: null }))]
}

/** A new draft of kind minutes, in the meeting's own transaction; the drafts room sends it out and takes the comments. Gives its id. */
export async function createMinutesDraft(tx: Tx, { actor, now }: By, text: MinutesText): Promise<string> {
  const { season, title } = text
  const id = randomUUID()
  const draft = {
    id,
    kind: 'minutes',
    clusterId: season.clusterId,
    seasonId: season.id,
    year: season.year,
  } as const
  await createDraft(tx, { ...draft, title }, now)
  await createNodes(tx, id, partsOf(text, []))
  await record(tx, {
    actor,
    now,
    seasonId: season.id,
    what: 'draft-created',
    about: { kind: 'draft', id },
    after: { kind: 'minutes', year: season.year, title },
  })
  return id
}

/** Brings the draft to what the minutes say now, as one revision; nothing where nothing changed. Says whether it still can change. */
export async function saveMinutesDraft(
  tx: Tx,
  by: By,
  text: MinutesText & { draftId: string },
): Promise<boolean> {
  const draft = await lockDraft(tx, text.draftId)
  if (draft === null || draft.kind !== 'minutes' || draft.status === 'adopted') return false
  const stored = await listNodes(tx, draft.id)
  const changes = changesOf(stored, partsOf(text, stored))
  if (changes.length > 0) await saveChanges(tx, draft, { by, changes })
  return true
}

/** The comments on the minutes that have no answer yet: they keep the minutes from being approved. */
export const unansweredOnMinutes = (tx: Tx, { draftId, seasonId }: { draftId: string; seasonId: string }) =>
  listUnanswered(tx, { draftId, seasonId })

/** The minutes are approved: their draft ends with them, kept as a version, and takes nothing any more. */
export async function adoptMinutesDraft(
  tx: Tx,
  { actor, now }: By,
  approved: { draftId: string; number: string; on: string; sha256: string },
): Promise<void> {
  const draft = await lockDraft(tx, approved.draftId)
  if (draft === null || draft.kind !== 'minutes' || draft.status === 'adopted') return
  const nodes = await listNodes(tx, draft.id)
  await keepVersion(tx, draft, { nodes, reason: 'adopted', at: now, byName: actor.name })
  const { number, on, sha256 } = approved
  const rest = { byName: actor.name, legalBasis: draft.legalBasis, criteriaVersionId: null, now }
  await saveAdoption(tx, draft.id, { number, on, sha256, ...rest })
}
