import type { BasisView } from '@bangvang/contract/laws'
import type { FieldError } from '@bangvang/contract/problem'
import { basisWarnings } from '@bangvang/core/laws/basis'
import { type CitationKind, type LawFacts, lawInForce } from '@bangvang/core/laws/law'
import type { Db, Tx } from './db.ts'
import type { Prisma } from './generated/prisma/client.ts'

/** What names laws as its basis: a thing of another room, by its id. */
export type About = { kind: CitationKind; id: string }

const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** Every law on the shelf as core's rules take it; they look along whole chains of replacement. */
async function allLaws(db: Db): Promise<LawFacts[]> {
  const rows = await db.law.findMany({
    select: {
      id: true,
      number: true,
      issuedOn: true,
      effectiveFrom: true,
      effectiveTo: true,
      replaces: { select: { replacedId: true, isInPart: true, note: true } },
    },
    orderBy: [{ effectiveFrom: 'asc' }, { number: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    issuedOn: iso(row.issuedOn),
    effectiveFrom: iso(row.effectiveFrom),
    effectiveTo: iso(row.effectiveTo),
    replaces: row.replaces.map(({ replacedId, ...replaced }) => ({ lawId: replacedId, ...replaced })),
  }))
}

const cited = {
  aboutId: true,
  law: {
    select: {
      id: true,
      kind: true,
      number: true,
      titleVi: true,
      titleEn: true,
      issuedOn: true,
      effectiveFrom: true,
      effectiveTo: true,
      uncertainty: true,
    },
  },
} as const satisfies Prisma.LawCitationSelect

/** What each of these things of one kind names as its basis, by the thing's id, as `basisOf`; nothing of one that names none. */
export async function basesOf(
  db: Db,
  { kind, ids }: { kind: CitationKind; ids: readonly string[] },
  day: string,
): Promise<Map<string, BasisView[]>> {
  const rows = await db.lawCitation.findMany({
    where: { aboutKind: kind, aboutId: { in: [...ids] } },
    select: cited,
    orderBy: { position: 'asc' },
  })
  if (rows.length === 0) return new Map()
  const lawIds = [...new Set(rows.map(({ law }) => law.id))]
  const warned = new Map(basisWarnings(lawIds, await allLaws(db), day).map((one) => [one.lawId, one]))
  const bases = new Map<string, BasisView[]>()
  for (const { aboutId, law } of rows) {
    const dates = {
      issuedOn: iso(law.issuedOn),
      effectiveFrom: iso(law.effectiveFrom),
      effectiveTo: iso(law.effectiveTo),
    }
    const view = {
      lawId: law.id,
      kind: law.kind,
      number: law.number,
      title: { vi: law.titleVi, en: law.titleEn },
      state: lawInForce(dates, day),
      replacedBy: warned.get(law.id)?.replacedBy ?? [],
      isUncertain: law.uncertainty !== '',
    }
    bases.set(aboutId, [...(bases.get(aboutId) ?? []), view])
  }
  return bases
}

/** The laws that a thing names as its basis, in the order named, each with what is wrong with naming it on `day` (ISO date). */
export async function basisOf(db: Db, about: About, day: string): Promise<BasisView[]> {
  return (await basesOf(db, { kind: about.kind, ids: [about.id] }, day)).get(about.id) ?? []
}

/** The ids of the laws that a thing names as its basis, in the order named. */
export async function basisIdsOf(db: Db, about: About): Promise<string[]> {
  const rows = await db.lawCitation.findMany({
    where: { aboutKind: about.kind, aboutId: about.id },
    select: { lawId: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ lawId }) => lawId)
}

/**
 * Sets exactly these laws as a thing's basis, in their order; returns those that are not on the shelf, and then changes nothing.
 * The database refuses it for a draft or criteria version that is adopted, a vote that has been open, an award somebody is
 * proposed for: set the basis before.
 */
export async function saveBasis(tx: Tx, about: About, lawIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(lawIds.map((id) => id.toLowerCase()))]
  const known = await tx.law.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const unknown = ids.filter((id) => !known.some((law) => law.id === id))
  if (unknown.length > 0) return unknown
  await tx.lawCitation.deleteMany({ where: { aboutKind: about.kind, aboutId: about.id } })
  await tx.lawCitation.createMany({
    data: ids.map((lawId, position) => ({ aboutKind: about.kind, aboutId: about.id, lawId, position })),
  })
  return []
}

/** The faults of a request's `basisIds`, each at its place, for the laws that `saveBasis` did not find. */
export function unknownLaws(basisIds: readonly string[], unknown: readonly string[]): FieldError[] {
  return basisIds.flatMap((id, index) =>
    unknown.includes(id.toLowerCase()) ? [{ pointer: `#/basisIds/${index}`, code: 'unknown-law' }] : [],
  )
}
