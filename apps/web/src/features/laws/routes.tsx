import './laws.css'
import { Route, Switch } from 'wouter'
import { LawPage } from './law-page.tsx'
import { LawsPage } from './laws-page.tsx'

/** /laws and /laws/:lawId */
export function Routes() {
  return (
    <Switch>
      <Route path="/laws/:lawId">{({ lawId }) => <LawPage lawId={lawId} />}</Route>
      <Route>
        <LawsPage />
      </Route>
    </Switch>
  )
}
