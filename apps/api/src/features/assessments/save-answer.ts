import type { AnswerView } from '@bangvang/contract/assessments'
import { assessments } from '@bangvang/contract/assessments'
import type { FieldError } from '@bangvang/contract/problem'
import type { Answer } from '@bangvang/core/assessments/answer'
import { checkAnswer } from '@bangvang/core/assessments/check-answer'
import { isOpenToAnswers, mayFillIn } from '@bangvang/core/assessments/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { recordBySql } from '../../audit/record.ts'
import { criteriaInForce } from '../../criteria-in-force.ts'
import { type Database, inSqlTransaction, type SqlTx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { answerView } from './answer-view.ts'
import * as store from './store.ts'

const refuse = refusals(assessments.saveAnswer)

type Change = { answer: Answer | null; note: string; version: number }
type Save = {
  database: Database
  actor: Actor
  now: Date
  place: store.AnswerPlace
  change: Change
  pointer: string
}

async function faultsOf(save: Save, versionId: string): Promise<FieldError[]> {
  const { document, byCode } = await criteriaInForce(save.database, versionId)
  const placed = byCode.get(save.place.criterionCode)
  if (placed === undefined) throw refuse('unknown-criterion')
  if (save.change.answer === null) return []
  return checkAnswer(document, placed.criterion, save.change.answer).map(({ path, code }) => ({
    pointer: `${save.pointer}/answer${path === '' ? '' : `/${path.replaceAll('.', '/')}`}`,
    code,
  }))
}

/** One answer, inside a transaction: refuses, saves, records. */
export async function saveOne(tx: SqlTx, save: Save): Promise<AnswerView> {
  const { actor, now, place, change } = save
  const found = await store.findForSave(tx, place)
  if (found === null || found.criteriaVersionId === null) throw refuse('not-found')
  if (found.phase === 'finalized' || found.phase === 'archived') throw refuse('season-finalized')
  if (!isOpenToAnswers(found, found.status)) throw refuse('assessment-locked')
  const { criteriaVersionId } = found
  const errors = await faultsOf(save, criteriaVersionId)
  if (errors.length > 0) throw refuse('answer-invalid', { errors })

  const saved = { ...change, updatedAt: now, updatedBy: actor.name }
  const version =
    (found.stored?.version ?? 0) === change.version
      ? await store.saveAnswer(tx, place, { ...saved, criteriaVersionId })
      : null
  if (version === null) throw refuse('answer-changed', { current: await currentOf(tx, place) })
  const before = found.stored === null ? null : { answer: found.stored.answer, note: found.stored.note }
  await recordBySql(tx, {
    actor,
    now,
    seasonId: place.seasonId,
    what: 'answer-saved',
    about: { kind: 'answer', id: `${place.unitId} ${place.criterionCode}` },
    before,
    after: { answer: change.answer, note: change.note, version },
  })
  return answerView(place.criterionCode, { ...saved, version })
}

async function currentOf(tx: SqlTx, place: store.AnswerPlace) {
  const now = await store.findForSave(tx, place)
  return now?.stored
    ? { ...answerView(place.criterionCode, now.stored), updatedAt: now.stored.updatedAt.toISOString() }
    : null
}

/** Autosave of one answer (screens 2): saved where nobody changed it since it was seen. */
export async function saveAnswer({ params, body, actor, now, deps }: Call<typeof assessments.saveAnswer>) {
  if (!mayFillIn(actor, params)) throw refuse('not-found')
  const save = { database: deps.database, actor, now, place: params, change: body, pointer: '#' }
  return inSqlTransaction(deps.database, (tx) => saveOne(tx, save))
}
