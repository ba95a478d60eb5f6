import { migrate } from './migrations.mjs'
import { startPostgres } from './postgres.mjs'

/**
 * A throw-away PostgreSQL with one migrated database, bangvang_template, from which tests make theirs.
 * Answers the environment of a program that uses it: TEST_DATABASE_OWNER_URL (owns the template, may create
 * databases) and TEST_DATABASE_URL (the application's login).
 */
export async function startTestDatabase() {
  const database = 'bangvang_template'
  const { ownerUrl, webUrl } = await startPostgres({ name: `test-${process.pid}`, database, throwAway: true })
  await migrate({ ownerUrl, webUrl })
  return { TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_URL: webUrl }
}
