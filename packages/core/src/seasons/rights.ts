import { appraisesIn, isOpenToAppraisal } from '../appraisals/policy.ts'
import { speaksForUnit } from '../assessments/policy.ts'
import { type Actor, actsAs, isInForce } from '../people/actor.ts'
import { mayAnswerComment, mayComment, mayFinalize } from '../rankings/policy.ts'
import { mayRunSeason, maySeeRanking, maySeeSeason, seesEveryUnit } from './policy.ts'
import { hasReached, type SeasonFacts } from './season.ts'

/** What one can see or do in a season, in the order in which a year goes. */
export const rights = [
  'seesSeason',
  'fillsIn',
  'signsOff',
  'seesEveryUnit',
  'appraises',
  'seesRanking',
  'comments',
  'answersComments',
  'runsSeason',
  'finalizes',
] as const
export type Right = (typeof rights)[number]
/** `later`: the role has it, in another phase. */
export type RightState = 'now' | 'later' | 'never'

const present = (actor: Actor, season: SeasonFacts): Record<Right, boolean> => {
  const ofOwnUnit = { seasonId: season.id, unitId: actor.mandate?.unitId ?? '' }
  const isFilledIn = season.phase === 'open' || season.phase === 'appraisal'
  const isDraft = !hasReached(season.phase, 'finalized')
  const speaks = speaksForUnit(actor, ofOwnUnit)
  return {
    seesSeason: maySeeSeason(actor, season),
    fillsIn: speaks && isFilledIn,
    signsOff: speaks && isFilledIn && actsAs(actor, 'leader'),
    seesEveryUnit: seesEveryUnit(actor, season),
    appraises: appraisesIn(actor, season) && isOpenToAppraisal(season),
    seesRanking: maySeeRanking(actor, season),
    comments: isDraft && mayComment(actor, season),
    answersComments: isDraft && mayAnswerComment(actor, season),
    runsSeason: mayRunSeason(actor, season) && isDraft,
    finalizes: mayFinalize(actor, season) && season.phase === 'deliberation',
  }
}

/**
 * What an actor can see and do in a season on a day (ISO date): the very policies that refuse, asked one by one
 * (screens.md 9, "what can this person see now?"). A mandate out of force opens nothing.
 */
export function rightsIn(actor: Actor, season: SeasonFacts, day: string): Record<Right, RightState> {
  const isActing = actor.mandate !== null && isInForce(actor.mandate, day)
  const now = present(actor, season)
  const later = (right: Right) =>
    (['preparing', 'open', 'appraisal', 'deliberation'] as const).some(
      (phase) => present(actor, { ...season, phase })[right],
    )
  const stateOf = (right: Right): RightState => {
    if (!isActing) return 'never'
    if (now[right]) return 'now'
    return hasReached(season.phase, 'finalized') || !later(right) ? 'never' : 'later'
  }
  return Object.fromEntries(rights.map((right) => [right, stateOf(right)])) as Record<Right, RightState>
}
