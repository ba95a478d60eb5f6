import type { NodeView } from '@bangvang/contract/drafts'
import type { DraftKind, DraftStatus } from '@bangvang/core/drafts/draft'
import { hasReached, type SeasonFacts } from '@bangvang/core/seasons/season'
import { lockCluster } from '../../criteria-versions.ts'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

/** A draft as rules and policies need it, with its season. */
export type DraftRow = {
  id: string
  kind: DraftKind
  clusterId: string
  seasonId: string
  year: number
  title: string
  status: DraftStatus
  revision: number
  legalBasis: string
  season: SeasonFacts
}

const shown = {
  id: true,
  kind: true,
  clusterId: true,
  seasonId: true,
  year: true,
  title: true,
  status: true,
  revision: true,
  legalBasis: true,
  season: { select: { id: true, phase: true, chairUnitId: true, viceChairUnitId: true } },
} as const satisfies Prisma.DraftSelect

/** A draft with its season; null where there is none. A draft ranking ends with its season. */
export async function findDraft(db: Db, id: string): Promise<DraftRow | null> {
  const row = await db.draft.findUnique({ where: { id }, select: shown })
  if (row === null) return null
  const isFinal = row.kind === 'ranking' && hasReached(row.season.phase, 'finalized')
  return { ...row, status: isFinal ? 'adopted' : row.status }
}

/** The same, held against every other change of it until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<DraftRow | null> {
  await tx.$queryRaw`SELECT 1 FROM draft WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return findDraft(tx, id)
}

export type NewDraft = Pick<DraftRow, 'id' | 'kind' | 'clusterId' | 'seasonId' | 'year' | 'title'>

/** A new draft, at its first revision. */
export async function createDraft(tx: Tx, draft: NewDraft, now: Date): Promise<void> {
  await tx.draft.createMany({
    data: [{ ...draft, status: 'draft', revision: 1, legalBasis: '', createdAt: now, updatedAt: now }],
  })
}

/** The next revision, with what changes of the draft itself; the caller holds its lock. */
export async function saveRevision(
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'revision'>,
  change: { now: Date; title?: string; legalBasis?: string },
): Promise<number> {
  const { now, ...head } = change
  const revision = draft.revision + 1
  await tx.draft.update({
    where: { id: draft.id },
    data: { ...head, revision, updatedAt: now },
    select: { id: true },
  })
  return revision
}

/** The id of the season's draft ranking; the caller holds the season's lock, so that there is one. */
export async function findRankingDraft(tx: Tx, seasonId: string): Promise<string | null> {
  const row = await tx.draft.findFirst({ where: { seasonId, kind: 'ranking' }, select: { id: true } })
  return row?.id ?? null
}

export type NewVersion = {
  reason: 'sentOut' | 'adopted'
  revision: number
  nodes: readonly NodeView[]
  sha256: string
  at: Date
  byName: string
}

/** Keeps the parts as they are sent out or adopted, under the next number. */
export async function saveVersion(tx: Tx, draftId: string, version: NewVersion): Promise<number> {
  const { _max } = await tx.draftVersion.aggregate({ where: { draftId }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  await tx.draftVersion.createMany({
    data: [{ ...version, draftId, number, nodes: version.nodes as unknown as Prisma.InputJsonArray }],
  })
  return number
}

/** The revision the last version was made of; null where there is none. */
export async function lastVersionRevision(db: Db, draftId: string): Promise<number | null> {
  const { _max } = await db.draftVersion.aggregate({ where: { draftId }, _max: { revision: true } })
  return _max.revision
}

export async function findVersion(db: Db, draftId: string, number: number) {
  const row = await db.draftVersion.findUnique({ where: { draftId_number: { draftId, number } } })
  return row === null ? null : { ...row, nodes: row.nodes as unknown as NodeView[] }
}

export type Adoption = {
  number: string
  on: string
  sha256: string
  byName: string
  legalBasis: string
  criteriaVersionId: string | null
  now: Date
}

/** Supersedes the adopted draft of the same kind, cluster and year; under the cluster's lock, so that one of two is the later. */
export async function supersede(
  tx: Tx,
  { kind, clusterId, year }: Pick<DraftRow, 'kind' | 'clusterId' | 'year'>,
): Promise<void> {
  await lockCluster(tx, clusterId)
  await tx.draft.updateMany({
    where: { kind, clusterId, year, status: 'adopted' },
    data: { status: 'superseded' },
  })
}

/** Adopts a draft; the caller holds its lock and has kept it as a version. */
export async function saveAdoption(tx: Tx, draftId: string, adoption: Adoption): Promise<void> {
  await tx.draft.updateMany({
    where: { id: draftId, status: { in: ['draft', 'consultation'] } },
    data: {
      status: 'adopted',
      legalBasis: adoption.legalBasis,
      adoptedNumber: adoption.number,
      adoptedOn: new Date(adoption.on),
      adoptedSha256: adoption.sha256,
      adoptedBy: adoption.byName,
      criteriaVersionId: adoption.criteriaVersionId,
      updatedAt: adoption.now,
    },
  })
}
