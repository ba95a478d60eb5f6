import type { Block, Closing, Head, Orientation, Paper, Signature } from './document.ts'

/** How a paper is issued: by whom, under which number, where and when, signed by whom, to whom it goes. */
export type Issue = {
  issuer: Head['issuer']
  /** "12/TB-CTĐ"; "/TB-CTĐ" while it has no number; null where the paper bears none. */
  symbol: string | null
  place: string
  /** ISO date, or null while it is not issued. */
  day: string | null
  signatures: readonly Signature[]
  /** Lines with their own ends: "Ban TĐKT Trung ương (báo cáo);", "Lưu: VT." */
  recipients: readonly string[]
  isDraft: boolean
  madeAt: Date
}

type Content = {
  name: string
  subject: string | null
  addressees?: readonly string[]
  orientation: Orientation
  blocks: readonly Block[]
  appendices?: Paper['appendices']
  signatures?: Closing['signatures']
}

/** A paper of this content, issued so. `signatures` of the content stand in place of the issue's. */
export function issued(content: Content, issue: Issue): Paper {
  const { issuer, symbol, place, day, recipients, isDraft, madeAt } = issue
  const { name, subject, addressees = [], orientation, blocks, appendices = [] } = content
  return {
    orientation,
    head: { issuer, symbol, placed: { place, day }, name, subject, addressees },
    blocks,
    closing: { signatures: content.signatures ?? issue.signatures, recipients },
    appendices,
    isDraft,
    madeAt,
  }
}
