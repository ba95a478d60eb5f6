import { criteria } from '@bangvang/contract/criteria'
import { mayReadVersions } from '@bangvang/core/criteria/policy'
import type { Actor } from '@bangvang/core/people/actor'
import type { Db } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import * as store from './store.ts'

const refuse = refusals(criteria.versions)

/** The adopted versions of a cluster, to those who read them; to others the cluster is not there. */
export async function listVersions({ params, actor, deps }: Call<typeof criteria.versions>) {
  const { prisma } = deps.database
  const seasonIds = await store.listSeasonIds(prisma, params.clusterId)
  if (seasonIds === null || !mayReadVersions(actor, seasonIds)) throw refuse('not-found')
  return { items: await store.listVersions(prisma, params.clusterId) }
}

/** One adopted version that the actor reads; any other is not there. */
export async function readableVersion(db: Db, actor: Actor, versionId: string) {
  const version = await store.findVersion(db, versionId)
  const seasonIds = version === null ? null : await store.listSeasonIds(db, version.clusterId)
  if (version === null || seasonIds === null || !mayReadVersions(actor, seasonIds))
    throw new ProblemError('not-found')
  return version
}

export async function showVersion({ params, actor, deps }: Call<typeof criteria.version>) {
  return readableVersion(deps.database.prisma, actor, params.versionId)
}
