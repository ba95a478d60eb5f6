import type { AppraisalDecision } from '@bangvang/core/appraisals/effective'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { BundledAnswer, BundleParts } from '@bangvang/core/rankings/bundle'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db } from './db.ts'

/** A season as the board and the ranking need it. */
export type SeasonOfLayers = SeasonFacts & {
  clusterId: string
  clusterName: { vi: string; en: string }
  year: number
  revision: number
  criteriaVersionId: string | null
  isSample: boolean
}

/** The season, or null. One query. */
export async function findSeasonOfLayers(db: Db, id: string): Promise<SeasonOfLayers | null> {
  const row = await db.season.findUnique({
    where: { id },
    select: {
      id: true,
      phase: true,
      chairUnitId: true,
      viceChairUnitId: true,
      clusterId: true,
      year: true,
      revision: true,
      criteriaVersionId: true,
      isSample: true,
      cluster: { select: { nameVi: true, nameEn: true } },
    },
  })
  if (row === null) return null
  const { cluster, ...season } = row
  return { ...season, clusterName: { vi: cluster.nameVi, en: cluster.nameEn } }
}

/** The number of each unit's last submission before its season's criteria were corrected: it and those before no longer count. */
async function outdatedIn(db: Db, seasonId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.correctedUnit.groupBy({
    by: ['unitId'],
    where: { correction: { seasonId } },
    _max: { lastSubmission: true },
  })
  return new Map(rows.map(({ unitId, _max }) => [unitId, _max.lastSubmission ?? 0]))
}

/**
 * Every layer there is of a season's units, in the cluster's order; the highest number counts. What was submitted by
 * criteria that were corrected since is left out. Five queries, whatever the size.
 */
export async function readLayers(
  db: Db,
  { id: seasonId, clusterId, year }: SeasonOfLayers,
): Promise<Pick<BundleParts, 'units' | 'layers'>> {
  const members = await db.clusterMember.findMany({
    where: { clusterId, year },
    select: { unit: { select: { id: true, name: true } } },
    orderBy: { position: 'asc' },
  })
  const outdated = await outdatedIn(db, seasonId)
  const submitted = await db.submission.findMany({
    where: { seasonId },
    orderBy: [{ unitId: 'asc' }, { number: 'asc' }],
  })
  const submissions = submitted.filter(({ unitId, number }) => number > (outdated.get(unitId) ?? 0))
  const appraisals = await db.appraisal.findMany({
    where: { seasonId },
    orderBy: [{ unitId: 'asc' }, { criterionCode: 'asc' }, { number: 'asc' }],
  })
  const gates = await db.gateDecision.findMany({
    where: { seasonId },
    orderBy: [{ unitId: 'asc' }, { gateCode: 'asc' }, { number: 'asc' }],
  })
  return {
    units: members.map(({ unit }) => ({ code: unit.id, name: unit.name })),
    layers: {
      self: submissions.map(
        ({ unitId, number, submittedAt, isLate, submittedBy, signedOffBy, sha256, answers }) => ({
          unit: unitId,
          number,
          submittedAt: submittedAt.toISOString(),
          isLate,
          submittedBy,
          signedOffBy,
          sha256,
          answers: answers as unknown as Record<string, BundledAnswer>,
        }),
      ),
      appraised: appraisals.map((row) => ({
        unit: row.unitId,
        criterion: row.criterionCode,
        number: row.number,
        decision: decisionOf(row),
        reason: row.reason,
        by: row.byName,
        at: row.at.toISOString(),
      })),
      gates: gates.map((row) => ({
        unit: row.unitId,
        gate: row.gateCode,
        applies: row.applies,
        number: row.number,
        reason: row.reason,
        by: row.byName,
        at: row.at.toISOString(),
      })),
    },
  }
}

type DecisionRow = {
  kind: AppraisalDecision['kind']
  answer: unknown
  points: string | null
  bonus: string | null
}

/** A stored decision as core knows it. */
export function decisionOf({ kind, answer, points, bonus }: DecisionRow): AppraisalDecision {
  switch (kind) {
    case 'kept':
      return { kind }
    case 'corrected':
      return { kind, answer: answer as Answer }
    case 'overridden':
      return { kind, points: points ?? '0', ...(bonus === null ? {} : { bonus }) }
  }
}
