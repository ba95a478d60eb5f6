import './stele.css'
import './roll.css'
import './ranking-narrow.css'
import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { PublicListPage, PublicRankingPage } from './public-page.tsx'

/** What everyone may read: the final rankings, each with what other rooms say of it below. */
export function PublicRoutes({ more }: { more: (seasonId: string) => ReactNode }) {
  return (
    <Switch>
      <Route path="/public/:seasonId">
        {({ seasonId }) => <PublicRankingPage seasonId={seasonId} more={more(seasonId)} />}
      </Route>
      <Route path="/public">
        <PublicListPage />
      </Route>
    </Switch>
  )
}
