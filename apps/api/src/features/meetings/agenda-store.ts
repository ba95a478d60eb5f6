import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

export type ItemRow = Prisma.AgendaItemGetPayload<object>

export function listItems(db: Db, meetingId: string): Promise<ItemRow[]> {
  return db.agendaItem.findMany({ where: { meetingId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

export function findItem(db: Db, meetingId: string, id: string): Promise<ItemRow | null> {
  return db.agendaItem.findFirst({ where: { id, meetingId } })
}

export async function addItem(tx: Tx, item: Prisma.AgendaItemCreateManyInput): Promise<void> {
  await tx.agendaItem.createMany({ data: [item] })
}

/** Saves where the version is as the writer saw it; false where someone was faster. */
export async function saveItem(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.AgendaItemUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.agendaItem.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** Numbers the items from 1 in this order. */
export async function saveOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx.agendaItem.updateMany({
      where: { id, position: { not: index + 1 } },
      data: { position: index + 1 },
    })
}

export async function removeItem(tx: Tx, id: string): Promise<void> {
  await tx.agendaItem.deleteMany({ where: { id } })
}

/** Whether anything was said, asked, given or voted under these items. */
export async function isInUse(
  db: Db,
  meetingId: string,
  itemIds: readonly string[] | null,
): Promise<boolean> {
  const where = itemIds === null ? { meetingId } : { meetingId, itemId: { in: [...itemIds] } }
  const counts = [
    await db.contribution.count({ where }),
    await db.speech.count({ where }),
    await db.meetingTask.count({ where }),
    await db.ballot.count({ where }),
  ]
  return counts.some((count) => count > 0)
}

/** The present item ends, the next begins where it has not begun yet. */
export async function moveCurrent(
  tx: Tx,
  meetingId: string,
  { from, to, at }: { from: string | null; to: string | null; at: Date },
): Promise<void> {
  if (from !== null) await tx.agendaItem.updateMany({ where: { id: from }, data: { endedAt: at } })
  if (to !== null) {
    await tx.agendaItem.updateMany({ where: { id: to, startedAt: null }, data: { startedAt: at } })
    await tx.agendaItem.updateMany({ where: { id: to }, data: { endedAt: null } })
  }
  await tx.meeting.updateMany({ where: { id: meetingId }, data: { currentItemId: to } })
}
