import type { SeasonEntry } from '@bangvang/contract/session'
import type { Actor } from '@bangvang/core/people/actor'
import type { z } from 'zod'
import type { Database, Db, Tx } from '../../db.ts'

export type Account = {
  id: string
  name: string
  email: string
  passwordHash: string | null
  isActive: boolean
}

export function findAccount(db: Db, email: string): Promise<Account | null> {
  return db.person.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true, isActive: true },
  })
}

/** What the browser may know of a person. */
export async function findPerson(db: Db, id: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id },
    select: { id: true, name: true, email: true, locale: true, mustChangePassword: true },
  })
  return { ...person, locale: person.locale === 'en' ? ('en' as const) : ('vi' as const) }
}

export async function findPasswordHash(db: Db, personId: string): Promise<string | null> {
  return (await db.person.findUniqueOrThrow({ where: { id: personId }, select: { passwordHash: true } }))
    .passwordHash
}

/** The seasons a mandate may look into: its own, or all where it is of none; newest first. */
export async function listSeasons(db: Db, actor: Actor | null): Promise<z.output<typeof SeasonEntry>[]> {
  if (actor?.mandate == null) return []
  const { seasonId } = actor.mandate
  const rows = await db.season.findMany({
    where: seasonId === null ? {} : { id: seasonId },
    select: { id: true, year: true, phase: true, cluster: { select: { nameVi: true, nameEn: true } } },
    orderBy: [{ year: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ cluster, ...season }) => ({
    ...season,
    clusterName: { vi: cluster.nameVi, en: cluster.nameEn },
  }))
}

/** The mandates of a person with their units' names, whatever their span. */
export async function listMandates(db: Db, personId: string) {
  const rows = await db.mandate.findMany({
    where: { personId },
    include: { unit: { select: { name: true } } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
  })
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    seasonId: row.seasonId,
    unitId: row.unitId,
    unitName: row.unit?.name ?? null,
    paperNumber: row.paperNumber,
    startsOn: day(row.startsOn),
    endsOn: row.endsOn === null ? null : day(row.endsOn),
  }))
}

export type NewSession = { tokenHash: Buffer; personId: string; now: Date; expiresAt: Date }

/** Opens a session and sweeps the expired ones. */
export async function openSession(
  tx: Tx,
  { tokenHash, personId, now, expiresAt }: NewSession,
): Promise<void> {
  await tx.session.deleteMany({ where: { expiresAt: { lt: now } } })
  await tx.session.create({
    data: { tokenHash: new Uint8Array(tokenHash), personId, createdAt: now, lastSeenAt: now, expiresAt },
    select: { personId: true },
  })
}

export async function closeSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash: new Uint8Array(tokenHash) } })
}

/** Ends every session of a person, but for the one that may stay. */
export async function closeSessions(tx: Tx, personId: string, staying: Buffer | null): Promise<void> {
  await tx.session.deleteMany({
    where: { personId, ...(staying === null ? {} : { tokenHash: { not: new Uint8Array(staying) } }) },
  })
}

export async function saveMandate(tx: Tx, tokenHash: Buffer, mandateId: string): Promise<void> {
  await tx.session.updateMany({ where: { tokenHash: new Uint8Array(tokenHash) }, data: { mandateId } })
}

export async function savePassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { passwordHash, mustChangePassword: false },
    select: { id: true },
  })
}

export async function saveLocale(tx: Tx, personId: string, locale: 'vi' | 'en'): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { locale }, select: { id: true } })
}

/** Until when these keys must wait; null where none must. */
export async function findBlock(db: Db, keys: readonly string[], now: Date): Promise<Date | null> {
  const { _max } = await db.signInFailure.aggregate({
    where: { key: { in: [...keys] }, blockedUntil: { gt: now } },
    _max: { blockedUntil: true },
  })
  return _max.blockedUntil
}

/**
 * Counts a failure of each key: free up to `free`, then the wait doubles from one second to fifteen minutes.
 * Forgotten after a day. One statement, so that failures at once are all counted.
 */
export async function countFailures(
  database: Database,
  keys: readonly { key: string; free: number }[],
  now: Date,
): Promise<void> {
  for (const { key, free } of [...keys].sort((a, b) => (a.key < b.key ? -1 : 1)))
    await database.pool.query(
      `INSERT INTO sign_in_failure AS f (key, count, last_at, blocked_until) VALUES ($1, 1, $2, $2)
       ON CONFLICT (key) DO UPDATE SET last_at = $2,
         count = CASE WHEN f.last_at < $2::timestamptz - interval '1 day' THEN 1 ELSE f.count + 1 END,
         blocked_until = CASE WHEN f.last_at >= $2::timestamptz - interval '1 day' AND f.count + 1 > $3
           THEN $2::timestamptz + least(900, 2 ^ least(f.count - $3, 20)) * interval '1 second' ELSE $2 END`,
      [key, now, free],
    )
}

export async function forgetFailures(tx: Tx, key: string): Promise<void> {
  await tx.signInFailure.deleteMany({ where: { key } })
}
