import type { SampleAccount } from '@bangvang/contract/session'
import type { FastifyBaseLogger } from 'fastify'
import type { z } from 'zod'
import type { Database } from '../db.ts'
import type { Env } from '../env.ts'
import type { FileStore } from '../files/file-store.ts'

/** What the application needs of the world. */
export type Deps = {
  env: Readonly<Env>
  database: Database
  files: FileStore
  clock: () => Date
  /** Null everywhere but in the sample year. */
  sampleAccounts: z.infer<typeof SampleAccount>[] | null
  logger?: FastifyBaseLogger
}

declare module 'fastify' {
  interface FastifyInstance {
    deps: Deps
  }
}
