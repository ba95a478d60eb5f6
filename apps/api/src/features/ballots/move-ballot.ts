import { ballots } from '@bangvang/contract/ballots'
import { fitsDecision, leftToChair, nextRound } from '@bangvang/core/ballots/next-round'
import { actsAsChair } from '@bangvang/core/meetings/policy'
import { quorumOf } from '@bangvang/core/meetings/quorum'
import { countRound, questionOf, resultOf } from '../../ballot-view.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { currentOf, type Held, lockToRun, note, viewOf } from './load.ts'
import * as store from './store.ts'

/** Whether enough are there for the question of the present round, counted as it will be counted. */
function quorumNow({ row, round, hall }: Held) {
  const { quorum } = questionOf(round)
  const { counts } = countRound(row, round, hall)
  const part = quorum.counts === 'present' ? counts.present : counts.present + counts.written
  return quorumOf(quorum, part, counts.members)
}

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

const refuseOpen = refusals(ballots.open)

/** Opens a vote in a running meeting, where enough are there (domain.md "Votes"). */
export async function openBallot({ params, body, actor, now, deps }: Call<typeof ballots.open>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToRun(tx, actor, params.ballotId)
    const { row } = held
    if (held.hall.meeting.status !== 'running') throw refuseOpen('meeting-state')
    if (row.status !== 'prepared') throw refuseOpen('ballot-state')
    const quorum = quorumNow(held)
    if (!quorum.holds) throw refuseOpen('no-quorum', { current: quorum })
    const { id, round } = row
    if (!(await store.moveBallot(tx, { id, round, from: 'prepared', to: 'open' })))
      throw refuseOpen('ballot-state')
    const endsAt = body.minutes === null ? null : minutesAfter(now, body.minutes)
    await store.saveOpening(tx, { ballotId: id, round }, { openedAt: now, endsAt })
    await note(
      tx,
      { actor, now, row },
      { what: 'ballot-opened', after: { round, minutes: body.minutes, quorum } },
    )
    return viewOf(tx, actor, id)
  })
}

const refuseExtend = refusals(ballots.extend)

/** Gives more time, from the end of the time given or from now, whichever is later; nothing closes by itself. */
export async function extendBallot({ params, body, actor, now, deps }: Call<typeof ballots.extend>) {
  return inTransaction(deps.database, async (tx) => {
    const { row, round } = await lockToRun(tx, actor, params.ballotId)
    if (row.status !== 'open') throw refuseExtend('ballot-state')
    const from = new Date(Math.max(now.getTime(), round.endsAt?.getTime() ?? 0))
    const endsAt = minutesAfter(from, body.minutes)
    await store.saveOpening(tx, { ballotId: row.id, round: row.round }, { endsAt })
    await note(
      tx,
      { actor, now, row },
      { what: 'ballot-extended', before: { endsAt: round.endsAt }, after: { round: row.round, endsAt } },
    )
    return viewOf(tx, actor, row.id)
  })
}

const refuseClose = refusals(ballots.close)

/** Closes the vote and counts it, once: every vote acknowledged before is in, none after (tally.md). */
export async function closeBallot({ params, body, actor, now, deps }: Call<typeof ballots.close>) {
  return inTransaction(deps.database, async (tx) => {
    const { row, round, hall } = await lockToRun(tx, actor, params.ballotId)
    const { id } = row
    if (!(await store.moveBallot(tx, { id, round: body.round, from: 'open', to: 'closed' })))
      throw refuseClose('ballot-state', { current: await currentOf(tx, actor, id) })
    const result = countRound(row, round, hall)
    await store.saveCount(tx, { ballotId: id, round: body.round }, { closedAt: now, result })
    await note(
      tx,
      { actor, now, row },
      { what: 'ballot-closed', after: { round: body.round, question: questionOf(round), result } },
    )
    return viewOf(tx, actor, id)
  })
}

const refuseNext = refusals(ballots.nextRound)

/** Prepares a second round among those that may still win, where the rules call for one. */
export async function prepareNextRound({ params, body, actor, now, deps }: Call<typeof ballots.nextRound>) {
  return inTransaction(deps.database, async (tx) => {
    const { row, round } = await lockToRun(tx, actor, params.ballotId)
    const result = resultOf(round)
    if (row.status !== 'closed' || row.round !== body.round || result === null)
      throw refuseNext('ballot-state', { current: await currentOf(tx, actor, row.id) })
    const question = nextRound(questionOf(round), result)
    if (question === null) throw refuseNext('no-next-round')
    const { id } = row
    if (!(await store.moveBallot(tx, { id, round: body.round, from: 'closed', to: 'prepared' })))
      throw refuseNext('ballot-state')
    await store.addRound(tx, { ballotId: id, round: body.round + 1, question })
    await note(
      tx,
      { actor, now, row },
      { what: 'ballot-round-prepared', after: { round: body.round + 1, question } },
    )
    return viewOf(tx, actor, id)
  })
}

const refuseDecision = refusals(ballots.decide)

/** The chair decides where the last round left it to the chair, once, with a reason (domain.md "Votes"). */
export async function decideBallot({ params, body, actor, now, deps }: Call<typeof ballots.decide>) {
  return inTransaction(deps.database, async (tx) => {
    const { row, round, hall } = await lockToRun(tx, actor, params.ballotId)
    if (!actsAsChair(actor, hall.meeting)) throw refuseDecision('not-meeting-officer')
    const result = resultOf(round)
    if (row.status !== 'closed' || result === null) throw refuseDecision('ballot-state')
    const left = leftToChair(result)
    if (left === null) throw refuseDecision('chair-does-not-decide')
    if (!fitsDecision(left, body.options))
      throw refuseDecision('vote-invalid', { errors: [{ pointer: '#/options', code: 'unknown_option' }] })
    const decision = {
      decided: body.options,
      decisionReason: body.reason,
      decidedBy: actor.name,
      decidedAt: now,
    }
    if (!(await store.saveDecision(tx, row.id, decision)))
      throw refuseDecision('ballot-state', { current: await currentOf(tx, actor, row.id) })
    await note(tx, { actor, now, row }, { what: 'ballot-decided', before: left, after: body })
    return viewOf(tx, actor, row.id)
  })
}

const refuseCancel = refusals(ballots.cancel)

/** Gives up a vote that is not closed, with a reason; what was voted stays on record and counts for nothing. */
export async function cancelBallot({ params, body, actor, now, deps }: Call<typeof ballots.cancel>) {
  return inTransaction(deps.database, async (tx) => {
    const { row } = await lockToRun(tx, actor, params.ballotId)
    const cancelled = { cancelledReason: body.reason, cancelledBy: actor.name, cancelledAt: now }
    if (!(await store.cancelBallot(tx, row.id, cancelled))) throw refuseCancel('ballot-state')
    await note(
      tx,
      { actor, now, row },
      { what: 'ballot-cancelled', before: { status: row.status, round: row.round }, after: body },
    )
    return viewOf(tx, actor, row.id)
  })
}
