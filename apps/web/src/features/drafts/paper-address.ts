import { addressOf } from '@bangvang/contract/client'
import type { DraftView } from '@bangvang/contract/drafts'
import { papers } from '@bangvang/contract/papers'
import type { PaperFormat } from '@bangvang/core/papers/paper'

/** Where a paper made of a draft is downloaded: its text, or the table of what was said of it. */
export function paperAddress(
  { id, seasonId }: Pick<DraftView, 'id' | 'seasonId'>,
  kind: 'comment-table' | 'regulation',
  format: PaperFormat,
): string {
  return addressOf(papers.make, { params: { seasonId, kind }, query: { draftId: id, format } })
}
