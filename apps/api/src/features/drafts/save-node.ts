import { drafts } from '@bangvang/contract/drafts'
import { checkContent } from '@bangvang/core/drafts/check-content'
import { isOpenDraft, mayEditDraft } from '@bangvang/core/drafts/policy'
import { recordBySql } from '../../audit/record.ts'
import { inSqlTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './node-store.ts'
import { errorsOf } from './revise.ts'
import { isWrittenHere } from './show-draft.ts'
import { wholeContent } from './whole-nodes.ts'

const refuse = refusals(drafts.saveNode)

/** Saves one part where it still is as its writer saw it (issue 3, point 6: nothing is silently overwritten). */
export function saveNode({ params, body, actor, now, deps }: Call<typeof drafts.saveNode>) {
  return inSqlTransaction(deps.database, async (tx) => {
    const found = await store.findForSave(tx, params)
    if (found === null || !mayEditDraft(actor, found.draft)) throw refuse('not-found')
    const { draft, node: before } = found
    if (!isOpenDraft(draft)) throw refuse('draft-adopted')
    if (!isWrittenHere(draft.kind)) throw refuse('draft-kind')
    if (before === null || before.version !== body.version) throw refuse('node-changed', { current: before })
    const faults = checkContent(before.kind, body.content)
    if (faults.length > 0)
      throw refuse('draft-invalid', {
        errors: errorsOf(faults.map((fault) => ({ nodeId: before.id, ...fault }))),
      })
    const after = { ...before, content: wholeContent(body.content), version: before.version + 1 }
    const revision = draft.revision + 1
    const made = { draftId: draft.id, revision, byName: actor.name, byPersonId: actor.personId, at: now }
    await store.saveContent(tx, made, { before, after })
    await recordBySql(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'draft-node-saved',
      about: { kind: 'draft', id: draft.id },
      before: { nodeId: before.id, content: before.content },
      after: { nodeId: before.id, content: after.content, version: after.version, revision },
    })
    return { revision, nodes: [after], removed: [] }
  })
}
