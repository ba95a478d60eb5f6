import { type ListNumber, listLabels } from './list-label.ts'
import { type Mark, readMark } from './recognize-mark.ts'

/** A paragraph of a Word document: its words, the name of its style, how Word numbers it; a row of a table is one, its cells apart by " | ". */
export type WordParagraph = {
  text: string
  style?: string | null
  numbering?: ListNumber | null
  isTable?: boolean
}
export type Line = { mark: Mark; style: string; isTable: boolean }

/** The lines of a document that hold words, each with what it begins with, the labels of automatic lists written out. */
export function linesOf(paragraphs: readonly WordParagraph[]): Line[] {
  const labelOf = listLabels()
  return paragraphs.flatMap(({ text, style, numbering, isTable = false }) => {
    const label = numbering ? labelOf(numbering) : ''
    return text
      .split(/[\n\v]/)
      .map(clean)
      .map((line, index) => (index === 0 && line !== '' ? labelled(line, label) : line))
      .filter((line) => /[\p{L}\p{N}]/u.test(line))
      .map((line) => ({ mark: markOf(line, numbering?.format, isTable), style: style ?? '', isTable }))
  })
}

const clean = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/[\u00ad\u200b\ufeff]|\p{Surrogate}|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** A number typed by hand stands, whatever Word would have counted. */
const labelled = (line: string, label: string): string =>
  label === '' || 'number' in readMark(line) ? line : `${label} ${line}`

// A table has no parts; of small Roman numbers some look like the letters of points.
function markOf(line: string, format: string | undefined, isTable: boolean): Mark {
  const mark = readMark(line)
  if (isTable && mark.kind !== 'closing' && mark.kind !== 'letterhead') return { line, kind: 'plain' }
  return format === 'lowerRoman' && mark.kind === 'point' ? { line, kind: 'list' } : mark
}
