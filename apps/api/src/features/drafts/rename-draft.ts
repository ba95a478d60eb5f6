import { drafts } from '@bangvang/contract/drafts'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { basisOf, saveBasis } from '../../law-basis.ts'
import { saveRevision } from './draft-store.ts'
import { lockOwnDraft } from './revise.ts'
import { draftView } from './show-draft.ts'

const refuse = refusals(drafts.rename)

const unknownLaws = (basisIds: readonly string[], unknown: readonly string[]) =>
  basisIds.flatMap((id, index) =>
    unknown.includes(id.toLowerCase()) ? [{ pointer: `#/basisIds/${index}`, code: 'unknown-law' }] : [],
  )

/** Changes a draft's title and what it rests on. */
export async function renameDraft({ params, body, actor, now, deps }: Call<typeof drafts.rename>) {
  await inTransaction(deps.database, async (tx) => {
    const draft = await lockOwnDraft(tx, actor, params.draftId)
    const { title, legalBasis, basisIds } = body
    const about = { kind: 'draft', id: draft.id } as const
    const before = await basisOf(tx, about, dayInVietnam(now))
    const unknown = await saveBasis(tx, about, basisIds)
    if (unknown.length > 0) throw refuse('draft-invalid', { errors: unknownLaws(basisIds, unknown) })
    const revision = await saveRevision(tx, draft, { now, title, legalBasis })
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'draft-renamed',
      about: { kind: 'draft', id: draft.id },
      before: {
        title: draft.title,
        legalBasis: draft.legalBasis,
        basisIds: before.map(({ lawId }) => lawId),
      },
      after: { ...body, revision },
    })
  })
  return draftView({ deps, actor, now }, params.draftId)
}
