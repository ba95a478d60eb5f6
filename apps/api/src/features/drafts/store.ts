import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'

/** A season as the policies need it; null where there is none. */
export function findSeason(db: Db, id: string): Promise<SeasonFacts | null> {
  return db.season.findUnique({
    where: { id },
    select: { id: true, phase: true, chairUnitId: true, viceChairUnitId: true },
  })
}

/** The same, held against every change of its ranking and its comments until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<SeasonFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR UPDATE`
  return findSeason(tx, id)
}

/** Whether the unit is a member in the season's year: it has a row in the ranking. */
export async function hasRow(db: Db, seasonId: string, unitId: string): Promise<boolean> {
  const season = await db.season.findUniqueOrThrow({
    where: { id: seasonId },
    select: { clusterId: true, year: true },
  })
  return (await db.clusterMember.count({ where: { ...season, unitId } })) === 1
}
