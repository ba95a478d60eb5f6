import type { SessionView } from '@bangvang/contract/session'
import type { Role } from '@bangvang/core/people/actor'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { sessionQuery } from './actor.tsx'
import { createCache } from './query.ts'

/** A session of the sample year's shape for tests: one person, one mandate, the season of 2020. */
export function sessionOf(role: Role, unit: { id: string; name: string } | null = null): SessionView {
  const mandate = {
    id: '00000000-0000-4000-8000-000000000002',
    role,
    seasonId: role === 'administrator' || role === 'reviewer' ? null : 'DBSH-2020',
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    startsOn: '2020-01-01',
    endsOn: null,
    paperNumber: null,
  }
  return {
    person: {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Nguyễn Thị Hạnh',
      email: 'hanh@haiduong.example',
      locale: 'vi',
      mustChangePassword: false,
    },
    mandate,
    mandates: [mandate],
    seasons: [
      {
        id: 'DBSH-2020',
        clusterName: { vi: 'Cụm Đồng bằng sông Hồng', en: 'Red River Delta cluster' },
        year: 2020,
        phase: 'open',
      },
    ],
    sampleAccounts: null,
    now: '2020-12-18T03:00:00.000Z',
  }
}

type At = { path?: string; session?: SessionView }

/** Renders a page at an address, with its session known; `history` lists where it went. */
export async function renderAt(page: ReactNode, { path = '/', session }: At = {}) {
  const cache = createCache()
  if (session !== undefined) cache.setQueryData(sessionQuery.queryKey, session)
  const location = memoryLocation({ path, record: true })
  const view = await act(async () =>
    render(
      <QueryClientProvider client={cache}>
        <Router hook={location.hook} searchHook={location.searchHook}>
          <ErrorBoundary resetKey="test" onRetry={() => undefined}>
            <Suspense fallback="…">{page}</Suspense>
          </ErrorBoundary>
        </Router>
      </QueryClientProvider>,
      { onCaughtError: () => undefined },
    ),
  )
  return { ...view, cache, history: location.history }
}
