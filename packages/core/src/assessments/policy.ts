import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason, seesEveryUnit } from '../seasons/policy.ts'
import { hasReached, type SeasonFacts } from '../seasons/season.ts'

export const assessmentStatuses = ['draft', 'awaitingSignOff', 'submitted', 'returned'] as const
export type AssessmentStatus = (typeof assessmentStatuses)[number]

/** What a policy needs to know of one unit's assessment. */
export type AssessmentFacts = { seasonId: string; unitId: string; status: AssessmentStatus }

/** The unit's own delegate or leader. */
export function speaksForUnit(
  actor: Actor | null,
  assessment: Pick<AssessmentFacts, 'seasonId' | 'unitId'>,
): boolean {
  return (
    actsInSeason(actor, assessment.seasonId, 'delegate', 'leader') &&
    actor?.mandate?.unitId === assessment.unitId
  )
}

/** The unit itself always; the others what was submitted, as far as they see every unit. */
export function maySeeAssessment(
  actor: Actor | null,
  season: SeasonFacts,
  assessment: AssessmentFacts,
): boolean {
  if (speaksForUnit(actor, assessment)) return true
  return seesEveryUnit(actor, season) && !actsAs(actor, 'administrator')
}

/** Only the unit's delegate or leader fills in (domain.md, "Who uses it"). */
export function mayFillIn(
  actor: Actor | null,
  assessment: Pick<AssessmentFacts, 'seasonId' | 'unitId'>,
): boolean {
  return speaksForUnit(actor, assessment)
}

/** Answers change while the unit works on them: in the open season, or returned for revision during appraisal. */
export function isOpenToAnswers(season: Pick<SeasonFacts, 'phase'>, status: AssessmentStatus): boolean {
  if (status === 'returned') return season.phase === 'open' || season.phase === 'appraisal'
  return status === 'draft' && season.phase === 'open'
}

/** The unit's leader alone signs off (domain.md, "unit leader"). */
export function maySignOff(
  actor: Actor | null,
  assessment: Pick<AssessmentFacts, 'seasonId' | 'unitId'>,
): boolean {
  return speaksForUnit(actor, assessment) && actsAs(actor, 'leader')
}

/** Whoever prepares or appraises may return a submission, never that of their own unit. */
export function mayReturn(
  actor: Actor | null,
  assessment: Pick<AssessmentFacts, 'seasonId' | 'unitId'>,
): boolean {
  return (
    actsInSeason(actor, assessment.seasonId, 'chair', 'viceChair', 'secretary', 'appraiser') &&
    actor?.mandate?.unitId !== assessment.unitId
  )
}

/** A submission can be returned until deliberation opens. */
export function isOpenToReturn(season: Pick<SeasonFacts, 'phase'>): boolean {
  return hasReached(season.phase, 'open') && !hasReached(season.phase, 'deliberation')
}
