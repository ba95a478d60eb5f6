import type { PersonView } from '@bangvang/contract/people'
import type { Db, Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

const whole = {
  mandates: { include: { unit: { select: { name: true } } }, orderBy: [{ startsOn: 'desc' }, { id: 'asc' }] },
} as const satisfies Prisma.PersonInclude
const day = (date: Date) => date.toISOString().slice(0, 10)

function viewOf({
  id,
  email,
  name,
  isActive,
  mustChangePassword,
  passwordHash,
  mandates,
}: Prisma.PersonGetPayload<{ include: typeof whole }>): PersonView {
  return {
    id,
    email,
    name,
    isActive,
    mustChangePassword,
    hasPassword: passwordHash !== null,
    mandates: mandates.map((row) => ({
      id: row.id,
      role: row.role,
      seasonId: row.seasonId,
      unitId: row.unitId,
      unitName: row.unit?.name ?? null,
      paperNumber: row.paperNumber,
      startsOn: day(row.startsOn),
      endsOn: row.endsOn === null ? null : day(row.endsOn),
    })),
  }
}

export async function listPeople(db: Db): Promise<PersonView[]> {
  return (await db.person.findMany({ include: whole, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(viewOf)
}

export async function findPerson(db: Db, id: string): Promise<PersonView | null> {
  const row = await db.person.findUnique({ where: { id }, include: whole })
  return row === null ? null : viewOf(row)
}

export type NewPerson = {
  id: string
  email: string
  name: string
  passwordHash: string
  mustChangePassword: boolean
  createdAt: Date
}

/** False where another account has this e-mail. */
export async function createPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  return (await tx.person.createMany({ data: [person], skipDuplicates: true })).count === 1
}

/** False where another account has this e-mail; the caller's transaction must end then. */
export async function savePerson(
  tx: Tx,
  id: string,
  change: { email: string; name: string; isActive: boolean },
): Promise<boolean> {
  try {
    await tx.person.update({ where: { id }, data: change, select: { id: true } })
    return true
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
    throw error
  }
}

export async function saveOneTimePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.person.update({
    where: { id },
    data: { passwordHash, mustChangePassword: true },
    select: { id: true },
  })
}

/** The person is signed out everywhere at once. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.session.deleteMany({ where: { personId } })
}

/** Whether the unit belongs to the cluster in the season's year. */
export async function isMember(db: Db, seasonId: string, unitId: string): Promise<boolean> {
  const season = await db.season.findUnique({
    where: { id: seasonId },
    select: { clusterId: true, year: true },
  })
  return season !== null && (await db.clusterMember.count({ where: { ...season, unitId } })) === 1
}

export async function hasSeason(db: Db, id: string): Promise<boolean> {
  return (await db.season.count({ where: { id } })) === 1
}

export async function findMandate(db: Db, id: string) {
  const row = await db.mandate.findUnique({ where: { id } })
  return row === null
    ? null
    : { ...row, startsOn: day(row.startsOn), endsOn: row.endsOn === null ? null : day(row.endsOn) }
}

export type NewMandate = {
  id: string
  personId: string
  role: PersonView['mandates'][number]['role']
  seasonId: string | null
  unitId: string | null
  startsOn: string
  endsOn: string | null
  paperNumber: string | null
  substituteForId: string | null
  createdAt: Date
}

export async function createMandate(tx: Tx, { startsOn, endsOn, ...mandate }: NewMandate): Promise<void> {
  await tx.mandate.createMany({
    data: [{ ...mandate, startsOn: new Date(startsOn), endsOn: endsOn === null ? null : new Date(endsOn) }],
  })
}

export async function saveEnd(tx: Tx, id: string, endsOn: string): Promise<void> {
  await tx.mandate.update({ where: { id }, data: { endsOn: new Date(endsOn) }, select: { id: true } })
}

/** Holds a person's row, so that two grants at once see each other. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonView | null> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`
  return findPerson(tx, id)
}

/** Lets one at a time make the first administrator. */
export async function lockAdministration(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))::text`
}

/** Whether an open account has an administrator's mandate that is not over on that day. */
export async function hasAdministrator(db: Db, today: string): Promise<boolean> {
  const isNotOver = { OR: [{ endsOn: null }, { endsOn: { gte: new Date(today) } }] }
  return (
    (await db.mandate.count({ where: { role: 'administrator', person: { isActive: true }, ...isNotOver } })) >
    0
  )
}
