import { randomUUID } from 'node:crypto'
import { assessments } from '@bangvang/contract/assessments'
import { isOpenToAnswers, mayFillIn } from '@bangvang/core/assessments/policy'
import { record } from '../../audit/record.ts'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { inTransaction, type Tx } from '../../db.ts'
import { keepFiles, takeFile } from '../../files/keep-file.ts'
import type { Deps } from '../../http/deps.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { loadLocked } from './move-assessment.ts'
import { evidenceView, heldFiles } from './show-assessment.ts'
import * as store from './store.ts'

/** The assessment, held and open to its unit's changes. */
export async function loadEditable(tx: Tx, place: store.Place) {
  const found = await loadLocked(tx, place)
  if (!isOpenToAnswers(found.season, found.assessment.status)) throw new ProblemError('assessment-locked')
  return found
}

/** Refuses a code that is no criterion of the season's version. */
export async function refuseUnknown(
  deps: Deps,
  versionId: string | null,
  codes: readonly string[],
): Promise<void> {
  const known = versionId === null ? new Map() : (await criteriaInForce(deps.database, versionId)).byCode
  const errors = codes.flatMap((code, index) =>
    known.has(code) ? [] : [{ pointer: `#/criterionCodes/${index}`, code: 'unknown_criterion' }],
  )
  if (errors.length > 0) throw new ProblemError('unknown-criterion', { errors })
}

const refuse = refusals(assessments.upload)

/** Takes a file whole, tells its kind by its content, and only then writes the row that names it. */
export async function uploadEvidence(call: Call<typeof assessments.upload>) {
  const { params, query, actor, now, deps, request } = call
  if (!mayFillIn(actor, params)) throw refuse('not-found')
  // Before the bytes are read: a locked assessment takes none.
  await inTransaction(deps.database, async (tx) => {
    const { season } = await loadEditable(tx, params)
    await refuseUnknown(
      deps,
      season.criteriaVersionId,
      query.criterionCode === undefined ? [] : [query.criterionCode],
    )
  })
  const { file, arrival } = await takeFile(deps, request)
  const { name, sha256, size, contentType } = file
  return keepFiles(deps, [arrival], async (tx) => {
    const { assessment } = await loadEditable(tx, params)
    const { id, isNew } = await store.saveEvidence(tx, {
      id: randomUUID(),
      ...params,
      name,
      contentType,
      size,
      sha256,
      uploadedAt: now,
      uploadedBy: actor.name,
    })
    const linked = (await store.findEvidence(tx, id))?.links.map(({ criterionCode }) => criterionCode) ?? []
    const codes = query.criterionCode === undefined ? linked : [...new Set([...linked, query.criterionCode])]
    await store.saveLinks(tx, { ...params, id }, codes)
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: isNew ? 'evidence-uploaded' : 'evidence-linked',
      about: { kind: 'evidence', id },
      before: isNew ? null : { criterionCodes: linked },
      after: { name, sha256, size, criterionCodes: codes },
    })
    return viewOf(tx, id, assessment)
  })
}

/** The file as the wire shows it, after a change. */
export async function viewOf(tx: Tx, id: string, assessment: store.AssessmentRow) {
  const row = await store.findEvidence(tx, id)
  if (row === null) throw refuse('not-found')
  return evidenceView(row, heldFiles(assessment))
}
