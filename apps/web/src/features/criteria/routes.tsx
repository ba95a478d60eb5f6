import './criteria.css'
import './editor.css'
import '../../ui/explanation.css'
import { Route, Switch } from 'wouter'
import { useSession } from '../../lib/actor.tsx'
import { ComparePage } from './compare-page.tsx'
import { CorrectionsPage } from './corrections-page.tsx'
import { EditorPage } from './editor-page.tsx'
import { ImpactPage } from './impact-page.tsx'
import { VersionsPage } from './versions-page.tsx'

/** The criteria's pages; another draft, person or mandate starts afresh. */
export function Routes() {
  const { person, mandate } = useSession()
  return (
    <Switch>
      <Route path="/seasons/:seasonId/criteria/versions">
        {({ seasonId }) => <VersionsPage key={seasonId} seasonId={seasonId} />}
      </Route>
      <Route path="/seasons/:seasonId/criteria/compare">
        {({ seasonId }) => <ComparePage key={seasonId} seasonId={seasonId} />}
      </Route>
      <Route path="/seasons/:seasonId/criteria/corrections">
        {({ seasonId }) => <CorrectionsPage key={seasonId} seasonId={seasonId} />}
      </Route>
      <Route path="/seasons/:seasonId/drafts/:draftId/criteria">
        {({ draftId }) => <EditorPage key={`${person?.id} ${mandate?.id} ${draftId}`} draftId={draftId} />}
      </Route>
      <Route path="/seasons/:seasonId/drafts/:draftId/impact">
        {({ seasonId, draftId }) => <ImpactPage key={draftId} seasonId={seasonId} draftId={draftId} />}
      </Route>
    </Switch>
  )
}
