import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'

/**
 * Appraisers correct and override; the vice-chair appraises the chair's own unit; nobody appraises the unit
 * their mandate is of, so the chair never appraises itself (domain.md, "Who uses it").
 */
export function mayAppraise(actor: Actor | null, season: SeasonFacts, unitId: string): boolean {
  if (!actsInSeason(actor, season.id, 'appraiser', 'viceChair') || actor?.mandate?.unitId === unitId)
    return false
  if (actsAs(actor, 'viceChair')) return unitId === season.chairUnitId
  return true
}

/** Whether the actor appraises any unit of the season at all: another role's act is refused by role. */
export function appraisesIn(actor: Actor | null, season: SeasonFacts): boolean {
  return actsInSeason(actor, season.id, 'appraiser', 'viceChair')
}

/** Points are appraised from the opening of appraisal until the ranking is finalized. */
export function isOpenToAppraisal(season: Pick<SeasonFacts, 'phase'>): boolean {
  return season.phase === 'appraisal' || season.phase === 'deliberation'
}
