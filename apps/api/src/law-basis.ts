import type { BasisView } from '@bangvang/contract/laws'
import { basisWarnings } from '@bangvang/core/laws/basis'
import { type CitationKind, type LawFacts, lawInForce } from '@bangvang/core/laws/law'
import type { Db, Tx } from './db.ts'

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

/** The laws that a thing names as its basis, in the order named, each with what is wrong with naming it on `day` (ISO date). */
export async function basisOf(db: Db, about: About, day: string): Promise<BasisView[]> {
  const cited = await db.lawCitation.findMany({
    where: { aboutKind: about.kind, aboutId: about.id },
    select: {
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
    },
    orderBy: { position: 'asc' },
  })
  if (cited.length === 0) return []
  const ids = cited.map(({ law }) => law.id)
  const warned = new Map(basisWarnings(ids, await allLaws(db), day).map((one) => [one.lawId, one]))
  return cited.map(({ law }) => ({
    lawId: law.id,
    kind: law.kind,
    number: law.number,
    title: { vi: law.titleVi, en: law.titleEn },
    state: lawInForce(
      {
        issuedOn: iso(law.issuedOn),
        effectiveFrom: iso(law.effectiveFrom),
        effectiveTo: iso(law.effectiveTo),
      },
      day,
    ),
    replacedBy: warned.get(law.id)?.replacedBy ?? [],
    isUncertain: law.uncertainty !== '',
  }))
}

/**
 * Sets exactly these laws as a thing's basis, in their order; returns those that are not on the shelf, and then changes nothing.
 * The database refuses it for a draft or a criteria version that is adopted already: set the basis before the row is adopted.
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
