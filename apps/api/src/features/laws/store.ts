import type { LawBody, LawView } from '@bangvang/contract/laws'
import type { Db, Tx } from '../../db.ts'
import type { TakenFile } from '../../files/keep-file.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

const include = { replaces: { orderBy: { position: 'asc' } } } as const
type Row = Prisma.LawGetPayload<{ include: typeof include }>

const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
const dateOf = (day: string | null) => (day === null ? null : new Date(day))

function viewOf(row: Row): LawView {
  const { id, kind, number, issuer, link, note, uncertainty, version, updatedAt } = row
  const file = fileIn(row)
  return {
    id,
    kind,
    number,
    title: { vi: row.titleVi, en: row.titleEn },
    issuer,
    issuedOn: iso(row.issuedOn),
    effectiveFrom: iso(row.effectiveFrom),
    effectiveTo: iso(row.effectiveTo),
    replaces: row.replaces.map((one) => ({
      lawId: one.replacedId,
      isInPart: one.isInPart,
      note: one.note,
    })),
    link,
    note,
    uncertainty,
    file: file && { name: file.name, contentType: file.contentType, size: file.size },
    version,
    updatedAt,
  }
}

type FileColumns = Pick<Row, 'fileName' | 'fileContentType' | 'fileSize' | 'fileSha256'>

// A law has all four or none: the database says so.
function fileIn({ fileName, fileContentType, fileSize, fileSha256 }: FileColumns): TakenFile | null {
  if (fileName === null || fileContentType === null || fileSize === null || fileSha256 === null) return null
  return { name: fileName, contentType: fileContentType, size: fileSize, sha256: fileSha256 }
}

/** The whole shelf, what was issued last first, then what says no day of issue by its number. */
export async function listLaws(db: Db): Promise<LawView[]> {
  const rows = await db.law.findMany({
    include,
    orderBy: [{ issuedOn: { sort: 'desc', nulls: 'last' } }, { number: 'asc' }, { id: 'asc' }],
  })
  return rows.map(viewOf)
}

export async function findLaw(db: Db, id: string): Promise<LawView | null> {
  const row = await db.law.findUnique({ where: { id }, include })
  return row === null ? null : viewOf(row)
}

/** The file beside a law; null where there is no law or no file. */
export async function findFile(db: Db, id: string): Promise<TakenFile | null> {
  const row = await db.law.findUnique({
    where: { id },
    select: { fileName: true, fileContentType: true, fileSize: true, fileSha256: true },
  })
  return row === null ? null : fileIn(row)
}

/** Holds the shelf: two changes at once could each replace the other's law, or take one number twice. */
export async function lockShelf(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('the shelf of laws'))::text`
}

const columnsOf = ({ title, replaces: _, ...law }: LawBody) => ({
  ...law,
  titleVi: title.vi,
  titleEn: title.en,
  issuedOn: dateOf(law.issuedOn),
  effectiveFrom: dateOf(law.effectiveFrom),
  effectiveTo: dateOf(law.effectiveTo),
})

/** A new law, on a shelf that is held. */
export async function createLaw(
  tx: Tx,
  id: string,
  { law, now }: { law: LawBody; now: Date },
): Promise<void> {
  await tx.law.createMany({ data: [{ id, ...columnsOf(law), createdAt: now, updatedAt: now }] })
  await saveReplacements(tx, id, law.replaces)
}

type Seen = { id: string; version: number }

/** Changes a law on a shelf that is held; false where it is no longer of the version seen. */
export async function changeLaw(
  tx: Tx,
  { id, version }: Seen,
  { law, now }: { law: LawBody; now: Date },
): Promise<boolean> {
  const { count } = await tx.law.updateMany({
    where: { id, version },
    data: { ...columnsOf(law), version: { increment: 1 }, updatedAt: now },
  })
  if (count === 0) return false
  await tx.lawReplacement.deleteMany({ where: { lawId: id } })
  await saveReplacements(tx, id, law.replaces)
  return true
}

async function saveReplacements(tx: Tx, lawId: string, replaces: LawBody['replaces']): Promise<void> {
  await tx.lawReplacement.createMany({
    data: replaces.map(({ lawId: replacedId, isInPart, note }, position) => ({
      lawId,
      replacedId,
      position,
      isInPart,
      note,
    })),
  })
}

/** Puts a file beside a law, or (null) takes it away; false where the law is no longer of the version seen. */
export async function saveFile(
  tx: Tx,
  { id, version }: Seen,
  { file, now }: { file: TakenFile | null; now: Date },
): Promise<boolean> {
  const { count } = await tx.law.updateMany({
    where: { id, version },
    data: {
      fileName: file?.name ?? null,
      fileContentType: file?.contentType ?? null,
      fileSize: file?.size ?? null,
      fileSha256: file?.sha256 ?? null,
      version: { increment: 1 },
      updatedAt: now,
    },
  })
  return count === 1
}
