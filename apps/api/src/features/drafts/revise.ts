import { drafts } from '@bangvang/contract/drafts'
import type { FieldError } from '@bangvang/contract/problem'
import type { NodeFault } from '@bangvang/core/drafts/check-nodes'
import type { DraftNode } from '@bangvang/core/drafts/draft'
import { isOpenDraft, mayEditDraft } from '@bangvang/core/drafts/policy'
import type { NodeChange } from '@bangvang/core/drafts/undo'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Deps } from '../../http/deps.ts'
import { refusals } from '../../http/problem.ts'
import { type DraftRow, lockDraft, saveRevision } from './draft-store.ts'
import * as store from './node-store.ts'
import { isWrittenHere } from './show-draft.ts'

// What every verb that edits a draft declares.
const refuse = refusals(drafts.undo)

/** Faults of parts, each at its part's field: #/nodes/<id>/<field>. */
export const errorsOf = (
  faults: readonly Pick<NodeFault<string>, 'nodeId' | 'field' | 'code'>[],
): FieldError[] =>
  faults.map(({ nodeId, field, code }) => ({
    pointer: [
      '#/nodes',
      ...(nodeId === null ? [] : [nodeId]),
      ...(field === null ? [] : field.split('.')),
    ].join('/'),
    code,
  }))

/** The draft under its lock, where the actor edits it and it can still change. */
export async function lockOwnDraft(tx: Tx, actor: Actor, draftId: string): Promise<DraftRow> {
  const draft = await lockDraft(tx, draftId)
  if (draft === null || !mayEditDraft(actor, draft)) throw refuse('not-found')
  if (!isOpenDraft(draft)) throw refuse('draft-adopted')
  if (!isWrittenHere(draft.kind)) throw refuse('draft-kind')
  return draft
}

export type Revision = { what: string; changes: readonly NodeChange[]; before?: unknown; after?: unknown }
type Edit = { deps: Deps; actor: Actor; now: Date; params: { draftId: string } }
type Decide = (draft: DraftRow, nodes: readonly DraftNode[], tx: Tx) => Revision | Promise<Revision>

/** Saves changes as the draft's next revision; gives what the reader's parts become. */
export async function saveChanges(
  tx: Tx,
  draft: DraftRow,
  revised: { by: Omit<Edit, 'deps' | 'params'>; changes: readonly NodeChange[] },
) {
  const { by, changes } = revised
  const revision = await saveRevision(tx, draft, { now: by.now })
  const made = {
    draftId: draft.id,
    revision,
    byName: by.actor.name,
    byPersonId: by.actor.personId,
    at: by.now,
  }
  await store.saveChanges(tx, made, changes)
  return {
    revision,
    nodes: changes.flatMap(({ after }) => (after === null ? [] : [after])),
    removed: changes.filter(({ after }) => after === null).map(({ nodeId }) => nodeId),
  }
}

/** One revision of a draft: what is decided of its parts is saved and told, wholly or not at all. */
export function revise({ deps, actor, now, params }: Edit, decide: Decide) {
  return inTransaction(deps.database, async (tx) => {
    const draft = await lockOwnDraft(tx, actor, params.draftId)
    const { what, changes, ...told } = await decide(draft, await store.listNodes(tx, draft.id), tx)
    const saved = await saveChanges(tx, draft, { by: { actor, now }, changes })
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what,
      about: { kind: 'draft', id: draft.id },
      before: told.before,
      after: { ...(told.after as object), revision: saved.revision },
    })
    return saved
  })
}
