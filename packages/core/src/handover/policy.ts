import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason } from '../seasons/policy.ts'
import { hasReached, type SeasonFacts } from '../seasons/season.ts'

/** Chair, secretary and reviewer take a season over, once it is finalized (issue 4, "Handover"). */
export function mayTakeOver(actor: Actor | null, season: Pick<SeasonFacts, 'id' | 'phase'>): boolean {
  if (!hasReached(season.phase, 'finalized')) return false
  return actsAs(actor, 'reviewer') || actsInSeason(actor, season.id, 'chair', 'secretary')
}
