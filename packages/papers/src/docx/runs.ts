import { TextRun } from 'docx'
import { runsOf, type Words } from '../document.ts'
import { printable } from '../printable.ts'

/** Words as Word's runs; a line feed is a break within the paragraph. `face` holds for all of them. */
export function textRuns(
  words: Words,
  face: { bold?: boolean; italic?: boolean; size?: number } = {},
): TextRun[] {
  return runsOf(words).flatMap(({ text, bold = false, italic = false }) =>
    printable(text)
      .split('\n')
      .map(
        (line, place) =>
          new TextRun({
            text: line,
            ...(place > 0 ? { break: 1 } : {}),
            ...(bold || face.bold ? { bold: true } : {}),
            ...(italic || face.italic ? { italics: true } : {}),
            ...(face.size === undefined ? {} : { size: face.size }),
          }),
      ),
  )
}
