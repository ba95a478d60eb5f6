import { randomUUID } from 'node:crypto'
import { drafts } from '@bangvang/contract/drafts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { faultsOfCriteria, toDocument } from '@bangvang/core/criteria/nodes'
import { checkNodes } from '@bangvang/core/drafts/check-nodes'
import { type AdoptRefusal, checkComplete, mayAdoptDraft } from '@bangvang/core/drafts/consult'
import type { DraftNode } from '@bangvang/core/drafts/draft'
import { mayAdopt } from '@bangvang/core/drafts/policy'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { adoptCriteriaVersion } from '../../criteria-versions.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { type ProblemError, refusals } from '../../http/problem.ts'
import { basisOf, saveBasis } from '../../law-basis.ts'
import { placeOf } from './comment-on-draft.ts'
import { listUnanswered } from './comment-store.ts'
import { type DraftRow, lockDraft, saveAdoption, supersede } from './draft-store.ts'
import { keepVersion } from './keep-version.ts'
import { listNodes } from './node-store.ts'
import { errorsOf } from './revise.ts'
import { draftView } from './show-draft.ts'

const refuse = refusals(drafts.adopt)

function asProblem(refusal: AdoptRefusal, revision: number): ProblemError {
  switch (refusal.reason) {
    case 'draft-adopted':
    case 'draft-kind':
      return refuse(refusal.reason)
    case 'draft-changed':
      return refuse(refusal.reason, { current: { revision } })
    case 'comments-unanswered':
      return refuse(refusal.reason, {
        errors: refusal.commentIds.map((id) => ({ pointer: `#/comments/${id}`, code: 'unanswered' })),
      })
    case 'draft-invalid':
    case 'criteria-contradict':
      return refuse(refusal.reason, { errors: errorsOf(refusal.faults) })
  }
}

async function refuseUnready(tx: Tx, draft: DraftRow, adopted: { nodes: DraftNode[]; seenRevision: number }) {
  const { nodes, seenRevision } = adopted
  const decision = mayAdoptDraft({
    draft,
    revision: draft.revision,
    seenRevision,
    unansweredCommentIds: await listUnanswered(tx, placeOf(draft)),
    shapeFaults: [...checkNodes(draft.kind, nodes), ...checkComplete(nodes)],
    criteriaFaults: draft.kind === 'criteria' ? faultsOfCriteria(nodes) : [],
  })
  if (!decision.ok) throw asProblem(decision.refusal, draft.revision)
}

type Adopt = Call<typeof drafts.adopt>

/** The version that adopted criteria become; null for a draft of another kind. */
async function criteriaOf(
  tx: Tx,
  draft: DraftRow,
  { body, now, nodes }: Pick<Adopt, 'body' | 'now'> & { nodes: DraftNode[] },
) {
  if (draft.kind !== 'criteria') return null
  const id = randomUUID()
  const { legalBasis, adoptedOn } = body
  const { clusterId, year } = draft
  const document = toDocument(nodes).document as CriteriaDocument
  // What it rests on is set before the version is: an adopted one takes nothing any more.
  const basis = await basisOf(tx, { kind: 'draft', id: draft.id }, dayInVietnam(now))
  await saveBasis(
    tx,
    { kind: 'criteriaVersion', id },
    basis.map(({ lawId }) => lawId),
  )
  const adopted = await adoptCriteriaVersion(tx, {
    id,
    clusterId,
    year,
    document,
    legalBasis,
    adoptedOn,
    now,
  })
  return { id, ...adopted }
}

/** One act of the chair on exactly what was seen, every comment answered and no fault left (domain.md, "Criteria versions"). */
export async function adoptDraft({ params, body, actor, now, deps }: Adopt) {
  await inTransaction(deps.database, async (tx) => {
    const draft = await lockDraft(tx, params.draftId)
    if (draft === null || !mayAdopt(actor, draft)) throw refuse('not-found')
    const nodes = await listNodes(tx, draft.id)
    await refuseUnready(tx, draft, { nodes, seenRevision: body.revision })
    const hash = await keepVersion(tx, draft, { nodes, reason: 'adopted', at: now, byName: actor.name })
    const criteria = await criteriaOf(tx, draft, { body, now, nodes })
    const sha256 = criteria?.sha256 ?? hash
    await supersede(tx, draft)
    await saveAdoption(tx, draft.id, {
      number: body.number,
      on: body.adoptedOn,
      sha256,
      byName: actor.name,
      legalBasis: body.legalBasis,
      criteriaVersionId: criteria?.id ?? null,
      now,
    })
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'draft-adopted',
      about: { kind: 'draft', id: draft.id },
      before: { status: draft.status, legalBasis: draft.legalBasis },
      after: { ...body, sha256, status: 'adopted', criteriaVersion: criteria },
    })
  })
  return draftView({ deps, actor, now }, params.draftId)
}
