import type { drafts } from '@bangvang/contract/drafts'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { saveRevision } from './draft-store.ts'
import { lockOwnDraft } from './revise.ts'
import { draftView } from './show-draft.ts'

/** Changes a draft's title and what it rests on. */
export async function renameDraft({ params, body, actor, now, deps }: Call<typeof drafts.rename>) {
  await inTransaction(deps.database, async (tx) => {
    const draft = await lockOwnDraft(tx, actor, params.draftId)
    const { title, legalBasis } = body
    const revision = await saveRevision(tx, draft, { now, title, legalBasis })
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'draft-renamed',
      about: { kind: 'draft', id: draft.id },
      before: { title: draft.title, legalBasis: draft.legalBasis },
      after: { ...body, revision },
    })
  })
  return draftView(deps.database, actor, params.draftId)
}
