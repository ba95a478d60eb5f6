import type { Database } from '@bangvang/api/db'
import type { Terminal } from './terminal.ts'

/**
 * Works with the database of DATABASE_URL and closes it. Says why where it is not set (2) or cannot be used (1);
 * what the work itself throws is thrown on.
 */
export async function withDatabase(
  terminal: Terminal,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const url = process.env.DATABASE_URL ?? ''
  if (url === '') {
    terminal.say('DATABASE_URL is not set: postgres://login:password@host:port/database')
    return 2
  }
  const { openDatabase } = await import('@bangvang/api/db')
  const database = openDatabase(url, 2)
  try {
    const fault = await faultOf(database)
    if (fault === null) return await work(database)
    terminal.say(`the database of DATABASE_URL cannot be used: ${fault}`)
    return 1
  } finally {
    await database.close()
  }
}

/** Why this is no migrated database of ours, or null. */
async function faultOf({ pool }: Database): Promise<string | null> {
  try {
    await pool.query('SELECT 1 FROM journal_head LIMIT 1')
    return null
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return message === '' ? String(code) : message
  }
}
