import './units.css'
import { Route, Switch } from 'wouter'
import { ClustersPage } from './clusters-page.tsx'
import { UnitsPage } from './units-page.tsx'

/** /admin/units and /admin/clusters */
export function Routes() {
  return (
    <Switch>
      <Route path="/admin/clusters">
        <ClustersPage />
      </Route>
      <Route>
        <UnitsPage />
      </Route>
    </Switch>
  )
}
