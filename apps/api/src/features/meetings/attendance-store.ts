import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

export type AttendanceRow = Prisma.UnitAttendanceGetPayload<object>
export type FileRow = Prisma.MeetingFileGetPayload<object>

export function findAttendance(db: Db, meetingId: string, unitId: string): Promise<AttendanceRow | null> {
  return db.unitAttendance.findUnique({ where: { meetingId_unitId: { meetingId, unitId } } })
}

type Noted = Omit<Prisma.UnitAttendanceUncheckedCreateInput, 'version'>

/** Saves where the version is as the writer saw it, 0 for none; false where someone was faster. */
export async function saveAttendance(tx: Tx, version: number, noted: Noted): Promise<boolean> {
  const { meetingId, unitId, ...rest } = noted
  if (version === 0) {
    const { count } = await tx.unitAttendance.createMany({
      data: [{ ...noted, version: 1 }],
      skipDuplicates: true,
    })
    return count === 1
  }
  const { count } = await tx.unitAttendance.updateMany({
    where: { meetingId, unitId, version },
    data: { ...rest, version: { increment: 1 } },
  })
  return count === 1
}

/** How many units are there, in person or by a substitute. */
export function countPresent(db: Db, meetingId: string): Promise<number> {
  return db.unitAttendance.count({ where: { meetingId, state: { not: 'absent' } } })
}

export async function saveFile(tx: Tx, file: Prisma.MeetingFileCreateManyInput): Promise<void> {
  await tx.meetingFile.createMany({ data: [file] })
}

export function findFile(db: Db, meetingId: string, id: string): Promise<FileRow | null> {
  return db.meetingFile.findFirst({ where: { id, meetingId } })
}

/** A signed PDF of the minutes, as it came. */
export function findSignedFile(db: Db, meetingId: string, id: string): Promise<FileRow | null> {
  return db.minutesSignedFile.findFirst({ where: { id, meetingId } })
}

/** Whether every one of these is a file of the meeting. */
export async function hasFiles(db: Db, meetingId: string, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  return (await db.meetingFile.count({ where: { meetingId, id: { in: wanted } } })) === wanted.length
}

/** Whether the agenda, an authorization or a written opinion names the file. */
export async function isNamed(db: Db, meetingId: string, id: string): Promise<boolean> {
  const items = await db.agendaItem.findMany({ where: { meetingId }, select: { papers: true } })
  if (items.some(({ papers }) => JSON.stringify(papers).includes(id))) return true
  if ((await db.unitAttendance.count({ where: { meetingId, fileId: id } })) > 0) return true
  return (await db.vote.count({ where: { fileId: id, ballot: { meetingId } } })) > 0
}

export async function removeFile(tx: Tx, id: string): Promise<void> {
  await tx.meetingFile.deleteMany({ where: { id } })
}
