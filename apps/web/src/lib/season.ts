import type { SessionView } from '@bangvang/contract/session'
import { useRoute } from 'wouter'
import { useSession } from './actor.tsx'
import { kept } from './device.ts'

export type SeasonEntry = SessionView['seasons'][number]

/**
 * The season on screen: the address's, else the mandate's own, else the one this device looked at last, else the
 * latest year. Null where the mandate may look into none.
 */
export function useSeason(): SeasonEntry | null {
  const { seasons, mandate } = useSession()
  const [, params] = useRoute<{ seasonId: string }>('/seasons/:seasonId/*?')
  const wanted = [params?.seasonId, mandate?.seasonId, kept('season')]
  for (const id of wanted) {
    const found = seasons.find((season) => season.id === id)
    if (found !== undefined) return found
  }
  return [...seasons].sort((a, b) => b.year - a.year)[0] ?? null
}
