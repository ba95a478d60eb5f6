import { awards } from '@bangvang/contract/awards'
import { awardVerdict, recordAwardOutcome } from '@bangvang/core/awards/award-outcome'
import { mayDecideAwards } from '@bangvang/core/awards/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { record } from '../../audit/record.ts'
import { type Database, inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import type { SeasonOfLayers } from '../../season-layers.ts'
import { lockOpen } from './keep-kinds.ts'
import { awardsView } from './show-awards.ts'
import { readStandings } from './standings.ts'
import * as store from './store.ts'

type Move = { database: Database; actor: Actor; now: Date; place: { seasonId: string; proposalId: string } }
type Found = { tx: Tx; season: SeasonOfLayers; proposal: store.ProposalRow; all: store.ProposalRow[] }
type Told = { what: string; before?: unknown; after: unknown }

/** Loads under a lock, lets `act` refuse, save and say what it did, records it, and shows what is now. */
async function move({ database, actor, now, place }: Move, act: (found: Found) => Promise<Told>) {
  return inTransaction(database, async (tx) => {
    const season = await lockOpen(tx, actor, place.seasonId)
    const all = await store.listProposals(tx, season.id)
    const proposal = all.find(({ id }) => id === place.proposalId)
    if (proposal === undefined) throw new ProblemError('not-found')
    const told = await act({ tx, season, proposal, all })
    const about = { kind: 'award-proposal', id: proposal.id }
    await record(tx, { actor, now, seasonId: season.id, about, ...told })
    return awardsView({ database, db: tx }, actor, season.id)
  })
}

/** A unit's name as it stands on a ballot. */
async function nameOf(database: Database, { tx, season, proposal }: Found): Promise<string> {
  const standings = await readStandings({ database, db: tx }, season)
  return standings?.units.find(({ code }) => code === proposal.unitId)?.name ?? proposal.unitId
}

const refuseLink = refusals(awards.linkBallot)

/** Names the vote a proposal is put to: a yes or no, or one that has the unit among its options. */
export async function linkBallot({ params, body, actor, now, deps }: Call<typeof awards.linkBallot>) {
  const { database } = deps
  return move({ database, actor, now, place: params }, async (found) => {
    const { tx, season, proposal } = found
    const { ballotId } = body
    const ballot = (await store.listBallots(tx, [ballotId])).get(ballotId)
    const question = ballot?.rounds[0]?.question
    if (ballot === undefined || ballot.seasonId !== season.id || question === undefined)
      throw refuseLink('ballot-unfit')
    if (ballot.status === 'cancelled') throw refuseLink('ballot-unfit')
    const name = await nameOf(database, found)
    if (question.kind !== 'yesNo' && !question.options.includes(name)) throw refuseLink('ballot-unfit')
    if (!(await store.saveBallot(tx, { seasonId: season.id, id: proposal.id, ballotId })))
      throw refuseLink('award-decided')
    return {
      what: 'award-put-to-vote',
      before: { ballotId: proposal.ballotId },
      after: { ballotId, unit: proposal.unitId, award: proposal.kindCode },
    }
  })
}

const refuseWithdrawal = refusals(awards.withdraw)

export async function withdrawProposal({ params, body, actor, now, deps }: Call<typeof awards.withdraw>) {
  return move({ database: deps.database, actor, now, place: params }, async ({ tx, season, proposal }) => {
    const outcome = { status: 'withdrawn', note: body.reason, by: actor.name, at: now } as const
    if (!(await store.saveOutcome(tx, { seasonId: season.id, id: proposal.id }, outcome)))
      throw refuseWithdrawal('award-decided')
    const { unitId: unit, kindCode: award } = proposal
    return {
      what: 'award-withdrawn',
      before: { status: 'proposed' },
      after: { unit, award, reason: body.reason },
    }
  })
}

const refuseOutcome = refusals(awards.decide)

/** The chair records what became of a proposal: what its vote says, or where the vote stands that was held elsewhere. */
export async function decideProposal({ params, body, actor, now, deps }: Call<typeof awards.decide>) {
  const { database } = deps
  if (!mayDecideAwards(actor, { id: params.seasonId })) throw refuseOutcome('not-found')
  return move({ database, actor, now, place: params }, async (found) => {
    const { tx, season, proposal, all } = found
    const { ballotId, kindCode, unitId } = proposal
    const ballot = ballotId === null ? undefined : (await store.listBallots(tx, [ballotId])).get(ballotId)
    const kind = (await store.listKinds(tx, season.id)).find(({ code }) => code === kindCode)
    const held = all.filter((one) => one.kindCode === kindCode && one.status === 'passed').length
    const decision = recordAwardOutcome({
      status: proposal.status,
      verdict: ballot === undefined ? null : awardVerdict(ballot, await nameOf(database, found)),
      passed: body.passed,
      note: body.note,
      held,
      quota: kind?.quota ?? 0,
    })
    if (!decision.ok) throw refuseOutcome(decision.refusal.reason)
    const status = body.passed ? 'passed' : 'notPassed'
    const outcome = { status, note: body.note, by: actor.name, at: now } as const
    if (!(await store.saveOutcome(tx, { seasonId: season.id, id: proposal.id }, outcome)))
      throw refuseOutcome('award-decided')
    return {
      what: 'award-outcome-recorded',
      before: { status: proposal.status },
      after: { award: kindCode, unit: unitId, status, note: body.note, ballotId },
    }
  })
}
