import type { RowState } from './pending.ts'
import type { SheetRow } from './use-sheet.ts'

/** What a row's state cell says. */
export type RowStatus = 'saved' | 'saving' | 'empty' | Exclude<RowState, 'typed' | 'saving'>

/** How far a row is: what waits or fails comes before what is stored. */
export function statusOf({ pending, isAnswered, stored }: SheetRow): RowStatus {
  if (pending !== null) return pending.state === 'typed' ? 'saving' : pending.state
  return isAnswered || (stored !== undefined && stored.note !== '') ? 'saved' : 'empty'
}

/** Why a row is to be looked at again, or null. */
export function reviewOf(
  row: SheetRow,
): 'conflict' | 'unread' | 'refused' | 'incomplete' | 'target' | 'evidence' | null {
  const status = statusOf(row)
  if (status === 'conflict' || status === 'unread' || status === 'refused' || status === 'incomplete') {
    return status
  }
  if (isUnexplained(row)) return 'target'
  return row.lacksEvidence ? 'evidence' : null
}

/** Whether a row reports against another target than the registered one and nobody has said why. */
export function isUnexplained({ change }: SheetRow): boolean {
  return change !== null && change.reason === undefined
}

/** How many of these rows are answered. */
export function answeredAmong(rows: readonly SheetRow[]): number {
  return rows.filter(({ isAnswered }) => isAnswered).length
}
