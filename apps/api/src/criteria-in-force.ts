import { type CompiledCriteria, compileCriteria } from '@bangvang/core/assessments/score'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria, type PlacedCriterion } from '@bangvang/core/criteria/list'
import type { Database } from './db.ts'

/** An adopted criteria version, read once: it never changes. */
export type CriteriaInForce = {
  document: CriteriaDocument
  compiled: CompiledCriteria
  byCode: ReadonlyMap<string, PlacedCriterion>
}

const kept = new WeakMap<Database, Map<string, CriteriaInForce>>()
const most = 200

/** The adopted version with this id; one query the first time, none afterwards. */
export async function criteriaInForce(database: Database, versionId: string): Promise<CriteriaInForce> {
  const versions = kept.get(database) ?? new Map<string, CriteriaInForce>()
  kept.set(database, versions)
  const known = versions.get(versionId)
  if (known !== undefined) return known
  const row = await database.prisma.criteriaVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { document: true },
  })
  const document = row.document as unknown as CriteriaDocument
  const read = {
    document,
    compiled: compileCriteria(document),
    byCode: new Map(listCriteria(document).map((placed) => [placed.criterion.code, placed])),
  }
  if (versions.size >= most) versions.clear()
  versions.set(versionId, read)
  return read
}
