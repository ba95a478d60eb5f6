import type { Orientation } from './document.ts'

/** The face that documents are set in (Decree 30/2020, annex I, part I.2); a pdf embeds the metric-compatible Tinos. */
export const faces = { docx: 'Times New Roman', pdf: 'Tinos' } as const

/** Millimetres: A4 with 20–25 above and below, 30–35 left, 15–20 right (Decree 30/2020, annex I, part I.4). */
export const margins = { top: 20, bottom: 20, left: 30, right: 15 } as const

/** From the page's top to the page number, in millimetres: it stands in the middle of the top margin. */
export const headerFromTop = 10

/** Points. National title 12–13, motto 13–14, number and place 13–14, name and text 13–14, recipients 11–12 (annex I, part II). */
export const sizes = {
  nationalTitle: 12,
  motto: 13,
  issuer: 12,
  symbol: 13,
  placed: 13,
  name: 14,
  text: 14,
  note: 12,
  recipientsTitle: 12,
  recipients: 11,
  pageNumber: 13,
  draft: 13,
} as const

/** The first line's indent, in millimetres: 1 cm or 1.27 cm. */
export const firstLine = 12.7

/** Space between paragraphs, points: at least 6. */
export const paragraphGap = 6

/** Between single and one and a half. */
export const lineSpacing = 1.15

/** The share of the text's width for the issuer; the rest holds the national title on one line. */
export const issuerShare = { portrait: 0.38, landscape: 0.42 } as const

const sheet = { portrait: { width: 210, height: 297 }, landscape: { width: 297, height: 210 } } as const

/** A page's sides and its text's width, in millimetres. */
export function pageOf(orientation: Orientation): { width: number; height: number; text: number } {
  const { width, height } = sheet[orientation]
  return { width, height, text: width - margins.left - margins.right }
}

const capitals = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi')

/** A line in capitals, as Decree 30 sets names of bodies, documents and offices. */
export const inCapitals = capitals

/**
 * The length in millimetres of the rule under a line of capitals: between a third and a half of it (Decree 30, annex I).
 * Capitals of the bold face take about 0.72 of their size; a line that does not fit its column is as long as the column.
 */
export function ruleUnder(text: string, size: number, column: number): number {
  const millimetres = (text.length * size * 0.72 * 25.4) / 72
  return Math.round(Math.min(millimetres, column) * 0.42)
}
