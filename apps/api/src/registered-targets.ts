import { type CriteriaComparison, compareCriteria } from '@bangvang/core/criteria/compare'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { carryTargets } from '@bangvang/core/pacts/carry-targets'
import type { TargetReason } from '@bangvang/core/pacts/changed-target'
import type { RegisteredTarget, RegistrationContent } from '@bangvang/core/pacts/registration'
import type { Db } from './db.ts'

/** What a unit's leader signed, by unit; a registration that was never signed, or opened again, registers nothing. */
export type RegisteredByUnit = ReadonlyMap<string, readonly RegisteredTarget[]>

/** A reason for a changed target, as it was given. */
export type GivenReason = TargetReason & {
  criterionCode: string
  number: number
  registered: string
  byName: string
  at: Date
}

type Signed = { unitId: string; criteriaSha256: string; targets: readonly RegisteredTarget[] }

async function lastSigned(
  db: Db,
  { seasonId, unitId }: { seasonId: string; unitId?: string },
): Promise<Signed[]> {
  const rows = await db.pactRegistration.findMany({
    where: { seasonId, status: 'signed', ...(unitId === undefined ? {} : { unitId }) },
    select: {
      unitId: true,
      signatures: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { content: true, criteriaSha256: true },
      },
    },
  })
  return rows.flatMap(({ unitId: unit, signatures: [last] }) => {
    if (last === undefined) return []
    const { targets } = last.content as unknown as RegistrationContent
    return [{ unitId: unit, criteriaSha256: last.criteriaSha256, targets }]
  })
}

/** How the criteria in force differ from those signed by, by the hash of the latter; only those that do. */
async function correctedSince(
  db: Db,
  seasonId: string,
  signed: readonly Signed[],
): Promise<ReadonlyMap<string, CriteriaComparison>> {
  const season = await db.season.findUnique({
    where: { id: seasonId },
    select: { clusterId: true, year: true, criteriaVersion: { select: { sha256: true } } },
  })
  const now = season?.criteriaVersion?.sha256
  const others = new Set(signed.map(({ criteriaSha256 }) => criteriaSha256).filter((hash) => hash !== now))
  if (season === null || now === undefined || others.size === 0) return new Map()
  const versions = await db.criteriaVersion.findMany({
    where: { clusterId: season.clusterId, year: season.year, sha256: { in: [now, ...others] } },
    select: { sha256: true, document: true },
  })
  const documents = new Map(
    versions.map(({ sha256, document }) => [sha256, document as unknown as CriteriaDocument]),
  )
  const after = documents.get(now)
  return new Map(
    [...others].flatMap((hash) => {
      const before = documents.get(hash)
      if (before === undefined || after === undefined) return []
      return [[hash, compareCriteria(before, after)] as const]
    }),
  )
}

/**
 * The targets registered for a season's pact: those of the last signature of each signed registration, by the codes of
 * the criteria in force, which may have been corrected since. Two queries, a third where they were.
 */
export async function registeredTargets(
  db: Db,
  place: { seasonId: string; unitId?: string },
): Promise<RegisteredByUnit> {
  const signed = await lastSigned(db, place)
  if (signed.length === 0) return new Map()
  const corrected = await correctedSince(db, place.seasonId, signed)
  return new Map(
    signed.map(({ unitId, criteriaSha256, targets }) => {
      const comparison = corrected.get(criteriaSha256)
      return [unitId, comparison === undefined ? targets : carryTargets(comparison, targets)] as const
    }),
  )
}

/** Every reason a unit gave for a changed target, oldest first; of one criterion where it is named. */
export async function givenReasons(
  db: Db,
  place: { seasonId: string; unitId: string; criterionCode?: string },
): Promise<GivenReason[]> {
  return db.targetChange.findMany({
    where: place,
    orderBy: [{ criterionCode: 'asc' }, { number: 'asc' }],
    select: {
      criterionCode: true,
      number: true,
      registered: true,
      target: true,
      reason: true,
      byName: true,
      at: true,
    },
  })
}
