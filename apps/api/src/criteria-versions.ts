import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { sha256 } from './audit/record.ts'
import type { Tx } from './db.ts'
import type { Prisma } from './generated/prisma/client.ts'

export type NewCriteriaVersion = {
  id: string
  clusterId: string
  year: number
  document: CriteriaDocument
  legalBasis: string
  /** ISO date. */
  adoptedOn: string
  now: Date
}

/** Holds what a cluster adopts against another adoption until the transaction ends. */
export async function lockCluster(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM cluster WHERE id = ${id} FOR NO KEY UPDATE`
}

/**
 * Adopts a criteria document, sound by checkCriteria, under the next number of its cluster and year; the version adopted before is
 * superseded, and stays in force where a season has it (domain.md, "Criteria versions"). Gives the number and the document's hash.
 */
export async function adoptCriteriaVersion(
  tx: Tx,
  { now, adoptedOn, document, ...version }: NewCriteriaVersion,
): Promise<{ number: number; sha256: string }> {
  const { clusterId, year } = version
  await lockCluster(tx, clusterId)
  const { _max } = await tx.criteriaVersion.aggregate({ where: { clusterId, year }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  const hash = sha256(canonicalJson(document))
  await tx.criteriaVersion.updateMany({
    where: { clusterId, year, status: 'adopted' },
    data: { status: 'superseded' },
  })
  await tx.criteriaVersion.createMany({
    data: [
      {
        ...version,
        number,
        status: 'adopted',
        document: document as unknown as Prisma.InputJsonObject,
        sha256: hash,
        adoptedOn: new Date(adoptedOn),
        createdAt: now,
      },
    ],
  })
  return { number, sha256: hash }
}
