import { ItemBallots } from '../features/ballots/item-ballots.tsx'
import { WallVote } from '../features/ballots/wall-vote.tsx'
import { MeetingRoutes } from '../features/meetings/routes.tsx'

/** Meetings with the votes on their items: two rooms on one page, put together here. */
export function Routes() {
  return (
    <MeetingRoutes
      votesOf={(about) => <ItemBallots {...about} />}
      voteOf={(wall) => <WallVote wall={wall} />}
    />
  )
}
