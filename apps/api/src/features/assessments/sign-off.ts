import { assessments } from '@bangvang/contract/assessments'
import type { FieldError } from '@bangvang/contract/problem'
import type { Answer } from '@bangvang/core/assessments/answer'
import { checkAnswer } from '@bangvang/core/assessments/check-answer'
import { maySignOff } from '@bangvang/core/assessments/policy'
import { scoreAlone } from '@bangvang/core/assessments/score'
import { canonicalJson } from '@bangvang/core/numbers/canonical'
import { deadlineFor } from '@bangvang/core/seasons/season'
import { record, sha256 } from '../../audit/record.ts'
import { type CriteriaInForce, criteriaInForce } from '../../criteria-in-force.ts'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { loadLocked } from './move-assessment.ts'
import { assessmentView } from './show-assessment.ts'
import * as store from './store.ts'
import { unexplainedTargets } from './unexplained-targets.ts'

const refuse = refusals(assessments.signOff)

/** Everything the unit says, with the files it names: {code: {answer, note, evidence}}. */
async function snapshot(tx: Tx, assessment: store.AssessmentRow) {
  const files = await store.listEvidence(tx, assessment)
  const filesOf = (code: string) =>
    files
      .filter(({ links }) => links.some(({ criterionCode }) => criterionCode === code))
      .map(({ id, name, sha256, size }) => ({ id, name, sha256, size }))
  const codes = new Set([
    ...assessment.answers.map(({ criterionCode }) => criterionCode),
    ...files.flatMap(({ links }) => links.map(({ criterionCode }) => criterionCode)),
  ])
  const byCode = new Map(assessment.answers.map((row) => [row.criterionCode, row]))
  return Object.fromEntries(
    [...codes].sort().map((code) => [
      code,
      {
        answer: (byCode.get(code)?.answer ?? null) as Answer | null,
        note: byCode.get(code)?.note ?? '',
        evidence: filesOf(code),
      },
    ]),
  )
}

function answersOf(taken: Record<string, { answer: Answer | null }>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(taken).flatMap(([code, { answer }]) => (answer === null ? [] : [[code, answer] as const])),
  )
}

function faultsOf({ document, byCode }: CriteriaInForce, answers: Record<string, Answer>): FieldError[] {
  return Object.entries(answers).flatMap(([code, answer]) => {
    const placed = byCode.get(code)
    if (placed === undefined) return [{ pointer: `#/answers/${code}`, code: 'unknown_criterion' }]
    return checkAnswer(document, placed.criterion, answer).map((fault) => ({
      pointer: `#/answers/${code}/${fault.path}`,
      code: fault.code,
    }))
  })
}

/** The leader signs off: an immutable snapshot with its hash, late where the deadline has passed (domain.md, "The season"). */
export async function signOff({ params, actor, now, deps }: Call<typeof assessments.signOff>) {
  if (!maySignOff(actor, params)) throw refuse('not-found')
  return inTransaction(deps.database, async (tx) => {
    const { season, assessment } = await loadLocked(tx, params)
    if (assessment.status !== 'awaitingSignOff') throw refuse('assessment-not-awaiting')
    if ((season.phase !== 'open' && season.phase !== 'appraisal') || season.criteriaVersionId === null)
      throw refuse('season-closed')
    const criteria = await criteriaInForce(deps.database, season.criteriaVersionId)
    const taken = await snapshot(tx, assessment)
    const answers = answersOf(taken)
    const errors = faultsOf(criteria, answers)
    if (errors.length > 0) throw refuse('answer-invalid', { errors })
    const unexplained = await unexplainedTargets(tx, params, answers)
    if (unexplained.length > 0) throw refuse('target-unexplained', { errors: unexplained })

    const deadline = deadlineFor(season.deadlines, 'assessment', params.unitId)
    const number = (assessment.submissions.at(-1)?.number ?? 0) + 1
    const submission = {
      ...params,
      number,
      answers: taken,
      sha256: sha256(canonicalJson(taken)),
      total: scoreAlone(criteria.compiled, { unit: params.unitId, answers }).total,
      submittedAt: now,
      submittedBy: await sentBy(tx, params, actor.name),
      signedOffBy: actor.name,
      isLate: deadline !== null && now > deadline,
    }
    await store.saveStatus(tx, params, { from: ['awaitingSignOff'], to: 'submitted', returned: null })
    await store.saveSubmission(tx, submission)
    const { number: n, sha256: hash, total, isLate } = submission
    await record(tx, {
      actor,
      now,
      seasonId: params.seasonId,
      what: 'assessment-submitted',
      about: { kind: 'assessment', id: params.unitId },
      before: { status: assessment.status },
      after: { number: n, sha256: hash, total, isLate },
    })
    return assessmentView(tx, actor, await loadLocked(tx, params))
  })
}

// Who handed it to the leader stands in the journal.
async function sentBy(tx: Tx, { seasonId, unitId }: store.Place, otherwise: string): Promise<string> {
  const sent = await tx.journalEntry.findFirst({
    where: { chain: seasonId, what: 'assessment-sent-for-sign-off', aboutId: unitId },
    orderBy: { number: 'desc' },
    select: { actorName: true },
  })
  return sent?.actorName ?? otherwise
}
