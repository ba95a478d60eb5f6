/** A stretch of text in one face. A line feed in it begins a new line. */
export type Run = { text: string; bold?: boolean; italic?: boolean }
export type Words = string | readonly Run[]
export type Align = 'left' | 'center' | 'right'
export type Orientation = 'portrait' | 'landscape'

/** `words` are shown; `number` is their value as a decimal string, for a workbook. Spans count columns and rows. */
export type Cell = {
  words: Words
  number?: string
  align?: Align
  bold?: boolean
  italic?: boolean
  columns?: number
  rows?: number
}

/** `width` is a share of the text's width: the columns' widths are made to fill it. */
export type Column = { width: number; align: Align }
export type Row = { look: 'plain' | 'group' | 'total'; cells: readonly Cell[] }

/** `head` are the rows that every page repeats; `size` is in points; `name` tells the workbook's sheet. */
export type Table = {
  name: string
  columns: readonly Column[]
  head: readonly (readonly Cell[])[]
  rows: readonly Row[]
  size: number
}

export type Block =
  | { kind: 'paragraph'; words: Words; look?: 'body' | 'basis' | 'plain' | 'note' | 'centered' }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; look: 'chapter' | 'article' | 'part' }
  | { kind: 'list'; mark: ListMark; items: readonly Words[] }
  | { kind: 'table'; table: Table }

export type ListMark = 'dash' | 'number' | 'letter'

/** Decree 30/2020, annex I, part II: the parts of a document's head. Names are given as words, and set in capitals. */
export type Head = {
  issuer: { parent: string | null; name: string }
  /** "12/TB-CTĐ", or "/TB-CTĐ" while it has no number; null where the document bears none. */
  symbol: string | null
  /** The day is an ISO date, or null while it is not set; null for documents without a line of place and date. */
  placed: { place: string; day: string | null } | null
  name: string
  subject: string | null
  addressees: readonly string[]
}

/** `authority` are the lines in capitals over the name: "TM. CỤM THI ĐUA", "CỤM TRƯỞNG". */
export type Signature = { authority: readonly string[]; note: string | null; name: string | null }

/** One signature stands at the right with the recipients at its left; more stand side by side, the recipients below. */
export type Closing = { signatures: readonly Signature[]; recipients: readonly string[] }

/** What is attached, on pages of its own. */
export type Appendix = {
  label: string
  title: string
  orientation: Orientation
  blocks: readonly Block[]
}

/** A paper, written once and rendered as docx, pdf and xlsx. The same paper always makes the same bytes. */
export type Paper = {
  orientation: Orientation
  head: Head
  blocks: readonly Block[]
  closing: Closing
  appendices: readonly Appendix[]
  /** DỰ THẢO on every page. */
  isDraft: boolean
  /** The time the file says it was made; no clock is read. */
  madeAt: Date
}

// The letters of points in Vietnamese legal texts: their own alphabet, without ă, â, ê, ô, ơ, ư.
const letters = 'abcdđeghiklmnopqrstuvxy'

/** The mark before an item of a list, its place from 0: "-", "1.", "đ)". Past the alphabet: "y1)". */
export function markOf(mark: ListMark, place: number): string {
  switch (mark) {
    case 'dash':
      return '-'
    case 'number':
      return `${place + 1}.`
    case 'letter':
      return place < letters.length ? `${letters[place]})` : `y${place - letters.length + 1})`
  }
}

/** Words as runs; neighbours stay apart. */
export function runsOf(words: Words): readonly Run[] {
  return typeof words === 'string' ? [{ text: words }] : words
}

/** Signatures that stand side by side: where one has a note under its authority, all have its line. */
export function levelled(signatures: readonly Signature[]): Signature[] {
  const hasNote = signatures.some(({ note }) => note !== null)
  return signatures.map((one) => ({ ...one, note: one.note ?? (hasNote ? '\u00A0' : null) }))
}

/** Words without their faces. */
export const textOf = (words: Words): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('')

/** The document's title in a file's properties and a reader's window. */
export const titleOf = ({ name, subject }: Head): string => (subject === null ? name : `${name} ${subject}`)

/** Every table of a paper, in order, its appendices' last: the sheets of its workbook. */
export function tablesOf(paper: Paper): Table[] {
  return [paper, ...paper.appendices].flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  )
}
