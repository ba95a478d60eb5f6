import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

export type SpeechRow = Prisma.SpeechGetPayload<object>
export type ContributionRow = Prisma.ContributionGetPayload<object>
export type TaskRow = Prisma.MeetingTaskGetPayload<object>

/** Everyone who asked to speak, in that order. */
export function listSpeeches(db: Db, meetingId: string): Promise<SpeechRow[]> {
  return db.speech.findMany({ where: { meetingId }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] })
}

export function findSpeech(db: Db, meetingId: string, id: string): Promise<SpeechRow | null> {
  return db.speech.findFirst({ where: { id, meetingId } })
}

export async function addSpeech(tx: Tx, speech: Prisma.SpeechCreateManyInput): Promise<void> {
  await tx.speech.createMany({ data: [speech] })
}

/** Moves a speech where it is still `from`; false where someone was faster. */
export async function moveSpeech(
  tx: Tx,
  { id, from }: { id: string; from: SpeechRow['state'] },
  to: Prisma.SpeechUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.speech.updateMany({ where: { id, state: from }, data: to })
  return count === 1
}

/** Whoever has the floor has finished. */
export async function endSpeaking(tx: Tx, meetingId: string, at: Date): Promise<void> {
  await tx.speech.updateMany({
    where: { meetingId, state: 'speaking' },
    data: { state: 'done', endedAt: at },
  })
}

/** At the end of the meeting nobody has the floor, and nobody waits for it. */
export async function leaveFloor(tx: Tx, meetingId: string, at: Date): Promise<void> {
  await endSpeaking(tx, meetingId, at)
  await tx.speech.updateMany({
    where: { meetingId, state: 'asked' },
    data: { state: 'withdrawn', endedAt: at },
  })
}

export function listContributions(db: Db, meetingId: string): Promise<ContributionRow[]> {
  return db.contribution.findMany({ where: { meetingId }, orderBy: { number: 'asc' } })
}

export function findContribution(db: Db, meetingId: string, id: string): Promise<ContributionRow | null> {
  return db.contribution.findFirst({ where: { id, meetingId } })
}

/** Appends under the meeting's next number. */
export async function addContribution(
  tx: Tx,
  contribution: Omit<Prisma.ContributionCreateManyInput, 'number'>,
): Promise<number> {
  const { meetingId } = contribution
  const { _max } = await tx.contribution.aggregate({ where: { meetingId }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  await tx.contribution.createMany({ data: [{ ...contribution, number }] })
  return number
}

/** Saves where the version is as the writer saw it; false where someone was faster. */
export async function saveContribution(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: { body: string; editedAt: Date },
): Promise<boolean> {
  const { count } = await tx.contribution.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

export function listTasks(db: Db, meetingId: string): Promise<TaskRow[]> {
  return db.meetingTask.findMany({ where: { meetingId }, orderBy: { number: 'asc' } })
}

export function findTask(db: Db, meetingId: string, id: string): Promise<TaskRow | null> {
  return db.meetingTask.findFirst({ where: { id, meetingId } })
}

/** Appends under the meeting's next number. */
export async function addTask(
  tx: Tx,
  task: Omit<Prisma.MeetingTaskCreateManyInput, 'number'>,
): Promise<number> {
  const { meetingId } = task
  const { _max } = await tx.meetingTask.aggregate({ where: { meetingId }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  await tx.meetingTask.createMany({ data: [{ ...task, number }] })
  return number
}

/** Saves where the version is as the writer saw it; false where someone was faster. */
export async function saveTask(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.MeetingTaskUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.meetingTask.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}
