import { numberOf } from './number.ts'

/**
 * How a paragraph is numbered by Word itself: `list` tells one list from another, `level` counts from 0, `format` is Word's ("decimal",
 * "upperRoman", "lowerLetter", "bullet"), `label` its pattern: "Điều %1." or "%1.%2.".
 */
export type ListNumber = { list: string; level: number; format: string; label: string }

/** Counts what Word counts: the labels of one document's automatic lists, asked for in the order of its paragraphs. */
export function listLabels(): (numbering: ListNumber) => string {
  const lists = new Map<string, { counts: number[]; formats: string[] }>()
  return ({ list, level, format, label }) => {
    if (format === 'bullet' || format === 'none') return '-'
    const { counts, formats } = lists.get(list) ?? { counts: [], formats: [] }
    const next = [
      ...Array.from({ length: level }, (_, above) => counts[above] ?? 1),
      (counts[level] ?? 0) + 1,
    ]
    formats[level] = format
    lists.set(list, { counts: next, formats })
    return label.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1
      return written(next[at] ?? 1, formats[at] ?? 'decimal')
    })
  }
}

/** A number as Word writes it; its letters are the English ones, so its fifth point is "e" where a Vietnamese text has "đ". */
function written(count: number, format: string): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
  switch (format) {
    case 'upperRoman':
      return numberOf('chapter', count)
    case 'lowerRoman':
      return numberOf('chapter', count).toLowerCase()
    case 'lowerLetter':
      return letter
    case 'upperLetter':
      return letter.toUpperCase()
    default:
      return String(count)
  }
}
