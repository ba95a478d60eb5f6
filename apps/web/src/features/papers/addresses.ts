import type { MakeablePaperView } from '@bangvang/contract/papers'
import type { PaperFormat } from '@bangvang/core/papers/paper'

/** Where a paper is made from what stands now. */
export function makeAddress(
  seasonId: string,
  { kind, about }: MakeablePaperView,
  format: PaperFormat,
): string {
  const query = new URLSearchParams([['format', format], ...Object.entries(about)])
  return `/api/seasons/${encodeURIComponent(seasonId)}/papers/${kind}?${query}`
}

/** Where a file of an issued paper lies, for the season's people or for everyone. */
export const fileAddress = (paperId: string, format: PaperFormat, isPublic = false): string =>
  `/api/${isPublic ? 'public/' : ''}papers/${paperId}/${format}`
