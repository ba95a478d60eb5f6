import type { DraftView } from '@bangvang/contract/drafts'
import { createContext, type Dispatch, use } from 'react'
import type { DeskAct } from './desk-state.ts'
import type { DraftCache } from './use-draft-cache.ts'

export type Person = { mandateId: string; name: string; unitName: string | null }
/** What every part of a draft's page needs to know. */
export type Desk = {
  draft: DraftView
  cache: DraftCache
  /** Names a part in a sentence; null is the whole draft. */
  cite: (nodeId: string | null) => string
  /** Who can be mentioned: those who were asked. */
  people: readonly Person[]
  mayComment: boolean
  mayAnswer: boolean
  /** The comments and replies that came since the reader last looked, by comment. */
  fresh: ReadonlySet<string>
}

/** What never changes while the page is open: a thousand threads at rest are not drawn again when a word is. */
export type DeskFloor = { dispatch: Dispatch<DeskAct>; unitName: (unitId: string) => string }

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider
const FloorContext = createContext<DeskFloor | null>(null)
export const FloorProvider = FloorContext.Provider

/** The desk that the component stands on. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('no desk around this component')
  return desk
}

/** The acts and names that every thread uses. */
export function useFloor(): DeskFloor {
  const floor = use(FloorContext)
  if (floor === null) throw new Error('no desk around this component')
  return floor
}
