import './seasons.css'
import { useParams } from 'wouter'
import { SeasonPage } from './season-page.tsx'

/** /seasons/:seasonId */
export function Routes() {
  const { seasonId = '' } = useParams<{ seasonId: string }>()
  return <SeasonPage key={seasonId} seasonId={seasonId} />
}
