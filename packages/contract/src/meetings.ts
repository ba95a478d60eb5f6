import { parseShare } from '@bangvang/core/ballots/question'
import {
  agendaKinds,
  attendanceStates,
  guestKinds,
  meetingKinds,
  meetingStatuses,
  paperKinds,
} from '@bangvang/core/meetings/meeting'
import { minutesStatuses } from '@bangvang/core/meetings/minutes'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Code, Instant, Reason, Role, SeasonId, Uuid, Words } from './wire.ts'

export const MeetingKind = z.enum(meetingKinds)
export const MeetingStatus = z.enum(meetingStatuses)
export const AgendaKind = z.enum(agendaKinds)
export const AttendanceState = z.enum(attendanceStates)

const Share = z.string().refine((share) => parseShare(share) !== null)
export const ThresholdTest = z.enum(['atLeast', 'moreThan'])
export const QuorumRuleShape = z.object({ share: Share, test: ThresholdTest, legalBasis: Words(500) })
/** part of base, exactly; `needed` is the least part that holds. */
export const QuorumView = z.object({
  part: z.number().int(),
  base: z.number().int(),
  needed: z.number().int(),
  share: z.string(),
  test: ThresholdTest,
  holds: z.boolean(),
})
export type QuorumView = z.infer<typeof QuorumView>

/** `ref`: a draft's, criteria version's or file's id; the season's id of a board or ranking; a link's address. */
export const Paper = z.object({
  kind: z.enum(paperKinds),
  ref: z.string().min(1).max(500),
  title: Reason(300),
})
export const AgendaItemView = z.object({
  id: Uuid,
  /** Counts from 1. */
  position: z.number().int(),
  title: z.string(),
  kind: AgendaKind,
  /** How long it is planned to take. */
  minutes: z.number().int().nullable(),
  papers: z.array(Paper),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  version: z.number().int(),
})
export type AgendaItemView = z.infer<typeof AgendaItemView>

const Person = z.object({ name: Reason(200), title: Words(200) })
/** Who came for a unit; `authorization` where a substitute did, by a paper. */
const Attended = z.discriminatedUnion('state', [
  z.object({ state: z.literal('present'), people: z.array(Person).max(50), authorization: z.null() }),
  z.object({ state: z.literal('absent'), people: z.array(Person).max(0), authorization: z.null() }),
  z.object({
    state: z.literal('authorized'),
    people: z.array(Person).max(50),
    authorization: Person.extend({ paperNumber: Reason(100), fileId: Uuid.nullable() }),
  }),
])
export const AttendanceView = z.object({
  unitId: Code,
  unitName: z.string(),
  state: AttendanceState,
  people: z.array(Person),
  authorization: Person.extend({ paperNumber: z.string(), fileId: Uuid.nullable() }).nullable(),
  /** 0: nothing noted yet, which counts as absent. */
  version: z.number().int(),
})
export type AttendanceView = z.infer<typeof AttendanceView>

export const Guest = z.object({
  name: Reason(200),
  organisation: Words(300),
  kind: z.enum(guestKinds),
  isPresent: z.boolean(),
})
export const MandateEntry = z.object({
  mandateId: Uuid,
  name: z.string(),
  role: Role,
  unitId: Code.nullable(),
  unitName: z.string().nullable(),
})
export const MeetingFileView = z.object({
  id: Uuid,
  name: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  uploadedAt: Instant,
  uploadedBy: z.string(),
})
export type MeetingFileView = z.infer<typeof MeetingFileView>

export const MeetingSummary = z.object({
  id: Uuid,
  seasonId: SeasonId,
  kind: MeetingKind,
  title: z.string(),
  status: MeetingStatus,
  startsAt: Instant,
  endsAt: Instant.nullable(),
  place: z.string(),
  onlineLink: z.string(),
  chair: z.object({ mandateId: Uuid, name: z.string(), unitId: Code.nullable() }),
  secretary: z.object({ mandateId: Uuid, name: z.string() }),
  /** When it really began and ended. */
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  quorum: QuorumView,
  itemCount: z.number().int(),
  minutesStatus: z.enum(minutesStatuses).nullable(),
})
export type MeetingSummary = z.infer<typeof MeetingSummary>

export const MeetingView = MeetingSummary.extend({
  /** The server's clock, for every timer. */
  now: Instant,
  /** Counts changes of what `change`, `invite` and `setGuests` write. */
  version: z.number().int(),
  quorumRule: QuorumRuleShape,
  currentItemId: Uuid.nullable(),
  agenda: z.array(AgendaItemView),
  invitations: z.array(MandateEntry),
  guests: z.array(Guest),
  /** Every member of the season, in the cluster's order. */
  attendance: z.array(AttendanceView),
  files: z.array(MeetingFileView),
  may: z.object({
    /** Prepares and runs it. */
    run: z.boolean(),
    speak: z.boolean(),
    /** The unit the reader comments for; null: none. */
    commentFor: Code.nullable(),
  }),
})
export type MeetingView = z.infer<typeof MeetingView>

const keepers = ['chair', 'viceChair', 'secretary'] as const
export const meetingParams = z.object({ meetingId: Uuid })
const item = meetingParams.extend({ itemId: Uuid })
const file = meetingParams.extend({ fileId: Uuid })
const ofSeason = z.object({ seasonId: SeasonId })
const Version = z.number().int().min(0)

const facts = {
  title: Reason(300),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  place: Words(300),
  onlineLink: z
    .string()
    .max(500)
    .regex(/^(https?:\/\/[^\s]+)?$/),
  chairMandateId: Uuid,
  secretaryMandateId: Uuid,
  quorumRule: QuorumRuleShape,
}
const ItemInput = z.object({
  title: Reason(500),
  kind: AgendaKind,
  minutes: z.number().int().min(1).max(1440).nullable(),
  papers: z.array(Paper).max(50),
})
const refusals = ['not-found', 'not-meeting-officer', 'season-closed'] as const

export const meetings = {
  list: endpoint({
    method: 'GET',
    path: '/api/meetings',
    summary: 'The meetings of a season, by their beginning',
    access: 'signed-in',
    query: ofSeason,
    status: 200,
    response: z.object({ items: z.array(MeetingSummary), mayPrepare: z.boolean() }),
    problems: ['not-found'],
  }),
  copyable: endpoint({
    method: 'GET',
    path: '/api/meetings/copyable',
    summary: 'The meetings of the cluster whose agenda can be copied, newest first',
    access: keepers,
    query: ofSeason,
    status: 200,
    response: z.object({
      items: z.array(
        MeetingSummary.pick({
          id: true,
          seasonId: true,
          kind: true,
          title: true,
          startsAt: true,
          itemCount: true,
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  invitable: endpoint({
    method: 'GET',
    path: '/api/meetings/invitable',
    summary: 'The mandates that can be invited, chair or keep the minutes',
    access: keepers,
    query: ofSeason,
    status: 200,
    response: z.object({ items: z.array(MandateEntry) }),
    problems: ['not-found'],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/meetings',
    summary: 'A meeting is planned, its agenda empty, of the template of its kind, or of an earlier meeting',
    access: keepers,
    body: ofSeason.extend({
      ...facts,
      kind: MeetingKind,
      agenda: z.discriminatedUnion('from', [
        z.object({ from: z.literal('nothing') }),
        z.object({ from: z.literal('template') }),
        z.object({ from: z.literal('meeting'), meetingId: Uuid }),
      ]),
    }),
    status: 201,
    response: MeetingView,
    problems: ['not-found', 'season-closed', 'unknown-mandate'],
  }),
  show: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId',
    summary: 'A meeting: agenda with papers, invitations, attendance, quorum',
    access: 'signed-in',
    params: meetingParams,
    status: 200,
    response: MeetingView,
    problems: ['not-found'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId',
    summary: 'Change title, time, place, chair, secretary or quorum, where it is as the writer saw it',
    access: keepers,
    params: meetingParams,
    body: z.object({ ...facts, version: Version }),
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'meeting-changed', 'unknown-mandate'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId',
    summary: 'A planned meeting without votes is taken off',
    access: keepers,
    params: meetingParams,
    status: 204,
    response: null,
    problems: [...refusals, 'meeting-state', 'item-in-use'],
  }),
  addItem: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/items',
    summary: 'Add an item at the end of the agenda',
    access: keepers,
    params: meetingParams,
    body: ItemInput,
    status: 201,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'unknown-file'],
  }),
  changeItem: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/items/:itemId',
    summary: 'Change an item, where it is as the writer saw it',
    access: keepers,
    params: item,
    body: ItemInput.extend({ version: Version }),
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'item-changed', 'unknown-file'],
  }),
  moveItem: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/items/:itemId/move',
    summary: 'Move an item to a place on the agenda, counted from 1',
    access: keepers,
    params: item,
    body: z.object({ position: z.number().int().min(1).max(1000) }),
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state'],
  }),
  removeItem: endpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/items/:itemId',
    summary: 'Remove an item that nothing was said or voted on',
    access: keepers,
    params: item,
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'item-in-use'],
  }),
  invite: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/invitations',
    summary: 'Set who is invited',
    access: keepers,
    params: meetingParams,
    body: z.object({ mandateIds: z.array(Uuid).max(1000), version: Version }),
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'meeting-changed', 'unknown-mandate'],
  }),
  setGuests: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/guests',
    summary: 'Set guests and reviewers, who are counted apart',
    access: keepers,
    params: meetingParams,
    body: z.object({ guests: z.array(Guest).max(200), version: Version }),
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'meeting-changed'],
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/invitation.ics',
    summary: 'The invitation as iCalendar (RFC 5545)',
    access: 'signed-in',
    params: meetingParams,
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  upload: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/files',
    summary: 'Upload a paper of the meeting; its kind is told by its content',
    access: keepers,
    params: meetingParams,
    body: 'upload',
    status: 201,
    response: MeetingFileView,
    problems: [...refusals, 'evidence-kind', 'too-large'],
  }),
  file: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/files/:fileId',
    summary: "A file's bytes",
    access: 'signed-in',
    params: file,
    query: z.object({ download: z.stringbool().default(false) }),
    status: 200,
    response: 'file',
    problems: ['not-found'],
  }),
  removeFile: endpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/files/:fileId',
    summary: 'Remove a file that nothing names',
    access: keepers,
    params: file,
    status: 204,
    response: null,
    problems: [...refusals, 'file-in-use'],
  }),
  attend: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/attendance/:unitId',
    summary: 'Note whether a unit is there, who came, or who was authorized by which paper',
    access: keepers,
    params: meetingParams.extend({ unitId: Code }),
    body: z.object({ attended: Attended, version: Version }),
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'unknown-unit', 'unknown-file', 'attendance-changed'],
  }),
  start: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/start',
    summary: 'The meeting begins',
    access: keepers,
    params: meetingParams,
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state'],
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/end',
    summary: 'The meeting ends, with no vote left open',
    access: keepers,
    params: meetingParams,
    status: 200,
    response: MeetingView,
    problems: [...refusals, 'meeting-state', 'ballot-open'],
  }),
}
