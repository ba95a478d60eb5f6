import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/prisma/client.ts'

/** Ordinary work by Prisma; the few hot paths by SQL on the same pool (docs/decisions/0003). */
export type Database = { prisma: PrismaClient; pool: pg.Pool; close: () => Promise<void> }
/** A transaction of ordinary work. */
export type Tx = Prisma.TransactionClient
/** A transaction of a hot path. */
export type SqlTx = pg.PoolClient
/** Where an ordinary read may run. */
export type Db = PrismaClient | Tx

/** Opens the pool with the role `bangvang_app` alone, whatever the login could do besides. */
export function openDatabase(url: string, most = 20): Database {
  const pool = new pg.Pool({ connectionString: url, max: most, options: '-c role=bangvang_app' })
  // A connection lost with its server, idle or at work, fails its query alone; the next query gets a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const close = async () => {
    await prisma.$disconnect()
    if (!pool.ended) await pool.end()
  }
  return { prisma, pool, close }
}

/** One transaction; whatever is thrown inside rolls all of it back. */
export function inTransaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.prisma.$transaction(work, { maxWait: 10_000, timeout: 20_000 })
}

/** The same for a hot path, on a plain connection with prepared statements. */
export async function inSqlTransaction<T>(database: Database, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}
