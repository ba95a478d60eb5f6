import { ApiProblem } from '@bangvang/contract/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { noteRefusal } from './session-lost.ts'

/** The cache of what the server said. A refusal is an answer: only a failed transport is asked again, once. */
export function createCache(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteRefusal }),
    mutationCache: new MutationCache({ onError: noteRefusal }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 1 && !(error instanceof ApiProblem),
        retryDelay: 400,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
