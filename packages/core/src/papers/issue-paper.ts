import type { Phase } from '../seasons/season.ts'
import { isNumbered, type PaperKind } from './paper.ts'

export type IssueRefusal =
  | { reason: 'paper-not-issuable' }
  | { reason: 'season-closed' }
  | { reason: 'paper-not-final' }
  | { reason: 'paper-issued' }

export type IssueFacts = {
  kind: PaperKind
  phase: Phase
  /** Whether what it is made from can no longer change; else it is DỰ THẢO (issue 4, "Refusals"). */
  isFinal: boolean
  /** How often this paper was issued, now and as the chair saw it. */
  editions: number
  seen: number
}

/** A paper is issued once what it tells is final, until the season is handed over; again only by one who knows of the earlier issue. `edition` counts from 1. */
export function issuePaper({
  kind,
  phase,
  isFinal,
  editions,
  seen,
}: IssueFacts): { ok: true; edition: number } | { ok: false; refusal: IssueRefusal } {
  if (!isNumbered(kind)) return { ok: false, refusal: { reason: 'paper-not-issuable' } }
  if (phase === 'archived') return { ok: false, refusal: { reason: 'season-closed' } }
  if (!isFinal) return { ok: false, refusal: { reason: 'paper-not-final' } }
  if (editions !== seen) return { ok: false, refusal: { reason: 'paper-issued' } }
  return { ok: true, edition: editions + 1 }
}
