import { type ApiProblem, createClient } from '@bangvang/contract/client'
import type { Endpoint, Input, Output } from '@bangvang/contract/endpoint'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

/** Calls any endpoint; every refusal is an ApiProblem, a dead network a TypeError. */
export const call = createClient((url, init) => fetch(url, init))

/** The room of an endpoint: '/api/seasons/:id/board' is of seasons. */
export const roomOf = (endpoint: Endpoint): string => endpoint.path.split('/')[2] ?? ''

/** A read for useSuspenseQuery; its key is the endpoint's room, path and input. */
export const read = <E extends Endpoint & { method: 'GET' }>(endpoint: E, input: Input<E>) =>
  queryOptions<Output<E>, ApiProblem | TypeError>({
    queryKey: [roomOf(endpoint), endpoint.path, input],
    queryFn: ({ signal }) => call(endpoint, input, signal),
  })

/** A write; afterwards its own room is read again, and the rooms named beside it. */
export function useWrite<E extends Endpoint>(endpoint: E, alsoRooms: readonly string[] = []) {
  const cache = useQueryClient()
  return useMutation<Output<E>, ApiProblem | TypeError, Input<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: () =>
      Promise.all(
        [roomOf(endpoint), ...alsoRooms].map((room) => cache.invalidateQueries({ queryKey: [room] })),
      ),
  })
}
