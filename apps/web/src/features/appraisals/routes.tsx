import './board.css'
import './heat.css'
import './panel.css'
import '../../ui/explanation.css'
import { Route } from 'wouter'
import { BoardPage } from './board-page.tsx'

/** The board; another season starts afresh. */
export function Routes() {
  return (
    <Route path="/seasons/:seasonId/board">
      {({ seasonId }) => <BoardPage key={seasonId} seasonId={seasonId} />}
    </Route>
  )
}
