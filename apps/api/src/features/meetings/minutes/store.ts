import type { MinutesParagraph, MinutesStatus, SignerPart } from '@bangvang/core/meetings/minutes'
import type { Db, Tx } from '../../../db.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'

const whole = {
  paragraphs: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  signatures: { orderBy: { at: 'asc' } },
  addenda: { orderBy: { number: 'asc' } },
  signedFiles: { orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.MinutesInclude
export type MinutesRow = Prisma.MinutesGetPayload<{ include: typeof whole }>
export type ParagraphRow = MinutesRow['paragraphs'][number]

export function findMinutes(db: Db, meetingId: string): Promise<MinutesRow | null> {
  return db.minutes.findUnique({ where: { meetingId }, include: whole })
}

export type Written = { title: string; writtenAt: Date; writtenBy: string }

/** Writes the minutes, or writes them anew where nobody edited them; the caller holds the meeting. */
export async function saveWritten(tx: Tx, meetingId: string, written: Written): Promise<void> {
  await tx.minutes.upsert({
    where: { meetingId },
    create: { meetingId, ...written },
    update: { ...written, revision: { increment: 1 } },
    select: { meetingId: true },
  })
  await tx.minutesParagraph.deleteMany({ where: { meetingId } })
}

export async function addParagraphs(tx: Tx, rows: Prisma.MinutesParagraphCreateManyInput[]): Promise<void> {
  await tx.minutesParagraph.createMany({ data: rows })
}

/** Makes room for a paragraph at a position. */
export async function makeRoom(tx: Tx, meetingId: string, position: number): Promise<void> {
  await tx.minutesParagraph.updateMany({
    where: { meetingId, position: { gte: position } },
    data: { position: { increment: 1 } },
  })
}

/** Saves where the version is as the writer saw it; false where someone was faster. */
export async function saveParagraph(
  tx: Tx,
  { id, meetingId, version }: { id: string; meetingId: string; version: number },
  change: MinutesParagraph & { editedBy: string; editedAt: Date },
): Promise<boolean> {
  const { count } = await tx.minutesParagraph.updateMany({
    where: { id, meetingId, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** Removes where the version is as the writer saw it; false where someone was faster. */
export async function removeParagraph(
  tx: Tx,
  where: { id: string; meetingId: string; version: number },
): Promise<boolean> {
  const { count } = await tx.minutesParagraph.deleteMany({ where })
  return count === 1
}

/** The next revision, with the status it has now. */
export async function saveRevision(tx: Tx, meetingId: string, status: MinutesStatus): Promise<void> {
  await tx.minutes.updateMany({ where: { meetingId }, data: { status, revision: { increment: 1 } } })
}

export async function saveDraftId(tx: Tx, meetingId: string, draftId: string): Promise<void> {
  await tx.minutes.updateMany({ where: { meetingId }, data: { draftId, status: 'consultation' } })
}

export type Approval = { sha256: string; approvedBy: string; approvedAt: Date; approvedBallot: string | null }

/** Approves the revision that was seen; false where it is another one now, or approved. */
export async function saveApproval(
  tx: Tx,
  { meetingId, revision }: { meetingId: string; revision: number },
  approval: Approval,
): Promise<boolean> {
  const { count } = await tx.minutes.updateMany({
    where: { meetingId, revision, status: { in: ['drafted', 'edited', 'consultation'] } },
    data: { ...approval, status: 'approved' },
  })
  return count === 1
}

/** A part's signature; false where it has signed already. */
export async function saveSignature(
  tx: Tx,
  signature: Prisma.MinutesSignatureCreateManyInput & { part: SignerPart },
): Promise<boolean> {
  const { count } = await tx.minutesSignature.createMany({ data: [signature], skipDuplicates: true })
  return count === 1
}

export async function lockMinutes(tx: Tx, meetingId: string, lockedAt: Date): Promise<void> {
  await tx.minutes.updateMany({
    where: { meetingId, status: 'approved' },
    data: { status: 'locked', lockedAt },
  })
}

export async function addSignedFile(tx: Tx, file: Prisma.MinutesSignedFileCreateManyInput): Promise<void> {
  await tx.minutesSignedFile.createMany({ data: [file] })
}

export async function addAddendum(tx: Tx, addendum: Prisma.MinutesAddendumCreateManyInput): Promise<void> {
  await tx.minutesAddendum.createMany({ data: [addendum] })
}

/** Whether a vote of the season passed what it asked. */
export async function hasPassed(db: Db, seasonId: string, ballotId: string): Promise<boolean> {
  const ballot = await db.ballot.findFirst({
    where: { id: ballotId, seasonId, status: 'closed' },
    select: { rounds: { orderBy: { round: 'desc' }, take: 1, select: { result: true } } },
  })
  return (ballot?.rounds[0]?.result as { passed: boolean | null } | undefined)?.passed === true
}
