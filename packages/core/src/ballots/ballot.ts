/** `prepared → open → closed`; a closed round without a decision may be followed by another; a slip is cancelled with a reason. */
export const ballotStatuses = ['prepared', 'open', 'closed', 'cancelled'] as const
export type BallotStatus = (typeof ballotStatuses)[number]

/** On one's own device, entered by the secretary from a show of hands, or a written opinion of an absent member. */
export const voteSources = ['own', 'hand', 'written'] as const
export type VoteSource = (typeof voteSources)[number]
