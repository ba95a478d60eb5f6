import type { Tx } from '../../db.ts'
import type { AskableRow } from './store.ts'

export type NewConsultation = {
  sentAt: Date
  deadline: Date
  message: string
  byName: string
  invitees: readonly AskableRow[]
}

/** Keeps a round of consultation with those asked, in the order asked; gives the round's number. The caller holds the draft's lock. */
export async function saveConsultation(
  tx: Tx,
  draftId: string,
  { invitees, ...sent }: NewConsultation,
): Promise<number> {
  const { _max } = await tx.consultation.aggregate({ where: { draftId }, _max: { round: true } })
  const round = (_max.round ?? 0) + 1
  await tx.consultation.createMany({ data: [{ ...sent, draftId, round }] })
  await tx.invitee.createMany({
    data: invitees.map(({ unitName: _, ...asked }, index) => ({
      ...asked,
      draftId,
      round,
      position: index + 1,
    })),
  })
  return round
}

/** The draft is under consultation from now on. */
export async function saveSentOut(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.draft.update({
    where: { id },
    data: { status: 'consultation', updatedAt: now },
    select: { id: true },
  })
}

/** The deadline of the last round; null where the draft was never sent out. */
export async function lastDeadline(tx: Tx, draftId: string): Promise<Date | null> {
  const last = await tx.consultation.findFirst({
    where: { draftId },
    orderBy: { round: 'desc' },
    select: { deadline: true },
  })
  return last?.deadline ?? null
}

export type Invitation = { round: number; mandateId: string; hasAnswered: boolean }

/** The last round's invitation to a mandate, or to the one it stands in for, and whether it was answered; null: not asked. */
export async function findInvitation(tx: Tx, draftId: string, mandateId: string): Promise<Invitation | null> {
  const rows = await tx.$queryRaw<Invitation[]>`
    SELECT i.round, i.mandate_id AS "mandateId",
      EXISTS (SELECT 1 FROM no_comment n WHERE n.draft_id = i.draft_id AND n.round = i.round AND n.mandate_id = i.mandate_id)
      OR EXISTS (SELECT 1 FROM comment m JOIN mandate x ON x.id = m.by_mandate_id JOIN draft d ON d.id = i.draft_id
        WHERE (m.draft_id = d.id OR d.kind = 'ranking' AND m.draft_id IS NULL AND m.season_id = d.season_id)
          AND m.at >= k.sent_at AND i.mandate_id IN (x.id, x.substitute_for_id)) AS "hasAnswered"
    FROM invitee i JOIN consultation k ON k.draft_id = i.draft_id AND k.round = i.round
    WHERE i.draft_id = ${draftId}::uuid AND i.round = (SELECT max(round) FROM consultation WHERE draft_id = ${draftId}::uuid)
      AND i.mandate_id IN (SELECT unnest(ARRAY[id, substitute_for_id]) FROM mandate WHERE id = ${mandateId}::uuid)
    ORDER BY i.mandate_id = ${mandateId}::uuid DESC LIMIT 1`
  return rows[0] ?? null
}

export type NewNoComment = { draftId: string; round: number; mandateId: string; at: Date }

export async function saveNoComment(tx: Tx, answer: NewNoComment): Promise<void> {
  await tx.noComment.createMany({ data: [answer] })
}
