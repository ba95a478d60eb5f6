import type { Head } from './document.ts'
import { inCapitals, ruleUnder, sizes } from './layout.ts'
import { words } from './words.ts'
import { longDay } from './written.ts'

/** A head as it is set: its lines of text, and the length in millimetres of each rule under one. */
export type HeadWords = {
  parent: string | null
  issuer: string
  issuerRule: number
  nationalTitle: string
  motto: string
  mottoRule: number
  symbol: string | null
  placed: string | null
  name: string
  subject: string | null
  subjectRule: number
  addressees: readonly string[]
}

/** The lines of a head (Decree 30/2020, annex I, part II). `column` is the width of the issuer's column in millimetres. */
export function headWords(head: Head, column: { issuer: number; text: number }): HeadWords {
  const issuer = inCapitals(head.issuer.name)
  const { symbol, placed } = head
  return {
    parent: head.issuer.parent === null ? null : inCapitals(head.issuer.parent),
    issuer,
    issuerRule: ruleUnder(issuer, sizes.issuer, column.issuer),
    nationalTitle: words.nationalTitle,
    motto: words.motto,
    // The motto's rule is as long as the motto: 27 letters of the bold face, half their size wide on the average.
    mottoRule: 58,
    symbol: symbol === null ? null : `${words.number} ${symbol.startsWith('/') ? `      ${symbol}` : symbol}`,
    placed: placed === null ? null : `${placed.place}, ${longDay(placed.day)}`,
    name: inCapitals(head.name),
    subject: head.subject,
    subjectRule: ruleUnder(head.subject ?? '', sizes.name * 0.75, column.text / 2),
    addressees: head.addressees,
  }
}
