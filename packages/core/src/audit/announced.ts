import type { Actor } from '../people/actor.ts'
import { seesEveryUnit } from '../seasons/policy.ts'
import type { SeasonFacts } from '../seasons/season.ts'

/** What an act of the journal is about, as the stream tells it. */
export type ToldAct = { aboutKind: string; aboutId: string }

/** Told to nobody: a secret ballot's voters must not be seen coming one by one. */
const unannounced: readonly string[] = ['secret-ballot']
/** Told to everyone who looks into the season: what it does together. */
const ofEveryone: readonly string[] = [
  'season',
  'criteria-version',
  'criteria-correction',
  'draft',
  'comment',
  'meeting',
  'ballot',
  'minutes',
  'pact',
  'award',
  'award-proposal',
  'paper',
]

/**
 * Whether an act may be told to an actor who looks into the season; its content never is (issue 4, point 2). What is about
 * one unit's answers and points is told to those who see every unit now, and to the unit itself: such an act's id begins
 * with the unit's.
 */
export function isAnnounced(
  act: ToldAct,
  actor: Actor | null,
  season: Pick<SeasonFacts, 'id' | 'phase'>,
): boolean {
  if (unannounced.includes(act.aboutKind)) return false
  if (ofEveryone.includes(act.aboutKind) || seesEveryUnit(actor, season)) return true
  const unitId = actor?.mandate?.unitId
  return unitId !== undefined && unitId !== null && act.aboutId.split(' ')[0] === unitId
}
