import { type Actor, actsAs, type Role } from '../people/actor.ts'
import { hasReached, type SeasonFacts } from './season.ts'

/** Whether the actor's mandate is of this season, in one of these roles. */
export function actsInSeason(actor: Actor | null, seasonId: string, ...wanted: readonly Role[]): boolean {
  return actsAs(actor, ...wanted) && actor?.mandate?.seasonId === seasonId
}

/** Any mandate of the season may look into it; the reviewer reads everything; the administrator keeps it running. */
export function maySeeSeason(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  if (actsAs(actor, 'reviewer', 'administrator')) return true
  return actor?.mandate?.seasonId === season.id
}

/** Phases, deadlines, criteria and the ranking are the chair's acts; the vice-chair's when delegated by the chair's unit. */
export function mayRunSeason(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return actsInSeason(actor, season.id, 'chair')
}

/** Everyone sees the draft ranking from deliberation on; those who make it, and the reviewer, from appraisal on. */
export function maySeeRanking(actor: Actor | null, season: Pick<SeasonFacts, 'id' | 'phase'>): boolean {
  if (!maySeeSeason(actor, season) || actsAs(actor, 'administrator')) return false
  return hasReached(season.phase, seesEveryUnit(actor, season) ? 'appraisal' : 'deliberation')
}

/** Whether the actor sees what every unit submitted, or its own alone: the members' come open with deliberation. */
export function seesEveryUnit(actor: Actor | null, season: Pick<SeasonFacts, 'id' | 'phase'>): boolean {
  if (actsAs(actor, 'reviewer')) return true
  if (actsInSeason(actor, season.id, 'chair', 'viceChair', 'secretary', 'appraiser')) return true
  return (
    maySeeSeason(actor, season) && !actsAs(actor, 'administrator') && hasReached(season.phase, 'deliberation')
  )
}
