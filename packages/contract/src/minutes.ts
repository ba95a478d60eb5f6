import { minutesStatuses, paragraphKinds, signerParts } from '@bangvang/core/meetings/minutes'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { MeetingFileView, meetingParams } from './meetings.ts'
import { Instant, Reason, Uuid } from './wire.ts'

export const ParagraphView = z.object({
  id: Uuid,
  position: z.number().int(),
  kind: z.enum(paragraphKinds),
  text: z.string(),
  version: z.number().int(),
  /** Who last changed it; null: as it was written from the meeting. */
  editedBy: z.string().nullable(),
  editedAt: Instant.nullable(),
})
export const SignatureView = z.object({
  part: z.enum(signerParts),
  byName: z.string(),
  at: Instant,
  sha256: z.string(),
})
export const AddendumView = z.object({
  number: z.number().int(),
  text: z.string(),
  reason: z.string(),
  byName: z.string(),
  at: Instant,
  sha256: z.string(),
  signatures: z.array(SignatureView),
})
export const MinutesView = z.object({
  meetingId: Uuid,
  status: z.enum(minutesStatuses),
  title: z.string(),
  /** Counts every change of the text; what is approved is what was seen. */
  revision: z.number().int(),
  writtenAt: Instant,
  writtenBy: z.string(),
  paragraphs: z.array(ParagraphView),
  /** The draft it is consulted on as; null: none. */
  draftId: Uuid.nullable(),
  /** Fixed at approval: SHA-256 of the text's canonical JSON. */
  sha256: z.string().nullable(),
  approved: z.object({ byName: z.string(), at: Instant, ballotId: Uuid.nullable() }).nullable(),
  signatures: z.array(SignatureView),
  lockedAt: Instant.nullable(),
  /** Digitally signed PDFs made elsewhere, kept unchanged. */
  signedFiles: z.array(MeetingFileView),
  addenda: z.array(AddendumView),
  may: z.object({
    rewrite: z.boolean(),
    edit: z.boolean(),
    sendOut: z.boolean(),
    approve: z.boolean(),
    /** The parts the reader may sign now, of the minutes. */
    sign: z.enum(signerParts).nullable(),
    addAddendum: z.boolean(),
  }),
})
export type MinutesView = z.infer<typeof MinutesView>

const keepers = ['chair', 'viceChair', 'secretary'] as const
const paragraph = meetingParams.extend({ paragraphId: Uuid })
const refusals = ['not-found', 'not-meeting-officer', 'season-closed', 'minutes-state'] as const
const Version = z.number().int().min(1)
const at = '/api/meetings/:meetingId/minutes' as const

export const minutes = {
  show: endpoint({
    method: 'GET',
    path: at,
    summary: 'The minutes of a meeting; not there before they are written',
    access: 'signed-in',
    params: meetingParams,
    status: 200,
    response: MinutesView,
    problems: ['not-found'],
  }),
  write: endpoint({
    method: 'POST',
    path: at,
    summary: 'Write the minutes from the closed meeting, or write them anew while nobody edited them',
    access: keepers,
    params: meetingParams,
    status: 201,
    response: MinutesView,
    problems: [...refusals, 'meeting-state'],
  }),
  addParagraph: endpoint({
    method: 'POST',
    path: `${at}/paragraphs`,
    summary: 'Add a paragraph after another, or at the beginning',
    access: keepers,
    params: meetingParams,
    body: z.object({ afterId: Uuid.nullable(), kind: z.enum(paragraphKinds), text: Reason(10_000) }),
    status: 201,
    response: MinutesView,
    problems: [...refusals, 'paragraph-changed'],
  }),
  saveParagraph: endpoint({
    method: 'PUT',
    path: `${at}/paragraphs/:paragraphId`,
    summary: 'Save a paragraph, where it is as the writer saw it',
    access: keepers,
    params: paragraph,
    body: z.object({ kind: z.enum(paragraphKinds), text: Reason(10_000), version: Version }),
    status: 200,
    response: MinutesView,
    problems: [...refusals, 'paragraph-changed'],
  }),
  removeParagraph: endpoint({
    method: 'DELETE',
    path: `${at}/paragraphs/:paragraphId`,
    summary: 'Remove a paragraph, where it is as the writer saw it',
    access: keepers,
    params: paragraph,
    query: z.object({ version: z.coerce.number<number>().int().min(1) }),
    status: 200,
    response: MinutesView,
    problems: [...refusals, 'paragraph-changed'],
  }),
  sendOut: endpoint({
    method: 'POST',
    path: `${at}/send-out`,
    summary:
      'Make a draft of the minutes, for the drafts room to send out; from then on it says what they say',
    access: keepers,
    params: meetingParams,
    status: 200,
    response: MinutesView,
    problems: [...refusals],
  }),
  approve: endpoint({
    method: 'POST',
    path: `${at}/approve`,
    summary: 'The chair approves exactly what was seen; the vote that approved may be named',
    access: ['chair', 'viceChair'],
    params: meetingParams,
    body: z.object({ revision: z.number().int().min(1), ballotId: Uuid.nullable() }),
    status: 200,
    response: MinutesView,
    problems: [...refusals, 'minutes-changed', 'ballot-state', 'comments-unanswered'],
  }),
  sign: endpoint({
    method: 'POST',
    path: `${at}/signatures`,
    summary:
      'Chair or secretary sign the hash of the minutes (addendum 0) or of an addendum; both signatures lock the minutes',
    access: keepers,
    params: meetingParams,
    body: z.object({
      addendum: z.number().int().min(0).max(10_000),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    status: 201,
    response: MinutesView,
    problems: [...refusals, 'minutes-changed', 'already-signed'],
  }),
  uploadSigned: endpoint({
    method: 'POST',
    path: `${at}/signed-files`,
    summary: 'Keep a digitally signed PDF made elsewhere, unchanged, with its hash',
    access: keepers,
    params: meetingParams,
    body: 'upload',
    status: 201,
    response: MinutesView,
    problems: [...refusals, 'not-pdf', 'too-large'],
  }),
  addAddendum: endpoint({
    method: 'POST',
    path: `${at}/addenda`,
    summary: 'Correct locked minutes by a numbered addendum with a reason',
    access: keepers,
    params: meetingParams,
    body: z.object({ text: Reason(20_000), reason: Reason() }),
    status: 201,
    response: MinutesView,
    problems: [...refusals],
  }),
}
