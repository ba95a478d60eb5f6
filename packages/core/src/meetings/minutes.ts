/**
 * `drafted → edited → consultation → approved → locked`: approved by the chair, locked once chair and secretary have
 * both signed (domain.md "Meetings"). Consultation may be left out; the words may change until they are approved.
 */
export const minutesStatuses = ['drafted', 'edited', 'consultation', 'approved', 'locked'] as const
export type MinutesStatus = (typeof minutesStatuses)[number]

export const signerParts = ['chair', 'secretary'] as const
export type SignerPart = (typeof signerParts)[number]

/** A heading opens a part of the minutes, a bullet is one of a list. */
export const paragraphKinds = ['heading', 'paragraph', 'bullet'] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

export type MinutesParagraph = { kind: ParagraphKind; text: string }

/** The meeting's facts may be written anew only where nobody has edited what they made. */
export function isRewritable(status: MinutesStatus): boolean {
  return status === 'drafted'
}

/** The words may change, also while they are consulted on, until the chair has approved them. */
export function isEditable(status: MinutesStatus): boolean {
  return status === 'drafted' || status === 'edited' || status === 'consultation'
}

/** What an edit makes of the status: a draft that a person changed is not written over any more. */
export function afterEdit(status: MinutesStatus): MinutesStatus {
  return status === 'drafted' ? 'edited' : status
}

/** What is hashed and signed: the words alone, in their order, with the meeting they are of. */
export function minutesContent(
  meetingId: string,
  title: string,
  paragraphs: readonly MinutesParagraph[],
): { meetingId: string; title: string; paragraphs: MinutesParagraph[] } {
  return { meetingId, title, paragraphs: paragraphs.map(({ kind, text }) => ({ kind, text })) }
}

export type AddendumContent = {
  meetingId: string
  /** The hash of the minutes it corrects. */
  minutesSha256: string
  number: number
  text: string
  reason: string
}

/** The parts that have not signed yet, of one document. */
export function unsignedParts(signatures: readonly { part: SignerPart }[]): SignerPart[] {
  return signerParts.filter((part) => !signatures.some((signature) => signature.part === part))
}
