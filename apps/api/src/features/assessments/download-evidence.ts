import { assessments } from '@bangvang/contract/assessments'
import { speaksForUnit } from '@bangvang/core/assessments/policy'
import { sendFile } from '../../files/send-file.ts'
import type { Call, sent } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
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
  return sendFile({ deps, reply }, row, query.download)
}
