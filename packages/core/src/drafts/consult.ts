import type { NodeFault } from './check-nodes.ts'
import type { DraftKind, DraftStatus, NewNode } from './draft.ts'
import { isOpenDraft } from './policy.ts'

export type InviteeState = 'waiting' | 'commented' | 'noComment'
/** Whether and when a mandate that was asked has answered. */
export type InviteeAnswer = { mandateId: string; state: InviteeState; at: Date | null }

export type ConsultationFacts = {
  /** Comments made before do not answer it. */
  sentAt: Date
  invitees: readonly { mandateId: string }[]
  comments: readonly { byMandateId: string | null; at: Date }[]
  noComments: readonly { mandateId: string; at: Date }[]
}

/**
 * Who has answered a consultation, in the order asked: by a comment since it was sent out, or by "no comment", which counts as well; the
 * first comment wins over "no comment" (issue 3, point 4).
 */
export function answersOf({ sentAt, invitees, comments, noComments }: ConsultationFacts): InviteeAnswer[] {
  const commentedAt = new Map<string, Date>()
  for (const { byMandateId, at } of comments) {
    const first = byMandateId === null ? undefined : commentedAt.get(byMandateId)
    if (byMandateId !== null && at >= sentAt && (first === undefined || at < first)) {
      commentedAt.set(byMandateId, at)
    }
  }
  const noCommentAt = new Map(noComments.map(({ mandateId, at }) => [mandateId, at]))
  return invitees.map(({ mandateId }) => {
    const commented = commentedAt.get(mandateId)
    if (commented !== undefined) return { mandateId, state: 'commented', at: commented }
    const at = noCommentAt.get(mandateId)
    return at === undefined
      ? { mandateId, state: 'waiting', at: null }
      : { mandateId, state: 'noComment', at }
  })
}

/** Whether what came at that moment came after the deadline; it is taken and marked (issue 3, "Refusals"). Null: none was set. */
export function isLate(at: Date, deadline: Date | null): boolean {
  return deadline !== null && at > deadline
}

/** The kinds that are adopted here: minutes are approved in their meeting, a ranking is finalized in its season. */
export const adoptableKinds = ['criteria', 'regulation', 'plan', 'pact'] as const satisfies DraftKind[]

export type AdoptRefusal =
  | { reason: 'draft-adopted' }
  | { reason: 'draft-kind' }
  | { reason: 'draft-changed' }
  | { reason: 'comments-unanswered'; commentIds: string[] }
  | { reason: 'draft-invalid'; faults: NodeFault<string>[] }
  | { reason: 'criteria-contradict'; faults: NodeFault<string>[] }

export type AdoptFacts = {
  draft: { kind: DraftKind; status: DraftStatus }
  /** The draft's revision now, and as the chair saw it. */
  revision: number
  seenRevision: number
  unansweredCommentIds: readonly string[]
  /** Of checkNodes and checkComplete. */
  shapeFaults: readonly NodeFault<string>[]
  /** Of faultsOfCriteria; [] of another kind. */
  criteriaFaults: readonly NodeFault<string>[]
}

/**
 * One act of the chair on exactly what was seen, every comment answered and no fault left (domain.md "Comments on drafts"; issue 3,
 * "Refusals": all faults named).
 */
export function mayAdoptDraft(facts: AdoptFacts): { ok: true } | { ok: false; refusal: AdoptRefusal } {
  const refusal = adoptRefusal(facts)
  return refusal === null ? { ok: true } : { ok: false, refusal }
}

function adoptRefusal(facts: AdoptFacts): AdoptRefusal | null {
  const { draft, unansweredCommentIds, shapeFaults, criteriaFaults } = facts
  if (!isOpenDraft(draft)) return { reason: 'draft-adopted' }
  if (!adoptableKinds.some((kind) => kind === draft.kind)) return { reason: 'draft-kind' }
  if (facts.revision !== facts.seenRevision) return { reason: 'draft-changed' }
  if (unansweredCommentIds.length > 0) {
    return { reason: 'comments-unanswered', commentIds: [...unansweredCommentIds] }
  }
  if (shapeFaults.length > 0) return { reason: 'draft-invalid', faults: [...shapeFaults] }
  if (criteriaFaults.length > 0) return { reason: 'criteria-contradict', faults: [...criteriaFaults] }
  return null
}

/** What keeps a draft that may well be saved from being adopted: it says nothing, or a part of its text says nothing. */
export function checkComplete(nodes: readonly Pick<NewNode, 'id' | 'content'>[]): NodeFault<'empty'>[] {
  if (nodes.length === 0) return [{ nodeId: null, field: null, code: 'empty' }]
  return nodes
    .filter(({ content }) => typeof content.text === 'string' && content.text.trim() === '')
    .map(({ id }) => ({ nodeId: id, field: 'text', code: 'empty' }))
}
