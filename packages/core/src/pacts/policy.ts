import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason, maySeeSeason } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'

type Place = { seasonId: string; unitId: string }
type Season = Pick<SeasonFacts, 'id'>

/** Whoever is of the season, and the reviewer, may look at the pact: who has signed is no secret among the members. */
export function maySeePact(actor: Actor | null, season: Season): boolean {
  return maySeeSeason(actor, season) && !actsAs(actor, 'administrator')
}

/** What a unit registers is its own, and that of those who prepare the pact, until the pact is closed; then everyone's. */
export function maySeeRegistration(
  actor: Actor | null,
  season: Season & { isPactClosed: boolean },
  unitId: string,
): boolean {
  if (!maySeePact(actor, season)) return false
  if (season.isPactClosed || actsAs(actor, 'reviewer')) return true
  if (actsInSeason(actor, season.id, 'chair', 'viceChair', 'secretary', 'appraiser')) return true
  return mayRegister(actor, { seasonId: season.id, unitId })
}

/** The unit's own delegate or leader registers. */
export function mayRegister(actor: Actor | null, { seasonId, unitId }: Place): boolean {
  return actsInSeason(actor, seasonId, 'delegate', 'leader') && actor?.mandate?.unitId === unitId
}

/** The unit's leader alone signs, and opens again what is signed (domain.md, "unit leader"). */
export function maySignPact(actor: Actor | null, place: Place): boolean {
  return mayRegister(actor, place) && actsAs(actor, 'leader')
}

/** The chair closes the pact at the pact meeting. */
export function mayClosePact(actor: Actor | null, season: Season): boolean {
  return actsInSeason(actor, season.id, 'chair')
}

/** The pact is made while the season is prepared, by adopted criteria, until the chair closes it (domain.md "The season"). */
export function isOpenToRegistration(
  season: Pick<SeasonFacts, 'phase'> & { hasCriteria: boolean; isPactClosed: boolean },
): boolean {
  return season.phase === 'preparing' && season.hasCriteria && !season.isPactClosed
}
