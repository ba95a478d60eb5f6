import type { Answer } from '@bangvang/core/assessments/answer'
import type { AssessmentFacts } from '@bangvang/core/assessments/policy'
import type { SheetAnswer } from '@bangvang/papers/builders/self-scoring-sheet'
import type { Db } from '../../db.ts'
import type { PaperSeason } from './store.ts'

export type PaperAssessment = AssessmentFacts & { unit: { name: string; kind: string } }

/** The season's assessments in the cluster's order, or one unit's. */
export async function listAssessments(
  db: Db,
  { id: seasonId, clusterId, year }: PaperSeason,
  unitId?: string,
): Promise<PaperAssessment[]> {
  const one = unitId === undefined ? {} : { unitId }
  const members = await db.clusterMember.findMany({
    where: { clusterId, year, ...one },
    select: { unitId: true, unit: { select: { name: true, kind: true } } },
    orderBy: { position: 'asc' },
  })
  const rows = await db.assessment.findMany({
    where: { seasonId, ...one },
    select: { unitId: true, status: true },
  })
  const status = new Map(rows.map((row) => [row.unitId, row.status]))
  return members.flatMap(({ unitId: id, unit }) => {
    const now = status.get(id)
    return now === undefined ? [] : [{ seasonId, unitId: id, status: now, unit }]
  })
}

type Place = { seasonId: string; unitId: string }

/** What a unit has filled in so far, with the names of its files. */
export async function readAnswers(db: Db, place: Place): Promise<Record<string, SheetAnswer>> {
  const answers = await db.answer.findMany({
    where: place,
    select: { criterionCode: true, answer: true, note: true },
  })
  const links = await db.evidenceLink.findMany({
    where: place,
    select: { criterionCode: true, evidence: { select: { name: true } } },
    orderBy: [{ criterionCode: 'asc' }, { evidenceId: 'asc' }],
  })
  const named = answers.map(({ criterionCode, answer, note }) => [
    criterionCode,
    {
      answer: answer as Answer | null,
      note,
      evidence: links
        .filter((link) => link.criterionCode === criterionCode)
        .map((link) => link.evidence.name),
    },
  ])
  return Object.fromEntries(named)
}
