import { ballots } from '@bangvang/contract/ballots'
import { memberUnitOf } from '@bangvang/core/meetings/policy'
import { recordBySql } from '../../audit/record.ts'
import { questionOf } from '../../ballot-view.ts'
import { inSqlTransaction, inTransaction, type SqlTx, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { currentOf, type Held, lockToRun, note, refuseUnfit, viewOf } from './load.ts'
import * as store from './store.ts'

const refuse = refusals(ballots.cast)

type Cast = Call<typeof ballots.cast>

/** The vote held open for the actor's unit, in the round it was seen in; throws what stands against it. */
async function holdOpen(tx: SqlTx, { params, body, actor }: Pick<Cast, 'params' | 'body' | 'actor'>) {
  const voting = await store.holdForVote(tx, params.ballotId, actor.mandate?.unitId ?? '')
  const unitId = voting === null ? null : memberUnitOf(actor, voting.seasonId)
  if (voting === null || unitId === null) throw refuse('not-found')
  if (voting.isArchived) throw refuse('season-closed')
  if (voting.status !== 'open' || voting.round !== body.round) throw refuse('ballot-state')
  if (voting.attendance === null || voting.attendance === 'absent') throw refuse('unit-not-present')
  refuseUnfit(voting.question, body.choice, '#/choice')
  return { seasonId: voting.seasonId, unitId }
}

/**
 * A unit's one vote, on its own device (domain.md "Votes"). By plain SQL, since a whole hall votes at once: the ballot is
 * shared among the votes and closed to none of them, and waits for all of them when it is closed.
 */
export async function castVote(call: Cast) {
  const { params, body, actor, now, deps } = call
  const isNew = await inSqlTransaction(deps.database, async (tx) => {
    const { seasonId, unitId } = await holdOpen(tx, call)
    const byMandateId = actor.mandate?.id ?? ''
    const vote = { ballotId: params.ballotId, unitId, byName: actor.name, byMandateId, at: now, ...body }
    if (!(await store.castVote(tx, vote))) return false
    await recordBySql(tx, {
      actor,
      now,
      seasonId,
      what: 'vote-cast',
      about: { kind: 'ballot', id: params.ballotId },
      after: { round: body.round, unitId, source: 'own' },
    })
    return true
  })
  const { prisma } = deps.database
  if (!isNew) throw refuse('already-voted', { current: await currentOf(prisma, actor, params.ballotId) })
  return viewOf(prisma, actor, params.ballotId)
}

const refuseEntry = refusals(ballots.enter)

function refuseStrangers({ hall }: Held, unitIds: readonly string[]): void {
  const errors = unitIds.flatMap((unitId, index) =>
    hall.members.some(({ id }) => id === unitId)
      ? []
      : [{ pointer: `#/votes/${index}/unitId`, code: 'unknown-unit' }],
  )
  if (errors.length > 0) throw new ProblemError('unknown-unit', { errors })
}

/** Units of these that have voted in the present round, at their places. */
function votedAlready({ row }: Held, unitIds: readonly string[]) {
  const voted = new Set(row.votes.filter(({ round }) => round === row.round).map(({ unitId }) => unitId))
  return unitIds.flatMap((unitId, index) =>
    voted.has(unitId) || unitIds.indexOf(unitId) < index
      ? [{ pointer: `#/votes/${index}/unitId`, code: 'already-voted' }]
      : [],
  )
}

async function storeVotes(
  tx: Tx,
  held: Held,
  votes: readonly Omit<store.NewVote, 'ballotId' | 'round'>[],
): Promise<void> {
  const { row } = held
  const errors = votedAlready(
    held,
    votes.map(({ unitId }) => unitId),
  )
  if (errors.length > 0) throw new ProblemError('already-voted', { errors })
  await store.saveVotes(
    tx,
    votes.map((vote) => ({ ...vote, ballotId: row.id, round: row.round })),
  )
}

/** Votes from a show of hands or from paper, entered all or none; a null choice is an invalid one. */
export async function enterVotes({ params, body, actor, now, deps }: Call<typeof ballots.enter>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToRun(tx, actor, params.ballotId)
    const { row, round, hall } = held
    if (row.status !== 'open' || row.round !== body.round) throw refuseEntry('ballot-state')
    const unitIds = body.votes.map(({ unitId }) => unitId)
    refuseStrangers(held, unitIds)
    const absent = unitIds.findIndex((id) => !hall.presentIds.includes(id))
    if (absent >= 0)
      throw refuseEntry('unit-not-present', {
        errors: [{ pointer: `#/votes/${absent}/unitId`, code: 'unit-not-present' }],
      })
    for (const [index, { choice }] of body.votes.entries())
      refuseUnfit(questionOf(round), choice, `#/votes/${index}/choice`)
    const by = { byName: actor.name, byMandateId: actor.mandate?.id ?? '', at: now }
    await storeVotes(
      tx,
      held,
      body.votes.map((vote) => ({ ...vote, ...by, source: 'hand', paperNumber: null, fileId: null })),
    )
    await note(
      tx,
      { actor, now, row },
      { what: 'votes-entered', after: { round: row.round, unitIds, source: 'hand' } },
    )
    return viewOf(tx, actor, row.id)
  })
}

const refuseOpinion = refusals(ballots.enterOpinion)

/** The written opinion of an absent member, before the vote opens or while it is open, by the number of its paper. */
export async function enterOpinion({ params, body, actor, now, deps }: Call<typeof ballots.enterOpinion>) {
  return inTransaction(deps.database, async (tx) => {
    const held = await lockToRun(tx, actor, params.ballotId)
    const { row, round, hall } = held
    const isTaken = row.status === 'prepared' || row.status === 'open'
    if (!isTaken || row.round !== body.round) throw refuseOpinion('ballot-state')
    const { unitId, choice, paperNumber, fileId } = body
    if (!hall.members.some(({ id }) => id === unitId)) throw refuseOpinion('unknown-unit')
    if (hall.presentIds.includes(unitId)) throw refuseOpinion('unit-present')
    if (fileId !== null && !(await store.hasFile(tx, row.meetingId, fileId)))
      throw refuseOpinion('unknown-file')
    refuseUnfit(questionOf(round), choice, '#/choice')
    const by = { byName: actor.name, byMandateId: actor.mandate?.id ?? '', at: now }
    await storeVotes(tx, held, [{ unitId, choice, paperNumber, fileId, ...by, source: 'written' }])
    await note(
      tx,
      { actor, now, row },
      {
        what: 'opinion-entered',
        after: { round: row.round, unitId, paperNumber, fileId, source: 'written' },
      },
    )
    return viewOf(tx, actor, row.id)
  })
}
