import type { VersionDetail, VersionSummary } from '@bangvang/contract/criteria'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import type { DraftNode } from '@bangvang/core/drafts/draft'
import type { DraftFacts } from '@bangvang/core/drafts/policy'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

const whole = {
  seasons: { select: { id: true, year: true, phase: true }, orderBy: { year: 'asc' } },
} as const satisfies Prisma.CriteriaVersionInclude
type Row = Prisma.CriteriaVersionGetPayload<{ include: typeof whole }>
const isAdopted = { status: { in: ['adopted', 'superseded'] } } satisfies Prisma.CriteriaVersionWhereInput

const day = (date: Date | null) => (date ?? new Date(0)).toISOString().slice(0, 10)

function detailOf({ document: stored, adoptedOn, createdAt: _, ...row }: Row): VersionDetail {
  const document = stored as unknown as CriteriaDocument
  return {
    ...row,
    status: row.status === 'adopted' ? 'adopted' : 'superseded',
    adoptedOn: day(adoptedOn),
    title: document.title,
    maxPoints: document.maxPoints,
    criteria: listCriteria(document).length,
    document,
  }
}

/** The ids of a cluster's seasons; null where there is no such cluster. */
export async function listSeasonIds(db: Db, clusterId: string): Promise<string[] | null> {
  const cluster = await db.cluster.findUnique({ where: { id: clusterId }, select: { id: true } })
  if (cluster === null) return null
  const rows = await db.season.findMany({ where: { clusterId }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** A cluster's adopted versions, newest first. */
export async function listVersions(db: Db, clusterId: string): Promise<VersionSummary[]> {
  const rows = await db.criteriaVersion.findMany({
    where: { clusterId, ...isAdopted },
    include: whole,
    orderBy: [{ year: 'desc' }, { number: 'desc' }],
  })
  return rows.map((row) => {
    const { document: _, ...summary } = detailOf(row)
    return summary
  })
}

/** An adopted version; null where there is none. */
export async function findVersion(db: Db, id: string): Promise<VersionDetail | null> {
  const row = await db.criteriaVersion.findFirst({ where: { id, ...isAdopted }, include: whole })
  return row === null ? null : detailOf(row)
}

export type DraftRow = DraftFacts & { id: string; year: number; title: string; season: SeasonFacts }

/** A draft as its policies need it; null where there is none. */
export function findDraft(db: Db, id: string): Promise<DraftRow | null> {
  return db.draft.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      clusterId: true,
      seasonId: true,
      year: true,
      title: true,
      status: true,
      season: { select: { id: true, phase: true, chairUnitId: true, viceChairUnitId: true } },
    },
  })
}

/** The parts of a draft. */
export async function listNodes(db: Db, draftId: string): Promise<DraftNode[]> {
  const rows = await db.draftNode.findMany({
    where: { draftId },
    select: { id: true, parentId: true, position: true, kind: true, content: true, version: true },
  })
  return rows.map((row) => ({ ...row, content: row.content as DraftNode['content'] }))
}
