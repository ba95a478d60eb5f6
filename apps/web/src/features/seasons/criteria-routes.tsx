import './seasons.css'
import { useParams } from 'wouter'
import { CriteriaPage } from './criteria-page.tsx'

/** /seasons/:seasonId/criteria, for everyone */
export function Routes() {
  const { seasonId = '' } = useParams<{ seasonId: string }>()
  return <CriteriaPage key={seasonId} seasonId={seasonId} />
}
