import type { ThresholdTest } from '../ballots/question.ts'

/** Kinds of meeting (domain.md "Meetings"): họp trù bị, ký giao ước, sơ kết, tổng kết, khác. */
export const meetingKinds = ['preparatory', 'pactSigning', 'midYear', 'yearEnd', 'other'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** `planned → running → closed`, each by an act of the chair or the secretary. */
export const meetingStatuses = ['planned', 'running', 'closed'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const agendaKinds = ['discussion', 'vote', 'report', 'election', 'other'] as const
export type AgendaKind = (typeof agendaKinds)[number]

/** What a paper of the agenda is; `ref` is its id, for a link its address. */
export const paperKinds = ['draft', 'board', 'ranking', 'criteria', 'file', 'link'] as const
export type PaperKind = (typeof paperKinds)[number]

/** A unit is there when one of its people is, or a substitute with written authorization. */
export const attendanceStates = ['present', 'absent', 'authorized'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export const guestKinds = ['guest', 'reviewer'] as const
export type GuestKind = (typeof guestKinds)[number]

/** `asked → speaking → done`, or `asked → withdrawn`. */
export const speechStates = ['asked', 'speaking', 'done', 'withdrawn'] as const
export type SpeechState = (typeof speechStates)[number]

export const contributionKinds = ['comment', 'conclusion'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** How many of the members must be there; `legalBasis` says where the figure stands. */
export type QuorumRule = { share: string; test: ThresholdTest; legalBasis: string }

/** What a policy needs to know of a meeting. */
export type MeetingFacts = {
  seasonId: string
  status: MeetingStatus
  chairMandateId: string
  secretaryMandateId: string
}
