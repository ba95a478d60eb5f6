import type { SeasonOfVersion, VersionFacts } from '@bangvang/core/criteria/take-version'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'

export type SeasonRow = SeasonFacts & SeasonOfVersion

/** A season with the version in force; null where there is none. */
export async function findSeason(db: Db, id: string): Promise<SeasonRow | null> {
  const row = await db.season.findUnique({
    where: { id },
    select: {
      id: true,
      clusterId: true,
      year: true,
      phase: true,
      chairUnitId: true,
      viceChairUnitId: true,
      criteriaVersion: { select: { id: true, number: true } },
    },
  })
  if (row === null) return null
  const { criteriaVersion, ...season } = row
  return { ...season, inForce: criteriaVersion }
}

/** The same, held against every other change until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<SeasonRow | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR UPDATE`
  return findSeason(tx, id)
}

/** A version as a decision needs it, whatever its status; null where there is none. */
export async function findVersionFacts(
  db: Db,
  id: string,
): Promise<(VersionFacts & { sha256: string }) | null> {
  return db.criteriaVersion.findUnique({
    where: { id },
    select: { id: true, clusterId: true, year: true, number: true, status: true, sha256: true },
  })
}

/** The latest season of a cluster before a year that has criteria; null where there is none. */
export async function findYearBefore(
  db: Db,
  { clusterId, year }: { clusterId: string; year: number },
): Promise<SeasonRow | null> {
  const row = await db.season.findFirst({
    where: { clusterId, year: { lt: year }, criteriaVersionId: { not: null } },
    orderBy: { year: 'desc' },
    select: { id: true },
  })
  return row === null ? null : findSeason(db, row.id)
}
