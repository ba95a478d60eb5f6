import './seasons.css'
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { SeasonPage } from './season-page.tsx'

/** /seasons/:seasonId */
export function SeasonRoutes({ more }: { more: (seasonId: string) => ReactNode }) {
  const { seasonId = '' } = useParams<{ seasonId: string }>()
  return <SeasonPage key={seasonId} seasonId={seasonId} more={more(seasonId)} />
}
