import type { PactContent } from '@bangvang/core/pacts/close-pact'
import type { RegistrationContent } from '@bangvang/core/pacts/registration'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

export type Place = { seasonId: string; unitId: string }
export type ClosedPact = { content: PactContent; sha256: string; closedAt: Date; closedBy: string }
export type PactSeason = SeasonFacts & {
  year: number
  clusterName: { vi: string; en: string }
  criteria: { id: string; number: number; sha256: string } | null
  pact: ClosedPact | null
  units: { id: string; name: string }[]
}

/** The season with its units, the criteria in force and its pact, once that is closed; null where there is none. */
export async function findSeason(db: Db, id: string): Promise<PactSeason | null> {
  const row = await db.season.findUnique({
    where: { id },
    select: {
      id: true,
      phase: true,
      chairUnitId: true,
      viceChairUnitId: true,
      year: true,
      clusterId: true,
      cluster: { select: { nameVi: true, nameEn: true } },
      criteriaVersion: { select: { id: true, number: true, sha256: true } },
    },
  })
  if (row === null) return null
  const { cluster, criteriaVersion, clusterId, ...season } = row
  const members = await db.clusterMember.findMany({
    where: { clusterId, year: season.year },
    select: { unit: { select: { id: true, name: true } } },
    orderBy: { position: 'asc' },
  })
  return {
    ...season,
    clusterName: { vi: cluster.nameVi, en: cluster.nameEn },
    criteria: criteriaVersion,
    pact: await findPact(db, id),
    units: members.map(({ unit }) => unit),
  }
}

async function findPact(db: Db, seasonId: string): Promise<ClosedPact | null> {
  const row = await db.pact.findUnique({ where: { seasonId } })
  if (row === null) return null
  const { content, sha256, closedAt, closedBy } = row
  return { content: content as unknown as PactContent, sha256, closedAt, closedBy }
}

/** The same, while nobody opens the season or closes its pact until the transaction ends. */
export async function holdSeason(tx: Tx, id: string): Promise<PactSeason | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR SHARE`
  return findSeason(tx, id)
}

/** The same, while nobody registers or signs either. */
export async function lockSeason(tx: Tx, id: string): Promise<PactSeason | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR UPDATE`
  return findSeason(tx, id)
}

const whole = {
  targets: { orderBy: { criterionCode: 'asc' } },
  movements: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  signatures: { orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.PactRegistrationInclude

export type RegistrationRow = Prisma.PactRegistrationGetPayload<{ include: typeof whole }>

/** What the units of a season register, each with its last signature. */
export function listRegistrations(db: Db, seasonId: string): Promise<RegistrationRow[]> {
  return db.pactRegistration.findMany({ where: { seasonId }, include: whole })
}

export function findRegistration(db: Db, { seasonId, unitId }: Place): Promise<RegistrationRow | null> {
  return db.pactRegistration.findUnique({ where: { seasonId_unitId: { seasonId, unitId } }, include: whole })
}

/** Counts a change of a registration that is not signed, which nobody else changes until the transaction ends; false where it is signed. */
export async function beginChange(tx: Tx, { seasonId, unitId }: Place, now: Date): Promise<boolean> {
  await tx.pactRegistration.createMany({ data: [{ seasonId, unitId, createdAt: now }], skipDuplicates: true })
  const { count } = await tx.pactRegistration.updateMany({
    where: { seasonId, unitId, status: 'draft' },
    data: { revision: { increment: 1 } },
  })
  return count === 1
}

export type TargetPlace = Place & { criterionCode: string }
export type Saved = { version: number; updatedAt: Date; updatedBy: string }

export function findTarget(db: Db, place: TargetPlace) {
  return db.pactTarget.findUnique({ where: { seasonId_unitId_criterionCode: place } })
}

/** Saves where the stored version is still the one seen (0: none); false where someone was faster. */
export async function saveTarget(
  tx: Tx,
  place: TargetPlace,
  { version, ...saved }: Saved & { target: string | null; note: string },
): Promise<boolean> {
  if (version === 0) {
    const row = { ...place, ...saved, version: 1 }
    return (await tx.pactTarget.createMany({ data: [row], skipDuplicates: true })).count === 1
  }
  const { seasonId, unitId, criterionCode } = place
  const where = { seasonId, unitId, criterionCode, version }
  return (await tx.pactTarget.updateMany({ where, data: { ...saved, version: version + 1 } })).count === 1
}

export type MovementPlace = Place & { movementId: string }

/** The unit's own movement of that id; null where there is none, or another unit has it. */
export function findMovement(db: Db, { seasonId, unitId, movementId }: MovementPlace) {
  return db.pactMovement.findFirst({ where: { id: movementId, seasonId, unitId } })
}

export function countMovements(db: Db, { seasonId, unitId }: Place): Promise<number> {
  return db.pactMovement.count({ where: { seasonId, unitId } })
}

/** Saves where the stored version is still the one seen (0: none); false where someone was faster. */
export async function saveMovement(
  tx: Tx,
  { seasonId, unitId, movementId: id }: MovementPlace,
  { version, ...saved }: Saved & { title: string; content: string },
): Promise<boolean> {
  if (version === 0) {
    const row = { id, seasonId, unitId, ...saved, version: 1, createdAt: saved.updatedAt }
    return (await tx.pactMovement.createMany({ data: [row], skipDuplicates: true })).count === 1
  }
  const where = { id, seasonId, unitId, version }
  return (await tx.pactMovement.updateMany({ where, data: { ...saved, version: version + 1 } })).count === 1
}

export async function removeMovement(
  tx: Tx,
  { seasonId, unitId, movementId: id }: MovementPlace,
  version: number,
): Promise<boolean> {
  return (await tx.pactMovement.deleteMany({ where: { id, seasonId, unitId, version } })).count === 1
}

export type Signature = { content: RegistrationContent; sha256: string; criteriaSha256: string }
export type Author = { name: string; mandateId: string; at: Date }

/** Keeps the signature and makes the registration signed, where it still is the revision that was shown; false where it is not. */
export async function saveSignature(
  tx: Tx,
  { seasonId, unitId, revision, number }: Place & { revision: number; number: number },
  { content, sha256, criteriaSha256, ...by }: Signature & Author,
): Promise<boolean> {
  const { count } = await tx.pactRegistration.updateMany({
    where: { seasonId, unitId, revision, status: 'draft' },
    data: { status: 'signed' },
  })
  if (count === 0) return false
  const signature = { content: content as unknown as Prisma.InputJsonObject, sha256, criteriaSha256 }
  const signed = { signedAt: by.at, signedBy: by.name, byMandateId: by.mandateId }
  await tx.pactSignature.createMany({ data: [{ seasonId, unitId, number, ...signature, ...signed }] })
  return true
}

/** Opens a signed registration again; false where it is not signed. */
export async function saveReopened(tx: Tx, { seasonId, unitId }: Place): Promise<boolean> {
  const { count } = await tx.pactRegistration.updateMany({
    where: { seasonId, unitId, status: 'signed' },
    data: { status: 'draft', revision: { increment: 1 } },
  })
  return count === 1
}

export async function savePact(
  tx: Tx,
  { content, sha256 }: { content: PactContent; sha256: string },
  by: Author,
): Promise<void> {
  await tx.pact.createMany({
    data: [
      {
        seasonId: content.season.id,
        content: content as unknown as Prisma.InputJsonObject,
        sha256,
        closedAt: by.at,
        closedBy: by.name,
        byMandateId: by.mandateId,
      },
    ],
  })
}

/** The unit's assessment as a reason needs it; it cannot be submitted until the transaction ends. */
export async function holdAssessment(tx: Tx, { seasonId, unitId }: Place) {
  await tx.$queryRaw`SELECT 1 FROM assessment WHERE season_id = ${seasonId} AND unit_id = ${unitId} FOR SHARE`
  return tx.assessment.findUnique({
    where: { seasonId_unitId: { seasonId, unitId } },
    select: { status: true, season: { select: { phase: true } } },
  })
}

/** The last reason given for a criterion's target; null where there is none. */
export function lastChange(db: Db, place: TargetPlace) {
  return db.targetChange.findFirst({ where: place, orderBy: { number: 'desc' } })
}

/** False where someone gave a reason meanwhile. */
export async function saveChange(tx: Tx, change: Prisma.TargetChangeUncheckedCreateInput): Promise<boolean> {
  return (await tx.targetChange.createMany({ data: [change], skipDuplicates: true })).count === 1
}
