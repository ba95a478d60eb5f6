import { randomUUID } from 'node:crypto'
import { ballots } from '@bangvang/contract/ballots'
import { questionOf } from '../../ballot-view.ts'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { currentOf, lockHall, lockToRun, note, refuseFaulty, viewOf } from './load.ts'
import * as store from './store.ts'

const refuse = refusals(ballots.prepare)

/** An open vote is prepared on an item of the agenda. */
export async function prepareBallot({ body, actor, now, deps }: Call<typeof ballots.prepare>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockHall(tx, actor, body.meetingId)
    if (!(await store.hasItem(tx, meeting.id, body.itemId))) throw refuse('not-found')
    if (meeting.status === 'closed') throw refuse('meeting-state')
    refuseFaulty(body.question)
    const { question, ...asked } = body
    const row = { id: randomUUID(), seasonId: meeting.seasonId, ...asked, createdAt: now }
    await store.createBallot(tx, row, question)
    await note(tx, { actor, now, row }, { what: 'ballot-prepared', after: body })
    return viewOf(tx, actor, row.id)
  })
}

const refuseChange = refusals(ballots.change)

/** A vote may be changed until it opens; what an absent member has answered in writing stays asked as it was. */
export async function changeBallot({ params, body, actor, now, deps }: Call<typeof ballots.change>) {
  return inTransaction(deps.database, async (tx) => {
    const { row, round } = await lockToRun(tx, actor, params.ballotId)
    if (row.status !== 'prepared' || row.round > 1 || row.votes.length > 0) throw refuseChange('ballot-state')
    refuseFaulty(body.question)
    const { version, ...asked } = body
    if (!(await store.saveBallot(tx, { id: row.id, version }, asked)))
      throw refuseChange('ballot-changed', { current: await currentOf(tx, actor, row.id) })
    const { title, preset, legalBasis, showsVotes } = row
    const before = { title, preset, legalBasis, showsVotes, question: questionOf(round) }
    await note(tx, { actor, now, row }, { what: 'ballot-changed', before, after: asked })
    return viewOf(tx, actor, row.id)
  })
}

const refuseRemove = refusals(ballots.remove)

export async function removeBallot({ params, actor, now, deps }: Call<typeof ballots.remove>) {
  return inTransaction(deps.database, async (tx) => {
    const { row, round } = await lockToRun(tx, actor, params.ballotId)
    if (!(await store.removeBallot(tx, row.id))) throw refuseRemove('ballot-state')
    const before = { title: row.title, question: questionOf(round) }
    await note(tx, { actor, now, row }, { what: 'ballot-removed', before })
    return undefined
  })
}
