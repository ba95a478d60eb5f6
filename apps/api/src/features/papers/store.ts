import type { IssuedPaperView, PublicPaperView } from '@bangvang/contract/papers'
import { type PaperFormat, type PaperKind, subjectOf } from '@bangvang/core/papers/paper'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { findSeasonOfLayers, type SeasonOfLayers } from '../../season-layers.ts'

export type PaperSeason = SeasonOfLayers & { chairUnit: { name: string; kind: string } }

/** The season with its chair's unit; null where there is none. */
export async function findSeason(db: Db, id: string): Promise<PaperSeason | null> {
  const season = await findSeasonOfLayers(db, id)
  if (season === null) return null
  const chairUnit = await db.unit.findUniqueOrThrow({
    where: { id: season.chairUnitId },
    select: { name: true, kind: true },
  })
  return { ...season, chairUnit }
}

const shown = {
  id: true,
  seasonId: true,
  kind: true,
  aboutId: true,
  edition: true,
  series: true,
  number: true,
  title: true,
  place: true,
  day: true,
  signerName: true,
  issuedAt: true,
  issuedBy: true,
  publishedAt: true,
  files: { select: { format: true, size: true, sha256: true }, orderBy: { format: 'asc' } },
} as const satisfies Prisma.PaperSelect

type Row = Prisma.PaperGetPayload<{ select: typeof shown }>

/** What a paper is about, as the wire names it; "" is its season. */
export function aboutOf(kind: PaperKind, id: string): IssuedPaperView['about'] {
  const subject = subjectOf(kind)
  switch (subject) {
    case 'season':
      return {}
    case 'unit':
      return { unitId: id }
    case 'meeting':
      return { meetingId: id }
    case 'draft':
      return { draftId: id }
  }
}

function viewOf({ series, number, day, aboutId, kind, ...row }: Row): IssuedPaperView {
  const known = kind as PaperKind
  return {
    ...row,
    kind: known,
    about: aboutOf(known, aboutId),
    symbol: `${number}${series}`,
    day: day.toISOString().slice(0, 10),
  }
}

/** A season's issued papers, the latest first. */
export async function listIssued(db: Db, seasonId: string): Promise<IssuedPaperView[]> {
  const rows = await db.paper.findMany({
    where: { seasonId },
    select: shown,
    orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(viewOf)
}

export async function findIssued(db: Db, id: string): Promise<IssuedPaperView | null> {
  const row = await db.paper.findUnique({ where: { id }, select: shown })
  return row === null ? null : viewOf(row)
}

const mostPublic = 500

/** The published papers, the latest first, at most 500. */
export async function listPublished(db: Db, seasonId: string | undefined): Promise<PublicPaperView[]> {
  const rows = await db.paper.findMany({
    where: { publishedAt: { not: null }, ...(seasonId === undefined ? {} : { seasonId }) },
    select: shown,
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: mostPublic,
  })
  const seasons = await db.season.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.seasonId))] } },
    select: { id: true, year: true, cluster: { select: { nameVi: true, nameEn: true } } },
  })
  const byId = new Map(seasons.map((season) => [season.id, season]))
  return rows.flatMap((row) => {
    const season = byId.get(row.seasonId)
    if (season === undefined || row.publishedAt === null) return []
    const { nameVi: vi, nameEn: en } = season.cluster
    return [{ ...viewOf(row), publishedAt: row.publishedAt, clusterName: { vi, en }, year: season.year }]
  })
}

type Edition = { seasonId: string; kind: PaperKind; aboutId: string }

const hold = (tx: Tx, key: string) =>
  tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))) AS held`

/** Keeps everyone else from issuing papers of the season until the transaction ends. */
export async function holdPapers(tx: Tx, seasonId: string): Promise<void> {
  await hold(tx, `papers of ${seasonId}`)
}

/** How often a paper was issued. */
export function countEditions(db: Db, edition: Edition): Promise<number> {
  return db.paper.count({ where: edition })
}

type Series = { clusterId: string; year: number; series: string }

/** Keeps everyone else from taking a number of the series until the transaction ends. */
export async function holdSeries(tx: Tx, { clusterId, year, series }: Series): Promise<void> {
  await hold(tx, `series ${clusterId} ${year} ${series}`)
}

/** The number that is next in a series. */
export async function nextNumber(db: Db, series: Series): Promise<number> {
  const { _max } = await db.paper.aggregate({ where: series, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

export type NewFile = { format: PaperFormat; size: number; sha256: string }

/** Keeps an issued paper with its files. */
export async function saveIssued(
  tx: Tx,
  paper: Prisma.PaperUncheckedCreateInput,
  files: readonly NewFile[],
): Promise<void> {
  await tx.paper.createMany({ data: [paper] })
  await tx.paperFile.createMany({ data: files.map((file) => ({ ...file, paperId: paper.id })) })
}

/** Publishes a paper (`at`) or takes it back (null), where it is not so already; false where it is. */
export async function savePublished(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const { count } = await tx.paper.updateMany({
    where: { id, publishedAt: at === null ? { not: null } : null },
    data: { publishedAt: at },
  })
  return count === 1
}

/** Names of units by their id. */
export async function unitNames(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { name: string; kind: string }>> {
  const rows = await db.unit.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, kind: true },
  })
  return new Map(rows.map(({ id, ...unit }) => [id, unit]))
}
