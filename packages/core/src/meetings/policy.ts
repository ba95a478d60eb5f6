import { type Actor, actsAs } from '../people/actor.ts'
import { actsInSeason, maySeeSeason } from '../seasons/policy.ts'
import type { MeetingFacts } from './meeting.ts'
import type { SignerPart } from './minutes.ts'

/** Every mandate of the season and the reviewer; the administrator sees no ballot, so no meeting (domain.md "Who uses it"). */
export function maySeeMeetings(actor: Actor | null, seasonId: string): boolean {
  return maySeeSeason(actor, { id: seasonId }) && !actsAs(actor, 'administrator')
}

/** The secretary prepares, the chair too; the vice-chair where the season has delegated it. */
export function mayPrepareMeetings(actor: Actor | null, seasonId: string): boolean {
  return actsInSeason(actor, seasonId, 'chair', 'viceChair', 'secretary')
}

type Officers = Pick<MeetingFacts, 'seasonId' | 'chairMandateId' | 'secretaryMandateId'>

/** The chair and the secretary of the season run a meeting, and whoever was named to chair it or to keep its minutes. */
export function mayRunMeeting(actor: Actor | null, meeting: Officers): boolean {
  if (actsInSeason(actor, meeting.seasonId, 'chair', 'secretary')) return true
  const own = actor?.mandate?.id
  return (
    actsInSeason(actor, meeting.seasonId, 'viceChair') &&
    (own === meeting.chairMandateId || own === meeting.secretaryMandateId)
  )
}

/** Which part of the minutes an actor signs: the one who chaired or kept them, or the season's chair or secretary in their stead. */
export function signsAs(actor: Actor | null, meeting: Officers): SignerPart | null {
  if (!mayRunMeeting(actor, meeting)) return null
  const own = actor?.mandate?.id
  if (own === meeting.chairMandateId) return 'chair'
  if (own === meeting.secretaryMandateId) return 'secretary'
  if (actsAs(actor, 'chair')) return 'chair'
  return actsAs(actor, 'secretary') ? 'secretary' : null
}

/** Approving, and deciding where the rules leave it to the chair, is the chair's act alone. */
export function actsAsChair(actor: Actor | null, meeting: Officers): boolean {
  return signsAs(actor, meeting) === 'chair' && actsAs(actor, 'chair', 'viceChair')
}

/** Everyone who is in the room speaks, guests by the secretary's hand. */
export function maySpeak(actor: Actor | null, seasonId: string): boolean {
  return maySeeMeetings(actor, seasonId)
}

/** The unit an actor comments and votes for: the delegate's or the leader's, a substitute's too; guests, reviewer and officers have none. */
export function memberUnitOf(actor: Actor | null, seasonId: string): string | null {
  return actsInSeason(actor, seasonId, 'delegate', 'leader') ? (actor?.mandate?.unitId ?? null) : null
}
