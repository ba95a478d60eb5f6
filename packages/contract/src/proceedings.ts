import { contributionKinds, speechStates } from '@bangvang/core/meetings/meeting'
import { z } from 'zod'
import { BallotView } from './ballots.ts'
import { endpoint } from './endpoint.ts'
import {
  AgendaItemView,
  AttendanceState,
  MeetingKind,
  MeetingStatus,
  meetingParams,
  QuorumView,
} from './meetings.ts'
import { Code, Day, Instant, Reason, Uuid, Words } from './wire.ts'

export const SpeechView = z.object({
  id: Uuid,
  itemId: Uuid.nullable(),
  name: z.string(),
  unitId: Code.nullable(),
  unitName: z.string().nullable(),
  state: z.enum(speechStates),
  askedAt: Instant,
  calledAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** The time given when called; null: none. Any screen counts from `calledAt` by the server's `now`. */
  minutes: z.number().int().nullable(),
  isOwn: z.boolean(),
})
export type SpeechView = z.infer<typeof SpeechView>

export const ContributionView = z.object({
  id: Uuid,
  /** Counts the meeting's contributions from 1, in the order they were typed. */
  number: z.number().int(),
  itemId: Uuid.nullable(),
  kind: z.enum(contributionKinds),
  body: z.string(),
  /** Who said it. */
  byName: z.string(),
  byUnitId: Code.nullable(),
  byUnitName: z.string().nullable(),
  /** Who typed it. */
  enteredBy: z.string(),
  at: Instant,
  editedAt: Instant.nullable(),
  version: z.number().int(),
  mayEdit: z.boolean(),
})
export type ContributionView = z.infer<typeof ContributionView>

export const MeetingTaskView = z.object({
  id: Uuid,
  number: z.number().int(),
  itemId: Uuid.nullable(),
  title: z.string(),
  ownerUnitId: Code.nullable(),
  ownerUnitName: z.string().nullable(),
  ownerName: z.string(),
  dueOn: Day.nullable(),
  doneAt: Instant.nullable(),
  version: z.number().int(),
})
export type MeetingTaskView = z.infer<typeof MeetingTaskView>

/** What goes on: read again at every event of the stream that is about the meeting. */
export const ProceedingsView = z.object({
  meetingId: Uuid,
  now: Instant,
  status: MeetingStatus,
  currentItemId: Uuid.nullable(),
  quorum: QuorumView,
  speeches: z.array(SpeechView),
  contributions: z.array(ContributionView),
  tasks: z.array(MeetingTaskView),
})
export type ProceedingsView = z.infer<typeof ProceedingsView>

/** The same for a wall: what a room full of people reads from afar. */
export const ProjectorView = z.object({
  meetingId: Uuid,
  now: Instant,
  kind: MeetingKind,
  title: z.string(),
  status: MeetingStatus,
  startsAt: Instant,
  place: z.string(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  currentItemId: Uuid.nullable(),
  quorum: QuorumView,
  agenda: z.array(AgendaItemView),
  units: z.array(
    z.object({
      id: Code,
      name: z.string(),
      isChair: z.boolean(),
      state: AttendanceState,
      /** The number of the substitute's paper. */
      paperNumber: z.string().nullable(),
    }),
  ),
  speaking: SpeechView.nullable(),
  waiting: z.array(SpeechView),
  /** The conclusions on the current item. */
  conclusions: z.array(ContributionView),
  /** The vote open now, else the last one of the current item. */
  ballot: BallotView.nullable(),
})
export type ProjectorView = z.infer<typeof ProjectorView>

const keepers = ['chair', 'viceChair', 'secretary'] as const
const speakers = ['delegate', 'leader', 'chair', 'viceChair', 'secretary', 'appraiser', 'reviewer'] as const
const speech = meetingParams.extend({ speechId: Uuid })
const refusals = ['not-found', 'season-closed', 'meeting-state'] as const
const TaskInput = z.object({
  itemId: Uuid.nullable(),
  title: Reason(1000),
  ownerUnitId: Code.nullable(),
  ownerName: Words(200),
  dueOn: Day.nullable(),
})

export const proceedings = {
  show: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/proceedings',
    summary: 'Speakers, what was said, tasks',
    access: 'signed-in',
    params: meetingParams,
    status: 200,
    response: ProceedingsView,
    problems: ['not-found'],
  }),
  projector: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/projector',
    summary: 'The meeting for a wall: current item, quorum, speaker, vote',
    access: 'signed-in',
    params: meetingParams,
    status: 200,
    response: ProjectorView,
    problems: ['not-found'],
  }),
  setCurrent: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/current',
    summary: 'Go to an item of the agenda, or to none',
    access: keepers,
    params: meetingParams,
    body: z.object({ itemId: Uuid.nullable() }),
    status: 200,
    response: ProceedingsView,
    problems: [...refusals, 'not-meeting-officer', 'ballot-open'],
  }),
  askToSpeak: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/speeches',
    summary: 'Ask to speak on the current item; chair and secretary may put someone else on the list',
    access: speakers,
    params: meetingParams,
    body: z.object({
      /** Null: the one who asks. */
      speaker: z.object({ name: Reason(200), unitId: Code.nullable() }).nullable(),
    }),
    status: 201,
    response: ProceedingsView,
    problems: [...refusals, 'not-meeting-officer', 'unknown-unit', 'already-asked'],
  }),
  callSpeaker: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/speeches/:speechId/call',
    summary: 'Give the floor; whoever had it has finished',
    access: keepers,
    params: speech,
    body: z.object({ minutes: z.number().int().min(1).max(600).nullable() }),
    status: 200,
    response: ProceedingsView,
    problems: [...refusals, 'not-meeting-officer', 'speech-state'],
  }),
  endSpeech: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/speeches/:speechId/end',
    summary: 'The speaker has finished, or takes the request back',
    access: speakers,
    params: speech,
    status: 200,
    response: ProceedingsView,
    problems: [...refusals, 'speech-state'],
  }),
  contribute: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/contributions',
    summary: 'Type what is said: a comment, or the conclusion of chair or secretary',
    access: speakers,
    params: meetingParams,
    body: z.object({
      itemId: Uuid.nullable(),
      kind: z.enum(contributionKinds),
      body: Reason(8000),
      /** Who said it; null: the one who types. */
      speaker: z.object({ name: Reason(200), unitId: Code.nullable() }).nullable(),
    }),
    status: 201,
    response: ProceedingsView,
    problems: [...refusals, 'not-meeting-officer', 'unknown-item', 'unknown-unit'],
  }),
  changeContribution: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/contributions/:contributionId',
    summary: 'Change what was typed, where it is as the writer saw it',
    access: speakers,
    params: meetingParams.extend({ contributionId: Uuid }),
    body: z.object({ body: Reason(8000), version: z.number().int().min(1) }),
    status: 200,
    response: ProceedingsView,
    problems: [...refusals, 'contribution-changed'],
  }),
  addTask: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/tasks',
    summary: 'Give a task with owner and due date',
    access: keepers,
    params: meetingParams,
    body: TaskInput,
    status: 201,
    response: ProceedingsView,
    problems: [...refusals, 'not-meeting-officer', 'unknown-item', 'unknown-unit'],
  }),
  changeTask: endpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/tasks/:taskId',
    summary: 'Change a task, or note that it is done',
    access: keepers,
    params: meetingParams.extend({ taskId: Uuid }),
    body: TaskInput.extend({ isDone: z.boolean(), version: z.number().int().min(1) }),
    status: 200,
    response: ProceedingsView,
    problems: [...refusals, 'not-meeting-officer', 'unknown-item', 'unknown-unit', 'task-changed'],
  }),
}
