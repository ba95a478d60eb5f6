import { assessments } from '@bangvang/contract/assessments'
import { mayFillIn } from '@bangvang/core/assessments/policy'
import { record } from '../../audit/record.ts'
import { inTransaction, type Tx } from '../../db.ts'
import { forgetFile } from '../../files/keep-file.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { heldFiles } from './show-assessment.ts'
import * as store from './store.ts'
import { loadEditable, refuseUnknown, viewOf } from './upload-evidence.ts'

async function findOwn(tx: Tx, place: store.Place & { evidenceId: string }): Promise<store.EvidenceRow> {
  const row = await store.findEvidence(tx, place.evidenceId)
  if (row === null || row.seasonId !== place.seasonId || row.unitId !== place.unitId)
    throw new ProblemError('not-found')
  return row
}

const refuseLink = refusals(assessments.linkEvidence)

/** One file is evidence for many criteria. */
export async function linkEvidence({
  params,
  body,
  actor,
  now,
  deps,
}: Call<typeof assessments.linkEvidence>) {
  if (!mayFillIn(actor, params)) throw refuseLink('not-found')
  return inTransaction(deps.database, async (tx) => {
    const { season, assessment } = await loadEditable(tx, params)
    const row = await findOwn(tx, params)
    const criterionCodes = [...new Set(body.criterionCodes)]
    await refuseUnknown(deps, season.criteriaVersionId, criterionCodes)
    await store.saveLinks(tx, row, criterionCodes)
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: 'evidence-linked',
      about: { kind: 'evidence', id: row.id },
      before: { criterionCodes: row.links.map((link) => link.criterionCode) },
      after: { criterionCodes },
    })
    return viewOf(tx, row.id, assessment)
  })
}

const refuseRemove = refusals(assessments.removeEvidence)

/** A file no submission holds may go; its bytes too, once no row names them. */
export async function removeEvidence({
  params,
  actor,
  now,
  deps,
}: Call<typeof assessments.removeEvidence>): Promise<undefined> {
  if (!mayFillIn(actor, params)) throw refuseRemove('not-found')
  const { sha256 } = await inTransaction(deps.database, async (tx) => {
    const { assessment } = await loadEditable(tx, params)
    const row = await findOwn(tx, params)
    if (heldFiles(assessment).has(row.id)) throw refuseRemove('evidence-in-use')
    await store.removeEvidence(tx, row.id)
    const { name, size } = row
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: 'evidence-removed',
      about: { kind: 'evidence', id: row.id },
      before: { name, size, sha256: row.sha256 },
    })
    return row
  })
  await forgetFile(deps, sha256)
}
