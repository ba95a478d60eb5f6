import { type Actor, actsAs } from '../people/actor.ts'
import { seesEveryUnit } from '../seasons/policy.ts'
import { hasReached, type SeasonFacts } from '../seasons/season.ts'

/**
 * Whether an actor reads a cluster's adopted criteria, old ones too: every mandate of one of its seasons, the reviewer
 * and the administrator (domain.md "Who uses it"). What is in force in an open season is public beside.
 */
export function mayReadVersions(actor: Actor | null, seasonIds: readonly string[]): boolean {
  if (actsAs(actor, 'reviewer', 'administrator')) return true
  return actor?.mandate?.seasonId != null && seasonIds.includes(actor.mandate.seasonId)
}

/**
 * Whether an actor may see a past season's units scored again: whoever sees what every unit submitted in it, and, once
 * its ranking is final and published with all it was made from, everyone (domain.md "Criteria versions": impact).
 */
export function maySeeRescored(actor: Actor | null, season: Pick<SeasonFacts, 'id' | 'phase'>): boolean {
  return hasReached(season.phase, 'finalized') || seesEveryUnit(actor, season)
}
