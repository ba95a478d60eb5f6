import type { BundledComment, BundleParts, RankingBundle } from '@bangvang/core/rankings/bundle'
import { deadlineFor } from '@bangvang/core/seasons/season'
import type { Database, Db, Tx } from '../../db.ts'
import { findSeasonOfLayers, type SeasonOfLayers } from '../../season-layers.ts'

/** The season as a look at the ranking needs it. One prepared statement. */
export async function findSeason(database: Database, id: string): Promise<SeasonOfLayers | null> {
  const { rows } = await database.pool.query<SeasonOfLayers>({
    name: 'ranking-season',
    text: `SELECT s.id, s.phase, s.chair_unit_id AS "chairUnitId", s.vice_chair_unit_id AS "viceChairUnitId",
        s.cluster_id AS "clusterId", json_build_object('vi', c.name_vi, 'en', c.name_en) AS "clusterName", s.year,
        s.revision, s.criteria_version_id AS "criteriaVersionId", s.is_sample AS "isSample"
      FROM season s JOIN cluster c ON c.id = s.cluster_id WHERE s.id = $1`,
    values: [id],
  })
  return rows[0] ?? null
}

/** The season, held against every change of its scores and comments until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<SeasonOfLayers | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR UPDATE`
  return findSeasonOfLayers(tx, id)
}

/** A frozen ranking; `text` is the exported file, byte for byte. */
export type Final = { text: string; sha256: string; finalizedAt: Date; finalizedBy: string }

export async function findFinal(db: Db, seasonId: string): Promise<Final | null> {
  const row = await db.finalRanking.findUnique({ where: { seasonId } })
  if (row === null) return null
  const { bundle: text, sha256, finalizedAt, finalizedBy } = row
  return { text, sha256, finalizedAt, finalizedBy }
}

/** The final rankings there are, the latest year first. */
export async function listFinals(db: Db) {
  const seasons = await db.season.findMany({
    where: { phase: { in: ['finalized', 'archived'] } },
    select: { id: true, year: true, cluster: { select: { nameVi: true, nameEn: true } } },
    orderBy: [{ year: 'desc' }, { id: 'asc' }],
  })
  const finals = await db.finalRanking.findMany({ select: { seasonId: true, finalizedAt: true } })
  const finalizedAt = new Map(finals.map((final) => [final.seasonId, final.finalizedAt]))
  return seasons.flatMap(({ id, year, cluster }) => {
    const at = finalizedAt.get(id)
    const clusterName = { vi: cluster.nameVi, en: cluster.nameEn }
    return at === undefined ? [] : [{ seasonId: id, clusterName, year, finalizedAt: at }]
  })
}

/** Every unit's assessment: its status, and the deadline that holds for it. */
export async function listAssessments(db: Db, seasonId: string) {
  const rows = await db.assessment.findMany({
    where: { seasonId },
    select: { unitId: true, status: true },
    orderBy: { unitId: 'asc' },
  })
  const deadlines = await db.deadline.findMany({ where: { seasonId } })
  return rows.map((row) => ({ ...row, deadline: deadlineFor(deadlines, 'assessment', row.unitId) }))
}

/** The comments on the ranking with their answers, oldest first. */
export async function listComments(db: Db, seasonId: string): Promise<BundledComment[]> {
  const rows = await db.comment.findMany({
    where: { seasonId, subject: 'ranking' },
    include: { answer: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, anchor, body, byName, at, answer }) => ({
    id,
    anchor,
    body,
    by: byName,
    at: at.toISOString(),
    answer: answer && {
      kind: answer.kind,
      body: answer.body,
      by: answer.byName,
      at: answer.at.toISOString(),
    },
  }))
}

/** The season's adopted criteria with what a bundle says of their version. */
export async function findCriteria(
  db: Db,
  id: string,
): Promise<Pick<BundleParts, 'criteria' | 'criteriaVersion'>> {
  const row = await db.criteriaVersion.findUniqueOrThrow({ where: { id } })
  return {
    criteria: row.document as unknown as BundleParts['criteria'],
    criteriaVersion: {
      number: row.number,
      sha256: row.sha256,
      adoptedOn: row.adoptedOn?.toISOString().slice(0, 10) ?? '',
      legalBasis: row.legalBasis,
    },
  }
}

/** The last entry of the season's journal; number 0 where there is none. */
export async function journalHead(db: Db, chain: string): Promise<BundleParts['journal']> {
  const head = await db.journalHead.findUnique({ where: { chain } })
  return head ?? { chain, number: 0, hash: '0'.repeat(64) }
}

/** Keeps the frozen ranking and makes the season finalized, which the database allows with its ranking alone. */
export async function saveFinal(
  tx: Tx,
  bundle: RankingBundle,
  { at, byName }: { at: Date; byName: string },
): Promise<void> {
  const seasonId = bundle.content.season.id
  await tx.finalRanking.createMany({
    data: [
      {
        seasonId,
        bundle: JSON.stringify(bundle),
        sha256: bundle.sha256,
        finalizedAt: at,
        finalizedBy: byName,
      },
    ],
  })
  await tx.season.updateMany({
    where: { id: seasonId, phase: 'deliberation' },
    data: { phase: 'finalized' },
  })
  await tx.phaseChange.createMany({ data: [{ seasonId, phase: 'finalized', at, byName }] })
}
