/** The papers made from the other rooms (domain.md "Documents made"); the words are those of their addresses. */
export const paperKinds = [
  'self-scoring-sheet',
  'points-summary',
  'layer-comparison',
  'pact',
  'minutes',
  'conclusion-notice',
  'submission-letter',
  'comment-table',
  'regulation',
] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperFormats = ['docx', 'pdf', 'xlsx'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** What a paper is about: its season, one unit of it, one meeting, one draft. */
export type PaperSubject = 'season' | 'unit' | 'meeting' | 'draft'

type Traits = {
  subject: PaperSubject
  /** The abbreviation of the document's name in its number; null: numbered elsewhere, by the unit or at its adoption. */
  abbreviation: string | null
  hasTable: boolean
}

const traits: Record<PaperKind, Traits> = {
  'self-scoring-sheet': { subject: 'unit', abbreviation: null, hasTable: true },
  'points-summary': { subject: 'season', abbreviation: 'BTH', hasTable: true },
  'layer-comparison': { subject: 'season', abbreviation: 'BSS', hasTable: true },
  pact: { subject: 'season', abbreviation: 'GƯTĐ', hasTable: true },
  minutes: { subject: 'meeting', abbreviation: 'BB', hasTable: false },
  'conclusion-notice': { subject: 'meeting', abbreviation: 'TB', hasTable: false },
  'submission-letter': { subject: 'season', abbreviation: 'TTr', hasTable: true },
  'comment-table': { subject: 'draft', abbreviation: 'BTT', hasTable: true },
  regulation: { subject: 'draft', abbreviation: null, hasTable: false },
}

export const subjectOf = (kind: PaperKind): PaperSubject => traits[kind].subject

/** Word and PDF of each, a workbook of what is a table (domain.md "Documents made"). */
export function formatsOf(kind: PaperKind): PaperFormat[] {
  return traits[kind].hasTable ? ['docx', 'pdf', 'xlsx'] : ['docx', 'pdf']
}

/** Whether the chair's office numbers this kind, and so issues it. */
export const isNumbered = (kind: PaperKind): boolean => traits[kind].abbreviation !== null

/**
 * Number and symbol of a paper of an emulation cluster (Decree 30/2020, annex I): "12/TB-CTĐ", "/TB-CTĐ" without a number
 * yet; null for a kind that bears none. The series is that of the symbol, in one cluster and calendar year.
 */
export function symbolOf(kind: PaperKind, number: number | null): string | null {
  const { abbreviation } = traits[kind]
  return abbreviation === null ? null : `${number ?? ''}/${abbreviation}-CTĐ`
}
