import { type SessionView, session } from '@bangvang/contract/session'
import type { Actor } from '@bangvang/core/people/actor'
import { useSuspenseQuery } from '@tanstack/react-query'
import { read } from './api.ts'

/** The query of who is signed in; asked once, and again after whatever changes it. */
export const sessionQuery = { ...read(session.show, {}), staleTime: Number.POSITIVE_INFINITY }

/** Who is signed in, under which mandate. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data
}

/** The person acting, as core's policies take it; null where nobody is signed in. */
export function useActor(): Actor | null {
  const { person, mandate } = useSession()
  return person === null ? null : { personId: person.id, name: person.name, mandate }
}

/** The present instant by the server's clock, as the session told it. */
export function useNow(): Date {
  const { data, dataUpdatedAt } = useSuspenseQuery(sessionQuery)
  return new Date(Date.now() + (Date.parse(data.now) - dataUpdatedAt))
}
