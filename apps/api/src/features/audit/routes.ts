import { audit } from '@bangvang/contract/audit'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../http/mount.ts'
import { ProblemError } from '../../http/problem.ts'
import { version } from '../../version.ts'
import { searchJournal } from './search-journal.ts'

export async function auditRoutes(app: FastifyInstance) {
  mount(app, audit.search, searchJournal)
  mount(app, audit.health, async ({ deps }) => {
    await deps.database.pool.query('SELECT 1').catch(() => {
      throw new ProblemError('unavailable')
    })
    return { api: 'ok' as const, database: 'ok' as const, version }
  })
}
