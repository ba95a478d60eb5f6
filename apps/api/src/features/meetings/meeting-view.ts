import type {
  AgendaItemView,
  AttendanceView,
  Guest,
  MeetingSummary,
  MeetingView,
} from '@bangvang/contract/meetings'
import type { ThresholdTest } from '@bangvang/core/ballots/question'
import { mayRunMeeting, maySpeak, memberUnitOf } from '@bangvang/core/meetings/policy'
import { quorumOf } from '@bangvang/core/meetings/quorum'
import type { Actor } from '@bangvang/core/people/actor'
import type { z } from 'zod'
import type { Db } from '../../db.ts'
import type { ItemRow } from './agenda-store.ts'
import type { AttendanceRow } from './attendance-store.ts'
import { loadMeeting } from './load.ts'
import * as store from './store.ts'

type Rule = { share: string; test: ThresholdTest; legalBasis: string }

/** How many must be there, as the meeting has it. */
export function ruleOf(row: Pick<store.MeetingRow, 'quorumShare' | 'quorumTest' | 'quorumBasis'>): Rule {
  // A check of the database holds the column to these two.
  return { share: row.quorumShare, test: row.quorumTest as ThresholdTest, legalBasis: row.quorumBasis }
}

/** A meeting in a list; `members` is how many units the season has. */
export function summaryOf(row: store.SummaryRow, members: number): MeetingSummary {
  return {
    id: row.id,
    seasonId: row.seasonId,
    kind: row.kind,
    title: row.title,
    status: row.status,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: row.place,
    onlineLink: row.onlineLink,
    chair: { mandateId: row.chairMandateId, name: row.chairName, unitId: row.chairUnitId },
    secretary: { mandateId: row.secretaryMandateId, name: row.secretaryName },
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    quorum: quorumOf(ruleOf(row), row._count.attendance, members),
    itemCount: row._count.items,
    minutesStatus: row.minutes?.status ?? null,
  }
}

export function itemView({ meetingId: _, papers, ...item }: ItemRow): AgendaItemView {
  return { ...item, papers: papers as AgendaItemView['papers'] }
}

/** What is noted of a unit; nothing noted counts as absent. */
export function attendanceView({ id, name }: store.Unit, row: AttendanceRow | undefined): AttendanceView {
  const { substituteName, substituteTitle, paperNumber, fileId } = row ?? {}
  return {
    unitId: id,
    unitName: name,
    state: row?.state ?? 'absent',
    people: (row?.people ?? []) as AttendanceView['people'],
    authorization:
      substituteName && paperNumber
        ? { name: substituteName, title: substituteTitle ?? '', paperNumber, fileId: fileId ?? null }
        : null,
    version: row?.version ?? 0,
  }
}

/** A meeting as the actor may see it, whole; one out of sight is not there. */
export async function meetingView(
  db: Db,
  { actor, now }: { actor: Actor; now: Date },
  meetingId: string,
): Promise<MeetingView> {
  const { season } = await loadMeeting(db, actor, meetingId)
  const row = await store.findWhole(db, meetingId)
  if (row === null) throw new Error(`meeting ${meetingId} went away in its own transaction`)
  const members = await store.listMembers(db, season)
  const invitations = await store.listMandates(
    db,
    row.invitations.map(({ mandateId }) => mandateId),
  )
  return {
    ...summaryOf(row, members.length),
    now,
    version: row.version,
    quorumRule: ruleOf(row),
    currentItemId: row.currentItemId,
    agenda: row.items.map(itemView),
    invitations,
    guests: row.guests as z.infer<typeof Guest>[],
    attendance: members.map((unit) =>
      attendanceView(
        unit,
        row.attendance.find(({ unitId }) => unitId === unit.id),
      ),
    ),
    files: row.files.map(({ meetingId: _, ...file }) => file),
    may: {
      run: mayRunMeeting(actor, row) && season.phase !== 'archived',
      speak: maySpeak(actor, season.id) && row.status === 'running',
      commentFor: row.status === 'running' ? memberUnitOf(actor, season.id) : null,
    },
  }
}
