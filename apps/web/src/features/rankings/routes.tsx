import './stele.css'
import './roll.css'
import './ranking-side.css'
import './ranking-narrow.css'
import { Route } from 'wouter'
import { type CommentsSlot, RankingPage } from './ranking-page.tsx'

/** The ranking of a season, with the comments on it as the app places them. */
export function RankingRoutes({ comments }: { comments: CommentsSlot }) {
  return (
    <Route path="/seasons/:seasonId/ranking">
      {({ seasonId }) => <RankingPage key={seasonId} seasonId={seasonId} comments={comments} />}
    </Route>
  )
}
