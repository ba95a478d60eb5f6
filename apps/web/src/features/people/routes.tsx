import './people.css'
import { Route, Switch } from 'wouter'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'

/** /admin/people and /admin/people/:personId */
export function Routes() {
  return (
    <Switch>
      <Route path="/admin/people/:personId">
        {({ personId }) => <PersonPage key={personId} personId={personId} />}
      </Route>
      <Route>
        <PeoplePage />
      </Route>
    </Switch>
  )
}
