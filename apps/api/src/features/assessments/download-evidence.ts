import { assessments } from '@bangvang/contract/assessments'
import { speaksForUnit } from '@bangvang/core/assessments/policy'
import { type Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { isShownInline } from './evidence-kind.ts'
import { findVisible, heldFiles } from './show-assessment.ts'
import * as store from './store.ts'

const refuse = refusals(assessments.evidence)

/** Content-Disposition (RFC 6266): an ASCII name for the old, the whole one for the others. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\%]/g, '') || 'tep'
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

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
