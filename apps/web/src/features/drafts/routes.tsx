import '../../ui/basis.css'
import './desk.css'
import './page.css'
import './margin.css'
import './lists.css'
import { Route, Switch } from 'wouter'
import { useSession } from '../../lib/actor.tsx'
import { DeskPage } from './desk-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { DraftsPage } from './drafts-page.tsx'

/** The drafts' pages; another draft, person or mandate starts afresh, so that nobody's typing is taken for another's. */
export function Routes() {
  const { person, mandate } = useSession()
  return (
    <Switch>
      <Route path="/drafts">
        <DeskPage />
      </Route>
      <Route path="/seasons/:seasonId/drafts">{({ seasonId }) => <DraftsPage seasonId={seasonId} />}</Route>
      <Route path="/seasons/:seasonId/drafts/:draftId">
        {({ seasonId, draftId }) => (
          <DraftPage key={`${person?.id} ${mandate?.id} ${draftId}`} seasonId={seasonId} draftId={draftId} />
        )}
      </Route>
    </Switch>
  )
}
