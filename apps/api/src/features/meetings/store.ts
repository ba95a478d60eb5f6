import type { Phase } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

export type MeetingRow = Prisma.MeetingGetPayload<object>
export type Season = { id: string; clusterId: string; year: number; phase: Phase; chairUnitId: string }
export type Unit = { id: string; name: string }

export function findSeason(db: Db, id: string): Promise<Season | null> {
  return db.season.findUnique({
    where: { id },
    select: { id: true, clusterId: true, year: true, phase: true, chairUnitId: true },
  })
}

export function findMeeting(db: Db, id: string): Promise<MeetingRow | null> {
  return db.meeting.findUnique({ where: { id } })
}

/** The same, held against every other change of the meeting until the transaction ends. */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM meeting WHERE id = ${id}::uuid FOR UPDATE`
  return rows.length === 0 ? null : findMeeting(tx, id)
}

/** The members of a season, in the cluster's order. */
export async function listMembers(
  db: Db,
  { clusterId, year }: Pick<Season, 'clusterId' | 'year'>,
): Promise<Unit[]> {
  const rows = await db.clusterMember.findMany({
    where: { clusterId, year },
    select: { unit: { select: { id: true, name: true } } },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ unit }) => unit)
}

const summary = {
  minutes: { select: { status: true } },
  _count: { select: { items: true, attendance: { where: { state: { not: 'absent' } } } } },
} as const satisfies Prisma.MeetingInclude
export type SummaryRow = Prisma.MeetingGetPayload<{ include: typeof summary }>

/** The meetings of a season, by their beginning. */
export function listMeetings(db: Db, seasonId: string): Promise<SummaryRow[]> {
  return db.meeting.findMany({
    where: { seasonId },
    include: summary,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
}

/** The latest hundred meetings of a cluster, newest first. */
export async function listOfCluster(db: Db, clusterId: string): Promise<SummaryRow[]> {
  const seasons = await db.season.findMany({ where: { clusterId }, select: { id: true } })
  return db.meeting.findMany({
    where: { seasonId: { in: seasons.map(({ id }) => id) } },
    include: summary,
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
}

const whole = {
  ...summary,
  items: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  invitations: true,
  attendance: true,
  files: { orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.MeetingInclude
export type WholeRow = Prisma.MeetingGetPayload<{ include: typeof whole }>

export function findWhole(db: Db, id: string): Promise<WholeRow | null> {
  return db.meeting.findUnique({ where: { id }, include: whole })
}

const mandate = {
  id: true,
  role: true,
  unitId: true,
  person: { select: { name: true } },
  unit: { select: { name: true } },
} as const satisfies Prisma.MandateSelect

/** Mandates of these ids, in the order of roles and names. */
export async function listMandates(db: Db, ids: readonly string[]) {
  const rows = await db.mandate.findMany({
    where: { id: { in: [...ids] } },
    select: mandate,
    orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }, { id: 'asc' }],
  })
  return rows.map(entryOf)
}

function entryOf({ id, role, unitId, person, unit }: Prisma.MandateGetPayload<{ select: typeof mandate }>) {
  return { mandateId: id, name: person.name, role, unitId, unitName: unit?.name ?? null }
}

/** Who can be invited on a day: the season's mandates in force and every reviewer's. */
export async function listInvitable(db: Db, seasonId: string, day: Date) {
  const rows = await db.mandate.findMany({
    where: {
      AND: [
        { OR: [{ seasonId }, { role: 'reviewer' }] },
        { OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
        { role: { not: 'administrator' }, person: { isActive: true } },
      ],
    },
    select: mandate,
    orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }, { id: 'asc' }],
  })
  return rows.map(entryOf)
}

/** A mandate of the season, or a reviewer's; null where it is neither. */
export async function findMandate(db: Db, seasonId: string, id: string) {
  const row = await db.mandate.findFirst({
    where: { id, OR: [{ seasonId }, { role: 'reviewer' }] },
    select: mandate,
  })
  return row === null ? null : entryOf(row)
}

/** The e-mail of the one who holds a mandate, for the invitation's sender. */
export async function findEmail(db: Db, mandateId: string): Promise<string | null> {
  const row = await db.mandate.findUnique({
    where: { id: mandateId },
    select: { person: { select: { email: true } } },
  })
  return row?.person.email ?? null
}

export async function createMeeting(
  tx: Tx,
  meeting: Prisma.MeetingCreateManyInput,
  items: Prisma.AgendaItemCreateManyInput[],
): Promise<void> {
  await tx.meeting.createMany({ data: [meeting] })
  await tx.agendaItem.createMany({ data: items })
}

/** Saves where the version is as the writer saw it; false where someone was faster. */
export async function saveMeeting(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.MeetingUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.meeting.updateMany({
    where: { id, version, status: { not: 'closed' } },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

export async function saveInvitations(
  tx: Tx,
  meetingId: string,
  mandateIds: readonly string[],
): Promise<void> {
  await tx.meetingInvitation.deleteMany({ where: { meetingId } })
  await tx.meetingInvitation.createMany({ data: mandateIds.map((mandateId) => ({ meetingId, mandateId })) })
}

/** Moves the status where it is still `from`; false where someone was faster. */
export async function saveStatus(
  tx: Tx,
  id: string,
  move: { from: MeetingRow['status']; to: MeetingRow['status']; at: Date },
): Promise<boolean> {
  const times = move.to === 'running' ? { startedAt: move.at } : { endedAt: move.at, currentItemId: null }
  const { count } = await tx.meeting.updateMany({
    where: { id, status: move.from },
    data: { status: move.to, ...times },
  })
  return count === 1
}

export async function removeMeeting(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.meeting.deleteMany({ where: { id, status: 'planned' } })
  return count === 1
}

export async function hasOpenBallot(db: Db, meetingId: string): Promise<boolean> {
  return (await db.ballot.count({ where: { meetingId, status: 'open' } })) > 0
}
