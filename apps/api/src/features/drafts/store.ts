import type { Role } from '@bangvang/core/people/actor'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'

export type SeasonRow = SeasonFacts & { clusterId: string; year: number }

/** A season as the policies need it; null where there is none. */
export function findSeason(db: Db, id: string): Promise<SeasonRow | null> {
  return db.season.findUnique({
    where: { id },
    select: { id: true, phase: true, chairUnitId: true, viceChairUnitId: true, clusterId: true, year: true },
  })
}

/** The same, held against every change of its ranking and its comments until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<SeasonRow | null> {
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

/** A mandate as it is asked or named. */
export type AskableRow = {
  mandateId: string
  personId: string
  name: string
  role: Role
  unitId: string | null
  unitName: string | null
}

/** The mandates of a season, and the reviewers', in force on a day (ISO date), in these roles: by role, then in the cluster's order. */
export function listMandates(
  db: Db,
  seasonId: string,
  { roles, day }: { roles: readonly Role[]; day: string },
): Promise<AskableRow[]> {
  return db.$queryRaw<AskableRow[]>`
    SELECT m.id AS "mandateId", p.id AS "personId", p.name, m.role::text AS role, m.unit_id AS "unitId", u.name AS "unitName"
    FROM mandate m JOIN person p ON p.id = m.person_id JOIN season s ON s.id = ${seasonId}
    LEFT JOIN unit u ON u.id = m.unit_id
    LEFT JOIN cluster_member x ON x.cluster_id = s.cluster_id AND x.year = s.year AND x.unit_id = m.unit_id
    WHERE (m.season_id = s.id OR m.season_id IS NULL) AND m.role::text = ANY(${[...roles]}) AND p.is_active
      AND m.starts_on <= ${day}::date AND (m.ends_on IS NULL OR m.ends_on >= ${day}::date)
    ORDER BY array_position(${[...roles]}, m.role::text), x.position NULLS FIRST, p.name, m.id`
}
