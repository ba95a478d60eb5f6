import type { MeetingStatus } from '@bangvang/core/meetings/meeting'
import type { MinutesStatus } from '@bangvang/core/meetings/minutes'
import type { Db } from '../../db.ts'

export type PaperMeeting = { id: string; title: string; status: MeetingStatus; minutes: MinutesStatus | null }

/** The season's meetings by their beginning, or one of them. */
export async function listMeetings(db: Db, seasonId: string, id?: string): Promise<PaperMeeting[]> {
  const rows = await db.meeting.findMany({
    where: { seasonId, ...(id === undefined ? {} : { id }) },
    select: { id: true, title: true, status: true, minutes: { select: { status: true } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ minutes, ...row }) => ({ ...row, minutes: minutes?.status ?? null }))
}

/** A meeting's minutes: paragraphs in their order, signatures, addenda by number. */
export function findMinutes(db: Db, meetingId: string) {
  return db.minutes.findUnique({
    where: { meetingId },
    select: {
      title: true,
      sha256: true,
      paragraphs: { select: { kind: true, text: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      signatures: { select: { addendum: true, part: true, byName: true, at: true } },
      addenda: { select: { number: true, text: true, reason: true, at: true }, orderBy: { number: 'asc' } },
      meeting: { select: { chairName: true, secretaryName: true } },
    },
  })
}

/** What a notice of conclusions tells of a meeting. */
export async function findConclusions(db: Db, meetingId: string) {
  const meeting = await db.meeting.findUnique({
    where: { id: meetingId },
    select: {
      title: true,
      startsAt: true,
      startedAt: true,
      place: true,
      guests: true,
      items: { select: { id: true, title: true }, orderBy: { position: 'asc' } },
      attendance: { select: { state: true } },
      contributions: {
        where: { kind: 'conclusion' },
        select: { itemId: true, body: true },
        orderBy: { number: 'asc' },
      },
      tasks: {
        select: { title: true, ownerUnitId: true, ownerName: true, dueOn: true },
        orderBy: { number: 'asc' },
      },
    },
  })
  if (meeting === null) return null
  const guests = meeting.guests as unknown as { name: string; organisation: string; isPresent: boolean }[]
  return { ...meeting, guests }
}

/** How many units the season has. */
export function countMembers(
  db: Db,
  { clusterId, year }: { clusterId: string; year: number },
): Promise<number> {
  return db.clusterMember.count({ where: { clusterId, year } })
}
