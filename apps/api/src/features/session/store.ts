import type { SeasonEntry } from '@bangvang/contract/session'
import type { Actor } from '@bangvang/core/people/actor'
import { afterFailure } from '@bangvang/core/people/sign-in-delay'
import type { z } from 'zod'
import { type Database, type Db, inTransaction, type Tx } from '../../db.ts'

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
  // What another one sweeps at this moment is left to it.
  await tx.$executeRaw`DELETE FROM session WHERE token_hash IN
    (SELECT token_hash FROM session WHERE expires_at < ${now} FOR UPDATE SKIP LOCKED)`
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

/** What a sign-in is counted by, and how many failures of it are free. */
export type Counted = { key: string; free: number }

/**
 * Counts an attempt as failed before it is made, so that many at once are all counted. Null where it may be made; else
 * until when it must wait, and nothing is counted.
 */
export function claimAttempt(
  database: Database,
  counted: readonly Counted[],
  now: Date,
): Promise<Date | null> {
  return inTransaction(database, async (tx) => {
    // In one order always, so that no two wait for each other.
    const keys = counted.map(({ key }) => key).sort()
    await tx.signInFailure.createMany({
      data: keys.map((key) => ({ key, count: 0, lastAt: now, blockedUntil: new Date(0) })),
      skipDuplicates: true,
    })
    await tx.$queryRaw`SELECT 1 FROM sign_in_failure WHERE key = ANY(${keys}) ORDER BY key FOR UPDATE`
    const known = await tx.signInFailure.findMany({ where: { key: { in: keys } } })
    const latest = Math.max(...known.map(({ blockedUntil }) => blockedUntil.getTime()))
    if (latest > now.getTime()) return new Date(latest)
    for (const { key, free } of counted) {
      const before = known.find((row) => row.key === key) ?? null
      await tx.signInFailure.updateMany({ where: { key }, data: afterFailure(before, free, now) })
    }
    return null
  })
}

/** The attempt was none of a guesser's: the account's failures are forgotten, as are those of yesterday, and the address has one less. */
export async function takeBackAttempt(
  tx: Tx,
  [account, address]: readonly Counted[],
  now: Date,
): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000)
  await tx.signInFailure.updateMany({
    where: { key: address?.key ?? '', count: { gt: 0 } },
    data: { count: { decrement: 1 }, blockedUntil: new Date(0) },
  })
  await tx.signInFailure.deleteMany({ where: { key: account?.key ?? '' } })
  await tx.$executeRaw`DELETE FROM sign_in_failure WHERE key IN
    (SELECT key FROM sign_in_failure WHERE last_at < ${yesterday} FOR UPDATE SKIP LOCKED)`
}
