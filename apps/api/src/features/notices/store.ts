import type { Answer } from '@bangvang/core/assessments/answer'
import type { AssessmentStatus } from '@bangvang/core/assessments/policy'
import type { SheetFacts } from '@bangvang/core/notices/list-missing'
import type { TaskFacts } from '@bangvang/core/notices/list-tasks'
import type { Actor } from '@bangvang/core/people/actor'
import type { Deadline, SeasonFacts } from '@bangvang/core/seasons/season'
import type { Database, Db } from '../../db.ts'

export type Season = SeasonFacts & { criteriaVersionId: string | null; deadlines: Deadline[]; units: number }

/** The seasons with something to do for the actor: the mandate's own, or all that are under way. */
export async function listSeasons(db: Db, { mandate }: Actor): Promise<Season[]> {
  if (mandate === null || mandate.role === 'administrator') return []
  const rows = await db.season.findMany({
    where:
      mandate.seasonId === null
        ? { phase: { in: ['appraisal', 'deliberation', 'finalized'] } }
        : { id: mandate.seasonId },
    select: {
      id: true,
      phase: true,
      chairUnitId: true,
      viceChairUnitId: true,
      criteriaVersionId: true,
      deadlines: { select: { kind: true, unitId: true, at: true, createdAt: true } },
      _count: { select: { assessments: true } },
    },
    orderBy: [{ year: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ _count, ...season }) => ({ ...season, units: _count.assessments }))
}

/** What a unit has stored so far; null where it has no assessment. */
export async function findSheet(
  db: Db,
  place: { seasonId: string; unitId: string },
): Promise<({ status: AssessmentStatus } & SheetFacts) | null> {
  const row = await db.assessment.findUnique({
    where: { seasonId_unitId: place },
    select: { status: true, answers: { select: { criterionCode: true, answer: true } } },
  })
  if (row === null) return null
  const links = await db.evidenceLink.findMany({ where: place, select: { criterionCode: true } })
  return {
    status: row.status,
    answers: new Map(
      row.answers.map(({ criterionCode, answer }) => [criterionCode, answer as Answer | null]),
    ),
    evidenced: new Set(links.map(({ criterionCode }) => criterionCode)),
  }
}

const countCells = `WITH last AS (
    SELECT DISTINCT ON (unit_id) unit_id, answers FROM submission WHERE season_id = $1 ORDER BY unit_id, number DESC),
  cell AS (
    SELECT unit_id, code FROM last, jsonb_object_keys(answers) AS code
    WHERE ($2::text IS NULL OR unit_id = $2) AND unit_id IS DISTINCT FROM $3)
  SELECT count(*)::int AS of, count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM appraisal a WHERE a.season_id = $1 AND a.unit_id = cell.unit_id AND a.criterion_code = cell.code))::int AS decided
  FROM cell`

/** The submitted answers of `only` (null: of every unit), but for those of `butFor`, and how many were decided on. */
export async function cellsOf(
  { pool }: Database,
  seasonId: string,
  { only, butFor }: { only: string | null; butFor: string | null },
): Promise<TaskFacts['cells']> {
  const { rows } = await pool.query<TaskFacts['cells']>(countCells, [seasonId, only, butFor])
  return rows[0] ?? { of: 0, decided: 0 }
}

const countOnHold = `SELECT count(DISTINCT unit_id)::int AS units FROM (
    SELECT DISTINCT ON (unit_id, gate_code) unit_id, applies FROM gate_decision
    WHERE season_id = $1 AND gate_code = ANY($2) ORDER BY unit_id, gate_code, number DESC) AS last
  WHERE applies`

/** How many units one of these gates applies to. */
export async function unitsUnder(
  { pool }: Database,
  seasonId: string,
  gateCodes: readonly string[],
): Promise<number> {
  const { rows } = await pool.query<{ units: number }>(countOnHold, [seasonId, gateCodes])
  return rows[0]?.units ?? 0
}

const countComments = `SELECT count(*)::int AS of, count(*) FILTER (WHERE a.comment_id IS NULL)::int AS unanswered,
    count(*) FILTER (WHERE c.by_person_id = $2)::int AS own
  FROM comment c LEFT JOIN comment_answer a ON a.comment_id = c.id WHERE c.season_id = $1 AND c.subject = 'ranking'`

/** The comments on the draft ranking: all, without an answer, by this person. */
export async function commentsOf(
  { pool }: Database,
  seasonId: string,
  personId: string,
): Promise<TaskFacts['comments']> {
  const { rows } = await pool.query<TaskFacts['comments']>(countComments, [seasonId, personId])
  return rows[0] ?? { of: 0, unanswered: 0, own: 0 }
}

/** How many corrections of a season's criteria a unit has not read yet. */
export function unreadCorrections(db: Db, seasonId: string, unitId: string | null): Promise<number> {
  if (unitId === null) return Promise.resolve(0)
  return db.correctedUnit.count({ where: { unitId, correction: { seasonId }, read: null } })
}
