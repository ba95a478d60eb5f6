import { actsAs } from '@bangvang/core/people/actor'
import { Suspense } from 'react'
import { AwardsSection } from '../features/awards/awards-section.tsx'
import { HandoverSection } from '../features/handover/handover-section.tsx'
import { PactSection } from '../features/pacts/pact-section.tsx'
import { PapersSection } from '../features/papers/papers-section.tsx'
import { SeasonRoutes } from '../features/seasons/routes.tsx'
import { useActor } from '../lib/actor.tsx'
import { Loading } from '../ui/loading.tsx'

function More({ seasonId }: { seasonId: string }) {
  const actor = useActor()
  if (actsAs(actor, 'administrator')) return null
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <PactSection seasonId={seasonId} />
      <AwardsSection seasonId={seasonId} />
      <PapersSection seasonId={seasonId} />
      <HandoverSection seasonId={seasonId} />
    </Suspense>
  )
}

/** The season's page with what other rooms show of it, put together here. */
export function Routes() {
  return <SeasonRoutes more={(seasonId) => <More seasonId={seasonId} />} />
}
