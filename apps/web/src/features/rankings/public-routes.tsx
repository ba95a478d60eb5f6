import './stele.css'
import './roll.css'
import './ranking-narrow.css'
import { Route, Switch } from 'wouter'
import { PublicListPage, PublicRankingPage } from './public-page.tsx'

/** What everyone may read: the final rankings. */
export function Routes() {
  return (
    <Switch>
      <Route path="/public/:seasonId">{({ seasonId }) => <PublicRankingPage seasonId={seasonId} />}</Route>
      <Route path="/public">
        <PublicListPage />
      </Route>
    </Switch>
  )
}
