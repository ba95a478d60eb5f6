import type { Answer } from '@bangvang/core/assessments/answer'
import type { AssessmentStatus } from '@bangvang/core/assessments/policy'
import type { Deadline, SeasonFacts } from '@bangvang/core/seasons/season'
import type { Database, Db, SqlTx, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

export type Place = { seasonId: string; unitId: string }
export type SeasonRow = SeasonFacts & { criteriaVersionId: string | null; deadlines: Deadline[] }

/** A season as the policies need it, with its deadlines; null where there is none. */
export async function findSeason(db: Db, seasonId: string): Promise<SeasonRow | null> {
  return db.season.findUnique({
    where: { id: seasonId },
    select: {
      id: true,
      phase: true,
      chairUnitId: true,
      viceChairUnitId: true,
      criteriaVersionId: true,
      deadlines: { select: { kind: true, unitId: true, at: true, createdAt: true } },
    },
  })
}

const whole = {
  answers: { orderBy: { criterionCode: 'asc' } },
  submissions: { orderBy: { number: 'asc' } },
} as const satisfies Prisma.AssessmentInclude

export type AssessmentRow = Prisma.AssessmentGetPayload<{ include: typeof whole }>

/** One unit's assessment with answers and submissions. */
export function findAssessment(db: Db, { seasonId, unitId }: Place): Promise<AssessmentRow | null> {
  return db.assessment.findUnique({ where: { seasonId_unitId: { seasonId, unitId } }, include: whole })
}

/** The same, held against every other change until the transaction ends. */
export async function lockAssessment(tx: Tx, place: Place): Promise<AssessmentRow | null> {
  await tx.$queryRaw`SELECT 1 FROM assessment WHERE season_id = ${place.seasonId} AND unit_id = ${place.unitId} FOR UPDATE`
  return findAssessment(tx, place)
}

/** The unit's last submission in its cluster's season of the year before; null where there is none. */
export async function findLastYear(
  db: Db,
  { seasonId, unitId }: Place,
): Promise<{ year: number; answers: unknown } | null> {
  const season = await db.season.findUniqueOrThrow({
    where: { id: seasonId },
    select: { clusterId: true, year: true },
  })
  const before = { clusterId: season.clusterId, year: season.year - 1 }
  const row = await db.submission.findFirst({
    where: { unitId, assessment: { season: before } },
    orderBy: { number: 'desc' },
    select: { answers: true },
  })
  return row === null ? null : { year: before.year, answers: row.answers }
}

/** The unit's name, as it was called. */
export async function findUnitName(db: Db, unitId: string): Promise<string> {
  return (await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } })).name
}

export type EvidenceRow = Prisma.EvidenceGetPayload<{ include: { links: true } }>

/** A unit's files, oldest first. */
export function listEvidence(db: Db, { seasonId, unitId }: Place): Promise<EvidenceRow[]> {
  return db.evidence.findMany({
    where: { seasonId, unitId },
    include: { links: true },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
  })
}

export function findEvidence(db: Db, id: string): Promise<EvidenceRow | null> {
  return db.evidence.findUnique({ where: { id }, include: { links: true } })
}

/** Every assessment of a season, in the cluster's order, with how many answers it has and its last submission. */
export function listAssessments(database: Database, seasonId: string) {
  return database.pool
    .query<{
      unitId: string
      unitName: string
      status: AssessmentStatus
      answered: number
      submittedAt: Date | null
      isLate: boolean | null
    }>({
      name: 'assessments-list',
      text: `SELECT a.unit_id AS "unitId", u.name AS "unitName", a.status,
          (SELECT count(*)::int FROM answer w WHERE w.season_id = a.season_id AND w.unit_id = a.unit_id AND w.answer IS NOT NULL) AS answered,
          s.submitted_at AS "submittedAt", s.is_late AS "isLate"
        FROM assessment a JOIN unit u ON u.id = a.unit_id JOIN season n ON n.id = a.season_id
        LEFT JOIN cluster_member m ON m.cluster_id = n.cluster_id AND m.year = n.year AND m.unit_id = a.unit_id
        LEFT JOIN LATERAL (SELECT submitted_at, is_late FROM submission WHERE season_id = a.season_id AND unit_id = a.unit_id ORDER BY number DESC LIMIT 1) s ON true
        WHERE a.season_id = $1 ORDER BY m.position, a.unit_id`,
      values: [seasonId],
    })
    .then(({ rows }) => rows)
}

export type Stored = {
  answer: Answer | null
  note: string
  version: number
  updatedAt: Date
  updatedBy: string
}
export type AnswerPlace = Place & { criterionCode: string }
export type SaveContext = {
  phase: SeasonFacts['phase']
  criteriaVersionId: string | null
  status: AssessmentStatus
  stored: Stored | null
}

/** What a save must know, in one query; the assessment cannot be submitted until the transaction ends. */
export async function findForSave(
  tx: SqlTx,
  { seasonId, unitId, criterionCode }: AnswerPlace,
): Promise<SaveContext | null> {
  const { rows } = await tx.query({
    name: 'answer-find-for-save',
    text: `SELECT s.phase, s.criteria_version_id AS "criteriaVersionId", a.status,
        w.answer, w.note, w.version, w.updated_at AS "updatedAt", w.updated_by AS "updatedBy"
      FROM assessment a JOIN season s ON s.id = a.season_id
      LEFT JOIN answer w ON w.season_id = a.season_id AND w.unit_id = a.unit_id AND w.criterion_code = $3
      WHERE a.season_id = $1 AND a.unit_id = $2 FOR SHARE OF a`,
    values: [seasonId, unitId, criterionCode],
  })
  const row = rows[0]
  if (row === undefined) return null
  const { phase, criteriaVersionId, status, ...stored } = row
  return { phase, criteriaVersionId, status, stored: stored.version === null ? null : stored }
}

const upsert = {
  name: 'answer-save',
  text: `INSERT INTO answer (season_id, unit_id, criterion_code, answer, note, version, updated_at, updated_by)
    SELECT $1, $2, $3, $4::jsonb, $5, 1, $7::timestamptz, $8 FROM season WHERE id = $1 AND criteria_version_id = $9::uuid
    ON CONFLICT (season_id, unit_id, criterion_code) DO UPDATE
      SET answer = excluded.answer, note = excluded.note, version = answer.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
      WHERE answer.version = $6
    RETURNING version`,
}

/**
 * Saves where the stored version is still the one seen (0: none), and the criteria those it was checked by; null where
 * someone was faster, or a correction of the criteria.
 */
export async function saveAnswer(
  tx: SqlTx,
  place: AnswerPlace,
  saved: Stored & { criteriaVersionId: string },
): Promise<number | null> {
  const answer = saved.answer === null ? null : JSON.stringify(saved.answer)
  const { rows } = await tx.query<{ version: number }>({
    ...upsert,
    values: [
      place.seasonId,
      place.unitId,
      place.criterionCode,
      answer,
      saved.note,
      saved.version,
      saved.updatedAt,
      saved.updatedBy,
      saved.criteriaVersionId,
    ],
  })
  return rows[0]?.version ?? null
}

export type StatusChange = {
  from: readonly AssessmentStatus[]
  to: AssessmentStatus
  returned: { reason: string; byName: string; at: Date } | null
}

/** Moves the status where it is still one of `from`; false where someone was faster. */
export async function saveStatus(
  tx: Tx,
  place: Place,
  { from, to, returned }: StatusChange,
): Promise<boolean> {
  const { count } = await tx.assessment.updateMany({
    where: { seasonId: place.seasonId, unitId: place.unitId, status: { in: [...from] } },
    data: {
      status: to,
      returnReason: returned?.reason ?? null,
      returnedBy: returned?.byName ?? null,
      returnedAt: returned?.at ?? null,
    },
  })
  return count === 1
}

export type NewSubmission = Omit<Prisma.SubmissionUncheckedCreateInput, 'answers'> & { answers: object }

export async function saveSubmission(tx: Tx, submission: NewSubmission): Promise<void> {
  await tx.submission.createMany({
    data: [{ ...submission, answers: submission.answers as Prisma.InputJsonValue }],
  })
}

/** Keeps a new file; the same bytes under the same name are the one that is there. */
export async function saveEvidence(
  tx: Tx,
  evidence: Prisma.EvidenceUncheckedCreateInput,
): Promise<{ id: string; isNew: boolean }> {
  const { seasonId, unitId, sha256, name } = evidence
  const { count } = await tx.evidence.createMany({ data: [evidence], skipDuplicates: true })
  if (count === 1) return { id: evidence.id, isNew: true }
  const known = await tx.evidence.findUniqueOrThrow({
    where: { seasonId_unitId_sha256_name: { seasonId, unitId, sha256, name } },
    select: { id: true },
  })
  return { id: known.id, isNew: false }
}

/** Sets exactly these criteria as the ones a file is evidence for. */
export async function saveLinks(
  tx: Tx,
  evidence: Place & { id: string },
  criterionCodes: readonly string[],
): Promise<void> {
  await tx.evidenceLink.deleteMany({
    where: { evidenceId: evidence.id, criterionCode: { notIn: [...criterionCodes] } },
  })
  await tx.evidenceLink.createMany({
    data: criterionCodes.map((criterionCode) => ({
      evidenceId: evidence.id,
      criterionCode,
      seasonId: evidence.seasonId,
      unitId: evidence.unitId,
    })),
    skipDuplicates: true,
  })
}

export async function removeEvidence(tx: Tx, id: string): Promise<void> {
  await tx.evidence.delete({ where: { id }, select: { id: true } })
}
