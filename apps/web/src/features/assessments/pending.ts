import type { AnswerView } from '@bangvang/contract/assessments'
import type { ProblemCode } from '@bangvang/contract/problem'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { Reading, Typed } from './grid-model.ts'
import type { Outbox } from './outbox.ts'

export type RowState =
  | 'typed'
  | 'saving'
  | 'offline'
  | 'signedOut'
  | 'incomplete'
  | 'unread'
  | 'refused'
  | 'conflict'

/** One row that the server has not acknowledged. */
export type PendingRow = {
  typed: Typed
  /** The stored version it was typed over. */
  version: number
  typedAt: Date
  state: RowState
  /** Why the server refused; null unless `refused`. */
  problem: ProblemCode | null
  /** What someone else stored meanwhile; null unless `conflict` (and null there too where it was taken out). */
  theirs: AnswerView | null
}
export type SaverSnapshot = {
  rows: ReadonlyMap<string, PendingRow>
  /** Since when the network is dead; null while it is not. */
  offlineSince: Date | null
  /** Whether this browser keeps typing over a reload. */
  isKept: boolean
}

export type Change = { criterionCode: string; answer: Answer | null; note: string; version: number }
export type SaverPorts = {
  outbox: Outbox
  read: (criterionCode: string, typed: Typed) => Reading
  send: (change: Change) => Promise<AnswerView>
  /** Whether the session is still that of the person who types; asked before anything is sent. */
  isOwnSession: () => Promise<boolean>
  /** The newest stored answer known here. */
  storedAt: (criterionCode: string) => AnswerView | undefined
  onSaved: (view: AnswerView) => Promise<void>
  now: () => Date
}

/** The answer that stands now, as a lost race's problem carries it; null where there is none. */
export function storedNow(current: unknown): AnswerView | null {
  if (typeof current !== 'object' || current === null || !('criterionCode' in current)) return null
  const stored = current as Omit<AnswerView, 'updatedAt'> & { updatedAt: string }
  return { ...stored, updatedAt: new Date(stored.updatedAt) }
}
