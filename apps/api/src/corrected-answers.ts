import type { Answer } from '@bangvang/core/assessments/answer'
import type { AssessmentStatus } from '@bangvang/core/assessments/policy'
import type { Tx } from './db.ts'
import { Prisma } from './generated/prisma/client.ts'

/** All that a unit has stored under one criterion. */
export type StoredAnswer = {
  code: string
  row: { answer: Answer | null; note: string; version: number; updatedAt: Date; updatedBy: string } | null
  evidence: { id: string; name: string }[]
}
export type StoredUnit = {
  unitId: string
  status: AssessmentStatus
  lastSubmission: number
  answers: StoredAnswer[]
}

type Found = Prisma.AssessmentGetPayload<{
  include: { answers: true; submissions: { select: { number: true } } }
}>
type Link = { unitId: string; criterionCode: string; evidence: { id: string; name: string } }

function storedOf(found: Found, links: readonly Link[]): StoredAnswer[] {
  const own = links.filter(({ unitId }) => unitId === found.unitId)
  const codes = new Set([...found.answers, ...own].map(({ criterionCode }) => criterionCode))
  return [...codes].sort().map((code) => {
    const row = found.answers.find(({ criterionCode }) => criterionCode === code)
    const evidence = own.filter(({ criterionCode }) => criterionCode === code).map((link) => link.evidence)
    return { code, row: row === undefined ? null : { ...row, answer: row.answer as Answer | null }, evidence }
  })
}

/** Every assessment of a season with what is stored in it, held against every change until the transaction ends. */
export async function lockAssessments(tx: Tx, seasonId: string): Promise<StoredUnit[]> {
  await tx.$queryRaw`SELECT 1 FROM assessment WHERE season_id = ${seasonId} ORDER BY unit_id FOR UPDATE`
  const found = await tx.assessment.findMany({
    where: { seasonId },
    include: { answers: true, submissions: { select: { number: true } } },
    orderBy: { unitId: 'asc' },
  })
  const links = await tx.evidenceLink.findMany({
    where: { seasonId },
    select: {
      unitId: true,
      criterionCode: true,
      evidence: { select: { id: true, name: true } },
    },
    orderBy: { evidenceId: 'asc' },
  })
  return found.map((assessment) => ({
    unitId: assessment.unitId,
    status: assessment.status,
    lastSubmission: Math.max(0, ...assessment.submissions.map(({ number }) => number)),
    answers: storedOf(assessment, links),
  }))
}

/** Where a unit's stored answers go: to another code, or (null) out of the assessment. */
export type Move = { answer: StoredAnswer; to: string | null }

/** Takes answers and their files' links from their codes to others; the caller has made the correction that allows it. */
export async function moveAnswers(
  tx: Tx,
  { seasonId, unitId }: { seasonId: string; unitId: string },
  moves: readonly Move[],
): Promise<void> {
  const codes = moves.map(({ answer }) => answer.code)
  if (codes.length === 0) return
  const left = { seasonId, unitId, criterionCode: { in: codes } }
  await tx.answer.deleteMany({ where: left })
  await tx.evidenceLink.deleteMany({ where: left })
  const versionOf = new Map(moves.map(({ answer }) => [answer.code, answer.row?.version ?? 0]))
  const arriving = moves.flatMap(({ answer, to }) => (to === null ? [] : [{ ...answer, to }]))
  await tx.answer.createMany({
    data: arriving.flatMap(({ row, to }) =>
      row === null
        ? []
        : [
            {
              seasonId,
              unitId,
              criterionCode: to,
              answer: row.answer === null ? Prisma.DbNull : row.answer,
              note: row.note,
              // Higher than any version seen under this code.
              version: Math.max(row.version, versionOf.get(to) ?? 0) + 1,
              updatedAt: row.updatedAt,
              updatedBy: row.updatedBy,
            },
          ],
    ),
  })
  await tx.evidenceLink.createMany({
    data: arriving.flatMap(({ evidence, to }) =>
      evidence.map(({ id }) => ({ evidenceId: id, criterionCode: to, seasonId, unitId })),
    ),
  })
}

/** What was handed in goes back to the units, with the reason; what a leader was about to sign too. */
export async function returnAll(
  tx: Tx,
  seasonId: string,
  returned: { reason: string; byName: string; at: Date },
): Promise<void> {
  const why = { returnReason: returned.reason, returnedBy: returned.byName, returnedAt: returned.at }
  await tx.assessment.updateMany({
    where: { seasonId, status: 'awaitingSignOff', submissions: { none: {} } },
    data: { status: 'draft', ...why },
  })
  await tx.assessment.updateMany({
    where: { seasonId, status: { in: ['awaitingSignOff', 'submitted'] } },
    data: { status: 'returned', ...why },
  })
}
