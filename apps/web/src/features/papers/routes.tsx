import './papers.css'
import { useParams } from 'wouter'
import { PapersPage } from './papers-page.tsx'

/** /seasons/:seasonId/papers */
export function Routes() {
  const { seasonId = '' } = useParams<{ seasonId: string }>()
  return <PapersPage key={seasonId} seasonId={seasonId} />
}
