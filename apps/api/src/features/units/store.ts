import type { ClusterView, UnitView } from '@bangvang/contract/units'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

const day = (date: Date) => date.toISOString().slice(0, 10)
const viewOf = (row: Prisma.UnitGetPayload<object>): UnitView => ({
  ...row,
  validFrom: day(row.validFrom),
  validTo: row.validTo === null ? null : day(row.validTo),
})

/** Every unit there was, by state code and beginning. */
export async function listUnits(db: Db): Promise<UnitView[]> {
  return (await db.unit.findMany({ orderBy: [{ stateCode: 'asc' }, { validFrom: 'asc' }] })).map(viewOf)
}

export async function findUnit(db: Db, id: string): Promise<UnitView | null> {
  const row = await db.unit.findUnique({ where: { id } })
  return row === null ? null : viewOf(row)
}

/** False where a unit has this code. */
export async function createUnit(
  tx: Tx,
  unit: { id: string; stateCode: string; name: string; kind: string; validFrom: string },
): Promise<boolean> {
  const { count } = await tx.unit.createMany({
    data: [{ ...unit, validFrom: new Date(unit.validFrom) }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Ends a unit that has not ended; false where someone was faster. */
export async function endUnit(
  tx: Tx,
  id: string,
  end: { validTo: string; successorId: string | null },
): Promise<boolean> {
  const { count } = await tx.unit.updateMany({
    where: { id, validTo: null },
    data: { validTo: new Date(end.validTo), successorId: end.successorId },
  })
  return count === 1
}

export async function listClusters(db: Db): Promise<ClusterView[]> {
  const rows = await db.cluster.findMany({
    include: { members: { orderBy: [{ year: 'asc' }, { position: 'asc' }] } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, nameVi, nameEn, members }) => ({
    id,
    name: { vi: nameVi, en: nameEn },
    years: [...new Set(members.map(({ year }) => year))].map((year) => ({
      year,
      unitIds: members.filter((member) => member.year === year).map(({ unitId }) => unitId),
    })),
  }))
}

export async function findCluster(db: Db, id: string): Promise<ClusterView | null> {
  return (await listClusters(db)).find((cluster) => cluster.id === id) ?? null
}

export async function createCluster(
  tx: Tx,
  { id, name }: { id: string; name: { vi: string; en: string } },
): Promise<boolean> {
  const { count } = await tx.cluster.createMany({
    data: [{ id, nameVi: name.vi, nameEn: name.en }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Holds the cluster, so that two lists of members never mix. */
export async function lockCluster(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM cluster WHERE id = ${id} FOR UPDATE`
}

export async function saveMembers(
  tx: Tx,
  place: { clusterId: string; year: number },
  unitIds: readonly string[],
): Promise<void> {
  await tx.clusterMember.deleteMany({ where: { clusterId: place.clusterId, year: place.year } })
  await tx.clusterMember.createMany({
    data: unitIds.map((unitId, position) => ({
      clusterId: place.clusterId,
      year: place.year,
      unitId,
      position,
    })),
  })
}

/** Whether the cluster's season of that year is past preparing: its members have assessments then. */
export async function isSeasonRunning(db: Db, clusterId: string, year: number): Promise<boolean> {
  return (await db.season.count({ where: { clusterId, year, phase: { not: 'preparing' } } })) > 0
}
