import { assessments } from '@bangvang/contract/assessments'
import type { Answer } from '@bangvang/core/assessments/answer'
import {
  isOpenToAnswers,
  isOpenToReturn,
  mayFillIn,
  mayReturn,
  speaksForUnit,
} from '@bangvang/core/assessments/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { hasReached } from '@bangvang/core/seasons/season'
import { record } from '../../audit/record.ts'
import { type Database, inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { assessmentView } from './show-assessment.ts'
import * as store from './store.ts'
import { unexplainedTargets } from './unexplained-targets.ts'

type Found = { season: store.SeasonRow; assessment: store.AssessmentRow }
type Move = {
  database: Database
  actor: Actor
  now: Date
  place: store.Place
  what: string
  reason: string | null
}

type Change = Omit<store.StatusChange, 'returned'>

/** Loads under a lock, lets `decide` refuse or say the change, saves, records, and shows what is now. */
async function move(m: Move, decide: (found: Found, tx: Tx) => Change | Promise<Change>) {
  return inTransaction(m.database, async (tx) => {
    const found = await loadLocked(tx, m.place)
    const change = await decide(found, tx)
    const returned =
      m.reason === null || m.reason === '' ? null : { reason: m.reason, byName: m.actor.name, at: m.now }
    await store.saveStatus(tx, m.place, { ...change, returned })
    const { seasonId, unitId } = m.place
    await record(tx, {
      actor: m.actor,
      now: m.now,
      seasonId,
      what: m.what,
      about: { kind: 'assessment', id: unitId },
      before: { status: found.assessment.status },
      after: { status: change.to, ...(returned ? { reason: returned.reason } : {}) },
    })
    return assessmentView(tx, m.actor, await loadLocked(tx, m.place))
  })
}

/** The season and the assessment, which nobody else changes until the transaction ends. */
export async function loadLocked(tx: Tx, place: store.Place): Promise<Found> {
  const assessment = await store.lockAssessment(tx, place)
  const season = await store.findSeason(tx, place.seasonId)
  if (season === null || assessment === null) throw new ProblemError('not-found')
  if (hasReached(season.phase, 'finalized')) throw new ProblemError('season-finalized')
  return { season, assessment }
}

const answersOf = ({ answers }: store.AssessmentRow) =>
  Object.fromEntries(answers.map(({ criterionCode, answer }) => [criterionCode, answer as Answer | null]))

const refuseSend = refusals(assessments.sendForSignOff)

/** The delegate hands over; answers rest until the leader decides. */
export async function sendForSignOff({ params, actor, now, deps }: Call<typeof assessments.sendForSignOff>) {
  if (!mayFillIn(actor, params)) throw refuseSend('not-found')
  return move(
    {
      database: deps.database,
      actor,
      now,
      place: params,
      what: 'assessment-sent-for-sign-off',
      reason: null,
    },
    async ({ season, assessment }, tx) => {
      if (!isOpenToAnswers(season, assessment.status)) throw refuseSend('assessment-locked')
      const errors = await unexplainedTargets(tx, params, answersOf(assessment))
      if (errors.length > 0) throw refuseSend('target-unexplained', { errors })
      return { from: ['draft', 'returned'], to: 'awaitingSignOff' }
    },
  )
}

const refuseTake = refusals(assessments.takeBack)

/** The delegate takes it back, or the leader sends it back with a reason; a unit once returned by the cluster stays so. */
export async function takeBack({ params, body, actor, now, deps }: Call<typeof assessments.takeBack>) {
  if (!speaksForUnit(actor, params)) throw refuseTake('not-found')
  return move(
    {
      database: deps.database,
      actor,
      now,
      place: params,
      what: 'assessment-taken-back',
      reason: body.reason,
    },
    ({ assessment }) => {
      if (assessment.status !== 'awaitingSignOff') throw refuseTake('assessment-not-awaiting')
      return { from: ['awaitingSignOff'], to: assessment.submissions.length > 0 ? 'returned' : 'draft' }
    },
  )
}

const refuseReturn = refusals(assessments.return)

/** A submission goes back for revision, with a reason; the snapshot stays (domain.md, "Scores are kept in layers"). */
export async function returnAssessment({ params, body, actor, now, deps }: Call<typeof assessments.return>) {
  if (actor.mandate?.seasonId !== params.seasonId) throw refuseReturn('not-found')
  if (!mayReturn(actor, params)) throw refuseReturn('own-unit')
  return move(
    { database: deps.database, actor, now, place: params, what: 'assessment-returned', reason: body.reason },
    ({ season, assessment }) => {
      if (!isOpenToReturn(season)) throw refuseReturn('season-closed')
      if (assessment.status !== 'submitted') throw refuseReturn('assessment-not-submitted')
      return { from: ['submitted'], to: 'returned' }
    },
  )
}
