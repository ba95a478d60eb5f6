import type { CriteriaVersionView, SeasonView } from '@bangvang/contract/seasons'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { Phase } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

const whole = {
  cluster: { select: { nameVi: true, nameEn: true } },
  criteriaVersion: { select: { id: true, number: true, sha256: true, adoptedOn: true } },
  phaseChanges: { orderBy: { at: 'asc' } },
  deadlines: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.SeasonInclude

type Row = Prisma.SeasonGetPayload<{ include: typeof whole }>

const day = (date: Date) => date.toISOString().slice(0, 10)

async function viewOf(
  db: Db,
  { cluster, criteriaVersion, phaseChanges, deadlines, ...season }: Row,
): Promise<SeasonView> {
  return {
    ...season,
    clusterName: { vi: cluster.nameVi, en: cluster.nameEn },
    units: await listMembers(db, season.clusterId, season.year),
    criteriaVersion: criteriaVersion?.adoptedOn
      ? { ...criteriaVersion, adoptedOn: day(criteriaVersion.adoptedOn) }
      : null,
    phases: phaseChanges,
    deadlines,
  }
}

/** The members of a cluster in a year, in the cluster's order. */
export async function listMembers(
  db: Db,
  clusterId: string,
  year: number,
): Promise<{ id: string; name: string }[]> {
  const rows = await db.clusterMember.findMany({
    where: { clusterId, year },
    select: { unit: { select: { id: true, name: true } } },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ unit }) => unit)
}

export async function findSeason(db: Db, id: string): Promise<SeasonView | null> {
  const row = await db.season.findUnique({ where: { id }, include: whole })
  return row === null ? null : viewOf(db, row)
}

/** The same, held against every other change until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<SeasonView | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR UPDATE`
  return findSeason(tx, id)
}

/** Seasons, newest first; `only` null: all. */
export async function listSeasons(db: Db, only: string | null): Promise<SeasonView[]> {
  const rows = await db.season.findMany({
    where: only === null ? {} : { id: only },
    include: whole,
    orderBy: [{ year: 'desc' }, { id: 'asc' }],
  })
  return Promise.all(rows.map((row) => viewOf(db, row)))
}

export async function hasCluster(db: Db, id: string): Promise<boolean> {
  return (await db.cluster.count({ where: { id } })) === 1
}

export type NewSeason = {
  id: string
  clusterId: string
  year: number
  chairUnitId: string
  viceChairUnitId: string | null
  now: Date
}

/** False where the cluster has a season of that year already. */
export async function createSeason(tx: Tx, { now, ...season }: NewSeason): Promise<boolean> {
  const { count } = await tx.season.createMany({
    data: [{ ...season, phase: 'preparing', createdAt: now }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function saveOfficers(
  tx: Tx,
  id: string,
  officers: { chairUnitId: string; viceChairUnitId: string | null },
): Promise<void> {
  await tx.season.update({ where: { id }, data: officers, select: { id: true } })
}

/** Moves the phase where it is still `from`; false where someone was faster. */
export async function savePhase(
  tx: Tx,
  id: string,
  move: { from: Phase; to: Phase; at: Date; byName: string },
): Promise<boolean> {
  const { count } = await tx.season.updateMany({ where: { id, phase: move.from }, data: { phase: move.to } })
  if (count === 1)
    await tx.phaseChange.createMany({
      data: [{ seasonId: id, phase: move.to, at: move.at, byName: move.byName }],
    })
  return count === 1
}

/** Every member unit gets its empty assessment. */
export async function openAssessments(tx: Tx, season: SeasonView, now: Date): Promise<void> {
  await tx.assessment.createMany({
    data: season.units.map(({ id }) => ({ seasonId: season.id, unitId: id, createdAt: now })),
    skipDuplicates: true,
  })
}

export async function saveDeadline(tx: Tx, deadline: Prisma.DeadlineUncheckedCreateInput): Promise<void> {
  await tx.deadline.createMany({ data: [deadline] })
}

export async function saveVersion(tx: Tx, seasonId: string, criteriaVersionId: string): Promise<void> {
  await tx.season.update({ where: { id: seasonId }, data: { criteriaVersionId }, select: { id: true } })
}

export async function findVersion(db: Db, id: string): Promise<CriteriaVersionView | null> {
  const row = await db.criteriaVersion.findUnique({
    where: { id },
    select: {
      id: true,
      clusterId: true,
      year: true,
      number: true,
      sha256: true,
      legalBasis: true,
      adoptedOn: true,
      document: true,
    },
  })
  if (row === null) return null
  return {
    ...row,
    adoptedOn: row.adoptedOn === null ? null : day(row.adoptedOn),
    document: row.document as unknown as CriteriaDocument,
  }
}
