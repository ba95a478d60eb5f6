import type { Actor } from '../people/actor.ts'
import { actsInSeason } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'

type Season = Pick<SeasonFacts, 'id' | 'phase'>

/** Chair and secretary set what awards there are and propose units (issue 4, "Awards"). */
export function mayProposeAwards(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return actsInSeason(actor, season.id, 'chair', 'secretary')
}

/** The chair alone records what became of a proposal. */
export function mayDecideAwards(actor: Actor | null, season: Pick<SeasonFacts, 'id'>): boolean {
  return actsInSeason(actor, season.id, 'chair')
}

/** Awards are proposed from the draft ranking of the deliberation on, until the season is archived (domain.md "The season"). */
export function isOpenToAwards(season: Pick<Season, 'phase'>): boolean {
  return season.phase === 'deliberation' || season.phase === 'finalized'
}
