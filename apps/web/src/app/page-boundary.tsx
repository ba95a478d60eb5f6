import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../lib/actor.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'

/** What a page cannot show is told in its place; another page or another mandate starts afresh. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  const [path] = useLocation()
  const { person, mandate, now } = useSession()
  return (
    <ErrorBoundary resetKey={[path, person?.id, mandate?.id, now].join(' ')} onRetry={reset}>
      {children}
    </ErrorBoundary>
  )
}
