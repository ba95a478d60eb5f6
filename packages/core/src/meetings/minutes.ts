/**
 * `drafted → edited → consultation → approved → locked`: approved by the chair, locked once chair and secretary have
 * both signed (domain.md "Meetings"). Consultation may be left out, and goes back to edited.
 */
export const minutesStatuses = ['drafted', 'edited', 'consultation', 'approved', 'locked'] as const
export type MinutesStatus = (typeof minutesStatuses)[number]

export const signerParts = ['chair', 'secretary'] as const
export type SignerPart = (typeof signerParts)[number]

/** A heading opens a part of the minutes, a bullet is one of a list. */
export const paragraphKinds = ['heading', 'paragraph', 'bullet'] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

export type MinutesParagraph = { kind: ParagraphKind; text: string }
