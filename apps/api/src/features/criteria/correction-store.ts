import type { CorrectionView } from '@bangvang/contract/criteria'
import type { Answer } from '@bangvang/core/assessments/answer'
import type { CarryRefusal } from '@bangvang/core/criteria/carry-over'
import type { Db, Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

type Unit = CorrectionView['units'][number]
/** What a correction changed for one unit, as it is kept. */
export type KeptUnit = Pick<Unit, 'unitId' | 'kept' | 'moved' | 'setAside' | 'isReturned'> & {
  lastSubmission: number
}
export type NewCorrection = {
  id: string
  seasonId: string
  fromVersionId: string
  toVersionId: string
  reason: string
  at: Date
  byName: string
}

/** The correction itself, before anything it changes. */
export async function createCorrection(tx: Tx, correction: NewCorrection): Promise<void> {
  await tx.criteriaCorrection.createMany({ data: [correction] })
}

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue))

/** What it changed for each unit, and every answer that fits no longer. */
export async function saveUnits(tx: Tx, correctionId: string, units: readonly KeptUnit[]): Promise<void> {
  await tx.correctedUnit.createMany({
    data: units.map(({ setAside: _, moved, ...unit }) => ({ ...unit, correctionId, moved })),
  })
  await tx.answerSetAside.createMany({
    data: units.flatMap(({ unitId, setAside }) =>
      setAside.map(({ code, answer, evidence, note, why }) => ({
        correctionId,
        unitId,
        criterionCode: code,
        answer: json(answer),
        evidence,
        note,
        why,
      })),
    ),
  })
}

const whole = {
  fromVersion: { select: { id: true, number: true } },
  toVersion: { select: { id: true, number: true } },
  units: {
    include: {
      setAside: { orderBy: { criterionCode: 'asc' } },
      read: { select: { at: true, byName: true } },
    },
    orderBy: { unitId: 'asc' },
  },
} as const satisfies Prisma.CriteriaCorrectionInclude
type Row = Prisma.CriteriaCorrectionGetPayload<{ include: typeof whole }>
export type CorrectionRow = CorrectionView & { seasonId: string }

function viewOf(row: Row, nameOf: ReadonlyMap<string, string>): CorrectionRow {
  const { id, seasonId, at, byName, reason } = row
  return {
    id,
    seasonId,
    at,
    byName,
    reason,
    from: row.fromVersion,
    to: row.toVersion,
    units: row.units.map((unit) => ({
      unitId: unit.unitId,
      unitName: nameOf.get(unit.unitId) ?? unit.unitId,
      kept: unit.kept,
      moved: unit.moved as Unit['moved'],
      setAside: unit.setAside.map(({ criterionCode, answer, note, evidence, why }) => ({
        code: criterionCode,
        answer: answer as Answer | null,
        note,
        evidence: evidence as Unit['setAside'][number]['evidence'],
        why: why as CarryRefusal,
      })),
      isReturned: unit.isReturned,
      read: unit.read,
    })),
  }
}

async function viewsOf(db: Db, rows: readonly Row[]): Promise<CorrectionRow[]> {
  const ids = new Set(rows.flatMap(({ units }) => units.map(({ unitId }) => unitId)))
  const units = await db.unit.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  return rows.map((row) => viewOf(row, nameOf))
}

/** A season's corrections, newest first, with every unit. */
export async function listCorrections(db: Db, seasonId: string): Promise<CorrectionRow[]> {
  const rows = await db.criteriaCorrection.findMany({
    where: { seasonId },
    include: whole,
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  return viewsOf(db, rows)
}

/** One correction with every unit; null where there is none. */
export async function findCorrection(db: Db, id: string): Promise<CorrectionRow | null> {
  const row = await db.criteriaCorrection.findUnique({ where: { id }, include: whole })
  const [view] = row === null ? [] : await viewsOf(db, [row])
  return view ?? null
}

/** Notes that a unit has read a correction; false where it has already. */
export async function saveRead(
  tx: Tx,
  read: { correctionId: string; unitId: string; at: Date; byName: string },
): Promise<boolean> {
  const { count } = await tx.correctionRead.createMany({ data: [read], skipDuplicates: true })
  return count === 1
}
