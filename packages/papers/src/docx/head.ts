import { HeadingLevel, Paragraph, type Table } from 'docx'
import type { Head, Orientation } from '../document.ts'
import { type HeadWords, headWords } from '../head-words.ts'
import { firstLine, issuerShare, pageOf, sizes } from '../layout.ts'
import { twips } from '../size.ts'
import { words } from '../words.ts'
import { frame, rule } from './frame.ts'
import { textRuns } from './runs.ts'
import { halves } from './styles.ts'

type Face = { bold?: boolean; italic?: boolean; size: number }

const line = (text: string, { size, ...face }: Face): Paragraph =>
  new Paragraph({ style: 'HeadLine', children: textRuns(text, { ...face, size: halves(size) }) })

function sides(said: HeadWords, issuer: number, national: number): Table {
  const left = [
    ...(said.parent === null ? [] : [line(said.parent, { size: sizes.issuer })]),
    line(said.issuer, { size: sizes.issuer, bold: true }),
    rule(said.issuerRule, issuer),
  ]
  const right = [
    line(said.nationalTitle, { size: sizes.nationalTitle, bold: true }),
    line(said.motto, { size: sizes.motto, bold: true }),
    rule(said.mottoRule, national),
  ]
  const under = [
    said.symbol === null ? [] : [line(said.symbol, { size: sizes.symbol })],
    said.placed === null ? [] : [line(said.placed, { size: sizes.placed, italic: true })],
  ]
  return frame({ widths: [issuer, national], rows: [[left, right], under] })
}

function addressees(said: HeadWords, width: number): Table[] {
  if (said.addressees.length === 0) return []
  const several = said.addressees.length > 1
  const indent = firstLine * 2
  const label = 24
  const named = said.addressees.map(
    (one) =>
      new Paragraph({
        style: 'Recipient',
        children: textRuns(several ? `- ${one}` : one, { size: halves(sizes.text) }),
      }),
  )
  const called = new Paragraph({
    style: 'Recipient',
    children: textRuns(words.addressees, { size: halves(sizes.text) }),
  })
  return [frame({ widths: [indent, label, width - indent - label], rows: [[[], [called], named]] })]
}

/** The head of a paper: issuer and national title side by side, number and place under them, the paper's name, its addressees. */
export function headOf(head: Head, orientation: Orientation): (Paragraph | Table)[] {
  const { text } = pageOf(orientation)
  const issuer = text * issuerShare[orientation]
  const said = headWords(head, { issuer, text })
  const gap = (before: number) =>
    new Paragraph({ style: 'HeadLine', spacing: { before, after: 0 }, children: [] })
  return [
    sides(said, issuer, text - issuer),
    new Paragraph({ heading: HeadingLevel.TITLE, spacing: { before: 280 }, children: textRuns(said.name) }),
    ...(said.subject === null
      ? []
      : [
          new Paragraph({
            style: 'HeadLine',
            children: textRuns(said.subject, { bold: true, size: halves(sizes.name) }),
          }),
          rule(said.subjectRule, text),
        ]),
    gap(60),
    ...addressees(said, text),
    ...(said.addressees.length > 0 ? [gap(60)] : []),
  ].filter((part) => part !== undefined)
}

/** The heading of an appendix, on a page of its own. */
export function appendixHead(label: string, title: string): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, indent: { left: twips(0) }, children: textRuns(label) }),
    new Paragraph({ style: 'Centered', children: textRuns(title, { bold: true }) }),
  ]
}
