import './pacts.css'
import { useParams } from 'wouter'
import { PactPage } from './pact-page.tsx'

/** /seasons/:seasonId/pact */
export function Routes() {
  const { seasonId = '' } = useParams<{ seasonId: string }>()
  return <PactPage key={seasonId} seasonId={seasonId} />
}
