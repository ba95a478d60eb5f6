import { lazy, Suspense } from 'react'
import { PublicRoutes } from '../features/rankings/public-routes.tsx'

// Loaded after the board of honour itself, which the first visit waits for.
const PublicAwards = lazy(async () => ({
  default: (await import('../features/awards/public-awards.tsx')).PublicAwards,
}))

/** What everyone may read of a final ranking, with the awards it led to, put together here. */
export function Routes() {
  return (
    <PublicRoutes
      more={(seasonId) => (
        <Suspense fallback={null}>
          <PublicAwards seasonId={seasonId} />
        </Suspense>
      )}
    />
  )
}
