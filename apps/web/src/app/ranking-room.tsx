import { Comments } from '../features/drafts/comments.tsx'
import { RankingRoutes } from '../features/rankings/routes.tsx'

/** The ranking with the comments on it: two rooms on one page, put together here. */
export function Routes() {
  return <RankingRoutes comments={(about) => <Comments {...about} />} />
}
