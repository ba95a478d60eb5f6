import { criteria, type VersionDetail } from '@bangvang/contract/criteria'
import { mayReadVersions } from '@bangvang/core/criteria/policy'
import { type Actor, dayInVietnam } from '@bangvang/core/people/actor'
import type { Db } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { basesOf, basisOf } from '../../law-basis.ts'
import * as store from './store.ts'

const refuse = refusals(criteria.versions)

/** The adopted versions of a cluster, to those who read them; to others the cluster is not there. */
export async function listVersions({ params, actor, now, deps }: Call<typeof criteria.versions>) {
  const { prisma } = deps.database
  const seasonIds = await store.listSeasonIds(prisma, params.clusterId)
  if (seasonIds === null || !mayReadVersions(actor, seasonIds)) throw refuse('not-found')
  const items = await store.listVersions(prisma, params.clusterId)
  const about = { kind: 'criteriaVersion', ids: items.map(({ id }) => id) } as const
  const bases = await basesOf(prisma, about, dayInVietnam(now))
  return { items: items.map((version) => ({ ...version, basis: bases.get(version.id) ?? [] })) }
}

/** One adopted version that the actor reads; any other is not there. */
export async function readableVersion(db: Db, actor: Actor, versionId: string) {
  const version = await store.findVersion(db, versionId)
  const seasonIds = version === null ? null : await store.listSeasonIds(db, version.clusterId)
  if (version === null || seasonIds === null || !mayReadVersions(actor, seasonIds))
    throw new ProblemError('not-found')
  return version
}

/** A version with the laws it rests on, flagged as they stand today. */
export async function withBasis(db: Db, version: store.StoredVersion, now: Date): Promise<VersionDetail> {
  const about = { kind: 'criteriaVersion', id: version.id } as const
  return { ...version, basis: await basisOf(db, about, dayInVietnam(now)) }
}

export async function showVersion({ params, actor, now, deps }: Call<typeof criteria.version>) {
  const db = deps.database.prisma
  return withBasis(db, await readableVersion(db, actor, params.versionId), now)
}
