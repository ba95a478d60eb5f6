import { drafts } from '@bangvang/contract/drafts'
import { checkComplete } from '@bangvang/core/drafts/consult'
import { isOpenDraft, mayCommentOn, mayReadDraft, maySendOut } from '@bangvang/core/drafts/policy'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as store from './consult-store.ts'
import { type DraftRow, lockDraft } from './draft-store.ts'
import { keepVersion } from './keep-version.ts'
import { listNodes } from './node-store.ts'
import { errorsOf } from './revise.ts'
import { askable, draftView } from './show-draft.ts'
import { type AskableRow, listMandates } from './store.ts'

const refuse = refusals(drafts.sendOut)

type SendOut = Call<typeof drafts.sendOut>

async function invited(tx: Tx, { seasonId }: DraftRow, { body, now }: SendOut): Promise<AskableRow[]> {
  const known = await listMandates(tx, seasonId, askable(now))
  const byId = new Map(known.map((row) => [row.mandateId, row]))
  const errors = body.mandateIds.flatMap((id, index) =>
    byId.has(id) ? [] : [{ pointer: `#/mandateIds/${index}`, code: 'unknown-mandate' }],
  )
  if (errors.length > 0) throw refuse('unknown-mandate', { errors })
  return [...new Set(body.mandateIds)].flatMap((id) => byId.get(id) ?? [])
}

/** Sends a draft out with a deadline to chosen mandates; sent out again, it asks them anew (domain.md, "Comments on drafts"). */
export async function sendOut(call: SendOut) {
  const { params, body, actor, now, deps } = call
  await inTransaction(deps.database, async (tx) => {
    const draft = await lockDraft(tx, params.draftId)
    if (draft === null || !maySendOut(actor, draft)) throw refuse('not-found')
    if (!isOpenDraft(draft)) throw refuse('draft-adopted')
    if (body.deadline <= now)
      throw refuse('deadline-past', { errors: [{ pointer: '#/deadline', code: 'deadline-past' }] })
    const invitees = await invited(tx, draft, call)
    if (draft.kind !== 'ranking') {
      const nodes = await listNodes(tx, draft.id)
      const faults = checkComplete(nodes)
      if (faults.length > 0) throw refuse('draft-invalid', { errors: errorsOf(faults) })
      await keepVersion(tx, draft, { nodes, reason: 'sentOut', at: now, byName: actor.name })
    }
    const round = await store.saveConsultation(tx, draft.id, {
      sentAt: now,
      deadline: body.deadline,
      message: body.message,
      byName: actor.name,
      invitees,
    })
    await store.saveSentOut(tx, draft.id, now)
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'draft-sent-out',
      about: { kind: 'draft', id: draft.id },
      before: { status: draft.status },
      after: { ...body, status: 'consultation', round, revision: draft.revision },
    })
  })
  return draftView({ deps, actor, now }, params.draftId)
}

const refuseNoComment = refusals(drafts.noComment)

/** "No comment" is an answer that counts. */
export async function sayNoComment({
  params,
  actor,
  now,
  deps,
}: Call<typeof drafts.noComment>): Promise<undefined> {
  await inTransaction(deps.database, async (tx) => {
    const draft = await lockDraft(tx, params.draftId)
    const { mandate } = actor
    if (
      draft === null ||
      mandate === null ||
      !mayReadDraft(actor, draft, draft.season) ||
      !mayCommentOn(actor, draft)
    )
      throw refuseNoComment('not-found')
    if (!isOpenDraft(draft)) throw refuseNoComment('draft-adopted')
    const asked = await store.findInvitation(tx, draft.id, mandate.id)
    if (asked === null) throw refuseNoComment('not-asked')
    if (asked.hasAnswered) throw refuseNoComment('already-answered')
    await store.saveNoComment(tx, {
      draftId: draft.id,
      round: asked.round,
      mandateId: asked.mandateId,
      at: now,
    })
    await record(tx, {
      actor,
      now,
      seasonId: draft.seasonId,
      what: 'consultation-answered',
      about: { kind: 'draft', id: draft.id },
      after: { round: asked.round, answer: 'noComment' },
    })
  })
}
