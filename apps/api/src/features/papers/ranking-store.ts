import type { RankingBundle } from '@bangvang/core/rankings/bundle'
import type { Db } from '../../db.ts'

/** The frozen ranking of a season; null while it is a draft. */
export async function findBundle(
  db: Db,
  seasonId: string,
): Promise<{ bundle: RankingBundle; at: Date } | null> {
  const row = await db.finalRanking.findUnique({
    where: { seasonId },
    select: { bundle: true, finalizedAt: true },
  })
  return row === null ? null : { bundle: JSON.parse(row.bundle) as RankingBundle, at: row.finalizedAt }
}

export async function hasBundle(db: Db, seasonId: string): Promise<boolean> {
  return (await db.finalRanking.count({ where: { seasonId } })) > 0
}
