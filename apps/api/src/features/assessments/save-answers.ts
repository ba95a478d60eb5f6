import { assessments } from '@bangvang/contract/assessments'
import type { FieldError } from '@bangvang/contract/problem'
import { mayFillIn } from '@bangvang/core/assessments/policy'
import { inSqlTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { saveOne } from './save-answer.ts'

const refuse = refusals(assessments.saveAnswers)

/** Many answers, all or none; every fault is named, whichever answers have them. Saved in the order of codes, so that two batches never wait for each other. */
export async function saveAnswers({ params, body, actor, now, deps }: Call<typeof assessments.saveAnswers>) {
  if (!mayFillIn(actor, params)) throw refuse('not-found')
  const changes = body.answers.map(({ criterionCode, ...change }, index) => ({
    database: deps.database,
    actor,
    now,
    change,
    place: { ...params, criterionCode },
    pointer: `#/answers/${index}`,
  }))
  changes.sort((a, b) => (a.place.criterionCode < b.place.criterionCode ? -1 : 1))
  return inSqlTransaction(deps.database, async (tx) => {
    const items = []
    const errors: FieldError[] = []
    for (const change of changes) {
      try {
        items.push(await saveOne(tx, change))
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'answer-invalid') throw error
        errors.push(...(error.extra.errors ?? []))
      }
    }
    if (errors.length > 0) throw refuse('answer-invalid', { errors })
    return { items }
  })
}
