import './meetings.css'
import type { MeetingView } from '@bangvang/contract/meetings'
import type { ReactNode } from 'react'
import { Route, Switch, useParams } from 'wouter'
import { MeetingPage } from './meeting-page.tsx'
import { MeetingsPage } from './meetings-page.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { ProjectorPage } from './projector-page.tsx'

export type VotesOf = (props: { meeting: MeetingView; itemId: string }) => ReactNode
/** The vote on the wall: the ballots' picture of it. */
export type WallVoteOf = React.ComponentProps<typeof ProjectorPage>['voteOf']

/** /seasons/:seasonId/meetings and what lies under it; votes are another room's pictures, handed in. */
export function MeetingRoutes({ votesOf, voteOf }: { votesOf: VotesOf; voteOf: WallVoteOf }) {
  const { seasonId = '' } = useParams<{ seasonId: string }>()
  const base = '/seasons/:seasonId/meetings'
  return (
    <Switch>
      <Route path={base}>
        <MeetingsPage seasonId={seasonId} />
      </Route>
      <Route path={`${base}/:meetingId`}>
        {({ meetingId }) => (
          <MeetingPage key={meetingId} seasonId={seasonId} meetingId={meetingId} votesOf={votesOf} />
        )}
      </Route>
      <Route path={`${base}/:meetingId/projector`}>
        {({ meetingId }) => (
          <ProjectorPage key={meetingId} seasonId={seasonId} meetingId={meetingId} voteOf={voteOf} />
        )}
      </Route>
      <Route path={`${base}/:meetingId/minutes`}>
        {({ meetingId }) => <MinutesPage key={meetingId} seasonId={seasonId} meetingId={meetingId} />}
      </Route>
    </Switch>
  )
}
