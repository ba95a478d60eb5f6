import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'
import { useSession } from '../lib/actor.tsx'
import { useLoadedWords } from '../lib/words.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { Loading } from '../ui/loading.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { type Room, rooms } from './rooms.ts'

const PublicFrame = lazy(async () => ({ default: (await import('./public-frame.tsx')).PublicFrame }))
const Shell = lazy(async () => ({ default: (await import('./shell.tsx')).Shell }))

function RoomPages({ room }: { room: Room }) {
  useLoadedWords(room.words)
  return <room.Routes />
}

function Pages({ room }: { room: Room | null }) {
  return (
    <PageBoundary>
      <Suspense fallback={<Loading />}>
        {room === null ? <ErrorPage kind="notFound" /> : <RoomPages room={room} />}
      </Suspense>
    </PageBoundary>
  )
}

function Framed({ room }: { room: Room | null }) {
  const { person } = useSession()
  const [path] = useLocation()
  const search = useSearch()
  if (room?.frame === 'gate') return <Pages room={room} />
  if (person === null) {
    const here = path + (search === '' ? '' : `?${search}`) + window.location.hash
    if (room?.access === 'signed-in')
      return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`} replace />
    return (
      <Suspense fallback={<Loading />}>
        <PublicFrame>
          <Pages room={room} />
        </PublicFrame>
      </Suspense>
    )
  }
  if (person.mustChangePassword && path !== '/account') return <Redirect to="/account" replace />
  if (room?.frame === 'wall')
    return (
      <main id="main" tabIndex={-1}>
        <Pages room={room} />
      </main>
    )
  return (
    <Suspense fallback={<Loading />}>
      <Shell isAdmin={room?.frame === 'admin'}>
        <Pages room={room} />
      </Shell>
    </Suspense>
  )
}

/** Which page stands at the present address, in its frame, or that there is none. */
export function Router() {
  return (
    <Switch>
      {rooms.flatMap((room) =>
        room.paths.map((path) => (
          <Route key={path} path={path}>
            <Framed room={room} />
          </Route>
        )),
      )}
      <Route>
        <Framed room={null} />
      </Route>
    </Switch>
  )
}
