import type { AppraisalDecision } from '@bangvang/core/appraisals/effective'
import type { RankingBundle } from '@bangvang/core/rankings/bundle'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Database, Db, Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

export type Season = SeasonFacts & { revision: number; criteriaVersionId: string | null }
export type Cell = { seasonId: string; unitId: string; criterionCode: string }
export type GatePlace = { seasonId: string; unitId: string; gateCode: string }

/** What every look at the board needs: the phase and whether anything changed. One prepared statement. */
export async function findSeason(database: Database, id: string): Promise<Season | null> {
  const { rows } = await database.pool.query<Season>({
    name: 'board-season',
    text: `SELECT id, phase, chair_unit_id AS "chairUnitId", vice_chair_unit_id AS "viceChairUnitId", revision, criteria_version_id AS "criteriaVersionId" FROM season WHERE id = $1`,
    values: [id],
  })
  return rows[0] ?? null
}

/** The same, held against every other change of the board until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<Season | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM season WHERE id = ${id} FOR UPDATE`
  if (rows.length === 0) return null
  return tx.season.findUnique({
    where: { id },
    select: {
      id: true,
      phase: true,
      chairUnitId: true,
      viceChairUnitId: true,
      revision: true,
      criteriaVersionId: true,
    },
  })
}

export async function findBundle(db: Db, seasonId: string): Promise<RankingBundle | null> {
  const row = await db.finalRanking.findUnique({ where: { seasonId }, select: { bundle: true } })
  return row === null ? null : (JSON.parse(row.bundle) as RankingBundle)
}

/** Whether the unit has an assessment in the season: it is a member. */
export async function hasUnit(db: Db, seasonId: string, unitId: string): Promise<boolean> {
  return (await db.assessment.count({ where: { seasonId, unitId } })) === 1
}

/** The number of the last decision on a cell; 0 where there is none. */
export async function lastAppraisal(db: Db, { seasonId, unitId, criterionCode }: Cell): Promise<number> {
  const { _max } = await db.appraisal.aggregate({
    where: { seasonId, unitId, criterionCode },
    _max: { number: true },
  })
  return _max.number ?? 0
}

export type Author = { reason: string; byName: string; byMandateId: string; at: Date }

export async function saveAppraisal(
  tx: Tx,
  cell: Cell & { number: number; decision: AppraisalDecision },
  author: Author,
): Promise<void> {
  const { seasonId, unitId, criterionCode, number, decision } = cell
  const answer = decision.kind === 'corrected' ? (decision.answer as Prisma.InputJsonObject) : Prisma.DbNull
  const set =
    decision.kind === 'overridden'
      ? { points: decision.points, bonus: decision.bonus ?? null }
      : { points: null, bonus: null }
  await tx.appraisal.createMany({
    data: [{ seasonId, unitId, criterionCode, number, kind: decision.kind, answer, ...set, ...author }],
  })
}

/** Every decision on gates, oldest first; `unitId` null: of all units. */
export async function listGates(db: Db, seasonId: string, unitId: string | null) {
  const rows = await db.gateDecision.findMany({
    where: { seasonId, ...(unitId === null ? {} : { unitId }) },
    orderBy: [{ at: 'asc' }, { unitId: 'asc' }, { gateCode: 'asc' }, { number: 'asc' }],
  })
  return rows.map(({ unitId: unit, gateCode, number, applies, reason, byName, at }) => ({
    unitId: unit,
    gateCode,
    number,
    applies,
    reason,
    byName,
    at,
  }))
}

export async function lastGate(db: Db, { seasonId, unitId, gateCode }: GatePlace): Promise<number> {
  const { _max } = await db.gateDecision.aggregate({
    where: { seasonId, unitId, gateCode },
    _max: { number: true },
  })
  return _max.number ?? 0
}

export async function saveGate(
  tx: Tx,
  place: GatePlace & { number: number; applies: boolean },
  author: Author,
): Promise<void> {
  const { seasonId, unitId, gateCode, number, applies } = place
  await tx.gateDecision.createMany({ data: [{ seasonId, unitId, gateCode, number, applies, ...author }] })
}

/** The files a cell's submission names. */
export async function listEvidence(db: Db, ids: readonly string[]) {
  const rows = await db.evidence.findMany({
    where: { id: { in: [...ids] } },
    include: { links: true },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, contentType, size, sha256, uploadedAt, uploadedBy, links }) => ({
    id,
    name,
    contentType,
    size,
    sha256,
    uploadedAt,
    uploadedBy,
    criterionCodes: links.map(({ criterionCode }) => criterionCode).sort(),
    inSubmission: true,
  }))
}
