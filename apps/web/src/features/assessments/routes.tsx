import './sheet-frame.css'
import './grid.css'
import './cells.css'
import './totals.css'
import './sheet-parts.css'
import '../../ui/explanation.css'
import { Route, Switch } from 'wouter'
import { useSession } from '../../lib/actor.tsx'
import { AssessmentPage } from './assessment-page.tsx'
import { ProgressPage } from './progress-page.tsx'
import { SubmitPage } from './submit-page.tsx'

/** The self-assessment's pages; another person, mandate or unit starts afresh, so that nobody's typing is taken for another's. */
export function Routes() {
  const { person, mandate } = useSession()
  const whose = `${person?.id} ${mandate?.id}`
  return (
    <Switch>
      <Route path="/seasons/:seasonId/assessments/:unitId/submit">
        {(place) => <SubmitPage key={`${whose} ${place.seasonId} ${place.unitId}`} place={place} />}
      </Route>
      <Route path="/seasons/:seasonId/assessments/:unitId">
        {(place) => <AssessmentPage key={`${whose} ${place.seasonId} ${place.unitId}`} place={place} />}
      </Route>
      <Route path="/seasons/:seasonId/assessments">
        {({ seasonId }) => <ProgressPage seasonId={seasonId} />}
      </Route>
    </Switch>
  )
}
