import type { AssessmentStatus } from '../assessments/policy.ts'
import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason, maySeeRanking } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'

/** The chair finalizes; the secretary finalizes nothing (domain.md, "Who uses it"). */
export function mayFinalize(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return actsInSeason(actor, season.id, 'chair')
}

/** Whoever sees the draft ranking may comment on it while it is a draft; the secretary answers instead. */
export function mayComment(actor: Actor | null, season: SeasonFacts): boolean {
  return maySeeRanking(actor, season) && !actsAs(actor, 'secretary', 'administrator')
}

/** The secretary answers comments, the chair too. */
export function mayAnswerComment(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return actsInSeason(actor, season.id, 'secretary', 'chair')
}

/**
 * Whether a unit still keeps the ranking a draft: it revises, or waits for its leader, and its deadline has not passed
 * (without one: it keeps it). Afterwards what it last submitted stands, so that no unit holds up the cluster for ever.
 */
export function isUnsettled(
  assessment: { status: AssessmentStatus; deadline: Date | null },
  now: Date,
): boolean {
  const isRevising = assessment.status === 'returned' || assessment.status === 'awaitingSignOff'
  return isRevising && (assessment.deadline === null || assessment.deadline >= now)
}

export type FinalizeRefusal =
  | { reason: 'season-not-in-deliberation' }
  | { reason: 'ranking-changed' }
  | { reason: 'comments-unanswered'; commentIds: string[] }
  | { reason: 'assessments-unsettled'; unitIds: string[] }

export type FinalizeFacts = {
  season: Pick<SeasonFacts, 'phase'>
  /** The season's revision now, and as the chair saw it. */
  revision: number
  seenRevision: number
  unansweredCommentIds: readonly string[]
  /** Units that keep the ranking a draft (isUnsettled). */
  unsettledUnitIds: readonly string[]
}

/** One act of the chair, in deliberation, on exactly what was seen, with every comment answered (domain.md, "Comments on drafts"). */
export function mayFreeze(facts: FinalizeFacts): { ok: true } | { ok: false; refusal: FinalizeRefusal } {
  if (facts.season.phase !== 'deliberation')
    return { ok: false, refusal: { reason: 'season-not-in-deliberation' } }
  if (facts.revision !== facts.seenRevision) return { ok: false, refusal: { reason: 'ranking-changed' } }
  if (facts.unsettledUnitIds.length > 0)
    return { ok: false, refusal: { reason: 'assessments-unsettled', unitIds: [...facts.unsettledUnitIds] } }
  if (facts.unansweredCommentIds.length > 0)
    return {
      ok: false,
      refusal: { reason: 'comments-unanswered', commentIds: [...facts.unansweredCommentIds] },
    }
  return { ok: true }
}
