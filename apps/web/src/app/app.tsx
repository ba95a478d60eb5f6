import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSession } from '../lib/actor.tsx'
import { useSessionLost } from '../lib/session-lost.ts'
import { useLoadedWords } from '../lib/words.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { Loading } from '../ui/loading.tsx'
import { Router } from './router.tsx'

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

function Ready() {
  useLoadedWords(['shell'])
  const { person } = useSession()
  const isLost = useSessionLost()
  return (
    <>
      <Router />
      {isLost && person !== null ? (
        <Suspense fallback={null}>
          <SignInAgain person={person} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The whole product on screen, once it is known who is here and in which language. */
export function App() {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <ErrorBoundary resetKey="app" onRetry={reset}>
      <Suspense fallback={<Loading />}>
        <Ready />
      </Suspense>
    </ErrorBoundary>
  )
}
