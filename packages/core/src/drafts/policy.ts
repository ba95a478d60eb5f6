import { type Actor, actsAs, type Role } from '../people/actor.ts'
import { actsInSeason, maySeeRanking, maySeeSeason } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'
import type { DraftKind, DraftStatus } from './draft.ts'

/** What a policy needs to know of a draft. */
export type DraftFacts = { seasonId: string; clusterId: string; status: DraftStatus; kind: DraftKind }

/** The roles of a season that can be asked for comments; beside them the reviewer of the central committee, of any cluster. */
export const askableRoles = [
  'delegate',
  'leader',
  'chair',
  'viceChair',
  'appraiser',
] as const satisfies Role[]
const KEEPERS = ['secretary', 'chair'] as const satisfies Role[]

/** Whether a draft has been sent out at least once: the members of its season read it from then on. */
export function isOut(draft: Pick<DraftFacts, 'status'>): boolean {
  return draft.status !== 'draft'
}

/** Whether a draft can still change: it is neither adopted nor superseded (domain.md "Criteria versions"). */
export function isOpenDraft(draft: Pick<DraftFacts, 'status'>): boolean {
  return draft.status === 'draft' || draft.status === 'consultation'
}

/**
 * The reviewer reads everything; chair, vice-chair and secretary their season's drafts from the first word, its other mandates once sent out
 * (domain.md "Who uses it"). A ranking is read by whoever sees the draft ranking. The administrator reads none.
 */
export function mayReadDraft(actor: Actor | null, draft: DraftFacts, season: SeasonFacts): boolean {
  if (draft.kind === 'ranking') return maySeeRanking(actor, season)
  if (actsAs(actor, 'reviewer')) return true
  if (actsInSeason(actor, draft.seasonId, 'chair', 'viceChair', 'secretary')) return true
  return isOut(draft) && maySeeSeason(actor, season) && !actsAs(actor, 'administrator')
}

/** Chair and secretary of its season write a draft, as long as it is open (isOpenDraft). */
export function mayEditDraft(actor: Actor | null, draft: Pick<DraftFacts, 'seasonId'>): boolean {
  return actsInSeason(actor, draft.seasonId, ...KEEPERS)
}

/** Chair and secretary of its season send a draft out, again too once it changed. */
export function maySendOut(actor: Actor | null, draft: Pick<DraftFacts, 'seasonId'>): boolean {
  return mayEditDraft(actor, draft)
}

/** The season's members, its chair and appraisers, and the reviewer comment (once isOut); never secretary or administrator. */
export function mayCommentOn(actor: Actor | null, draft: Pick<DraftFacts, 'seasonId'>): boolean {
  return actsAs(actor, 'reviewer') || actsInSeason(actor, draft.seasonId, ...askableRoles)
}

/** Secretary and chair answer comments and apply suggestions. */
export function mayAnswer(actor: Actor | null, draft: Pick<DraftFacts, 'seasonId'>): boolean {
  return actsInSeason(actor, draft.seasonId, ...KEEPERS)
}

/** Whoever comments or answers may reply in a thread. */
export function mayReply(actor: Actor | null, draft: Pick<DraftFacts, 'seasonId'>): boolean {
  return mayCommentOn(actor, draft) || mayAnswer(actor, draft)
}

/** Whoever began a thread, and those who answer, close it and open it again. */
export function mayResolve(
  actor: Actor | null,
  draft: Pick<DraftFacts, 'seasonId'>,
  comment: { byPersonId: string },
): boolean {
  return mayAnswer(actor, draft) || (mayReply(actor, draft) && actor?.personId === comment.byPersonId)
}

/** The chair alone adopts (domain.md: the secretary prepares everything the chair decides). */
export function mayAdopt(actor: Actor | null, draft: Pick<DraftFacts, 'seasonId'>): boolean {
  return actsInSeason(actor, draft.seasonId, 'chair')
}
