import type { VoteSource } from './ballot.ts'
import type { Ballot, Turnout } from './question.ts'

/** A stored vote; `choice` null is invalid. */
export type StoredVote = { unitId: string; source: VoteSource; choice: Ballot | null }

export type TurnoutFacts = {
  memberIds: readonly string[]
  /** Units that are there now, in person or by a substitute. */
  presentIds: readonly string[]
  votes: readonly StoredVote[]
  round: number
}

/**
 * The turnout of a round as it stands (tally.md "The turnout"). A written opinion counts its member as absent, even where it
 * arrives later; who voted and left counts as having been there. So no ballot is ever more than there were voters.
 */
export function turnoutOf({ memberIds, presentIds, votes, round }: TurnoutFacts): Turnout {
  const ofMembers = votes.filter(({ unitId }) => memberIds.includes(unitId))
  const written = new Set(ofMembers.filter(({ source }) => source === 'written').map(({ unitId }) => unitId))
  const voted = new Set(ofMembers.map(({ unitId }) => unitId))
  const present = memberIds.filter((id) => !written.has(id) && (presentIds.includes(id) || voted.has(id)))
  const ballots = ofMembers.flatMap(({ choice }) => (choice === null ? [] : [choice]))
  return {
    members: memberIds.length,
    present: present.length,
    written: written.size,
    invalid: ofMembers.length - ballots.length,
    ballots,
    round,
  }
}
