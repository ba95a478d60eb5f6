import { assessments } from '@bangvang/contract/assessments'
import { speaksForUnit } from '@bangvang/core/assessments/policy'
import { disposition } from '../../http/disposition.ts'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { isShownInline } from './evidence-kind.ts'
import { findVisible, heldFiles } from './show-assessment.ts'
import * as store from './store.ts'

const refuse = refusals(assessments.evidence)

/** A file to those who may see it: the unit its own, the others what a submission holds. Nothing in it ever runs here. */
export async function downloadEvidence({
  params,
  query,
  actor,
  deps,
  reply,
}: Call<typeof assessments.evidence>): Promise<typeof sent> {
  const row = await store.findEvidence(deps.database.prisma, params.evidenceId)
  const found = row === null ? null : await findVisible(deps.database.prisma, actor, row)
  if (row === null || found === null) throw refuse('not-found')
  if (!speaksForUnit(actor, row) && !heldFiles(found.assessment).has(row.id)) throw refuse('not-found')
  if ((await deps.files.size(row.sha256)) === null) throw refuse('not-found')
  const isInline = !query.download && isShownInline(row.contentType)
  reply
    .header('content-type', row.contentType)
    .header('content-length', row.size)
    .header('content-disposition', disposition(isInline ? 'inline' : 'attachment', row.name))
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    )
    .header('cache-control', 'private, no-store')
    .send(deps.files.get(row.sha256))
  return sent
}
