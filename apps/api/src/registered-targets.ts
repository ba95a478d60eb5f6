import type { TargetReason } from '@bangvang/core/pacts/changed-target'
import type { RegisteredTarget, RegistrationContent } from '@bangvang/core/pacts/registration'
import type { Db } from './db.ts'

/** What a unit's leader signed, by unit; a registration that was never signed, or opened again, registers nothing. */
export type RegisteredByUnit = ReadonlyMap<string, readonly RegisteredTarget[]>

/** A reason for a changed target, as it was given. */
export type GivenReason = TargetReason & {
  criterionCode: string
  number: number
  registered: string
  byName: string
  at: Date
}

/** The targets registered for a season's pact: those of the last signature of each signed registration. One query. */
export async function registeredTargets(
  db: Db,
  { seasonId, unitId }: { seasonId: string; unitId?: string },
): Promise<RegisteredByUnit> {
  const rows = await db.pactRegistration.findMany({
    where: { seasonId, status: 'signed', ...(unitId === undefined ? {} : { unitId }) },
    select: { unitId: true, signatures: { orderBy: { number: 'desc' }, take: 1, select: { content: true } } },
  })
  return new Map(
    rows.flatMap(({ unitId: unit, signatures: [last] }) =>
      last === undefined ? [] : [[unit, (last.content as unknown as RegistrationContent).targets] as const],
    ),
  )
}

/** Every reason a unit gave for a changed target, oldest first; of one criterion where it is named. */
export async function givenReasons(
  db: Db,
  place: { seasonId: string; unitId: string; criterionCode?: string },
): Promise<GivenReason[]> {
  return db.targetChange.findMany({
    where: place,
    orderBy: [{ criterionCode: 'asc' }, { number: 'asc' }],
    select: {
      criterionCode: true,
      number: true,
      registered: true,
      target: true,
      reason: true,
      byName: true,
      at: true,
    },
  })
}
