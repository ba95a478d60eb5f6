import { ApiProblem } from '@bangvang/contract/client'
import { useSyncExternalStore } from 'react'

let isLost = false
const listeners = new Set<() => void>()

function set(value: boolean): void {
  if (isLost === value) return
  isLost = value
  for (const listener of listeners) listener()
}

/** Notes a refusal that says the session has ended; others pass. */
export function noteRefusal(error: unknown): void {
  if (error instanceof ApiProblem && error.code === 'not-signed-in') set(true)
}

/** After signing in again. */
export function noteSignedIn(): void {
  set(false)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the session ended while a page was open. */
export function useSessionLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost)
}
