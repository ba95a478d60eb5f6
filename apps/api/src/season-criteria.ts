import type { Tx } from './db.ts'

/** Puts an adopted version in force in a season, whose board then shows something else: its revision counts on. */
export async function putInForce(tx: Tx, seasonId: string, criteriaVersionId: string): Promise<void> {
  await tx.season.update({
    where: { id: seasonId },
    data: { criteriaVersionId, revision: { increment: 1 } },
    select: { id: true },
  })
}
