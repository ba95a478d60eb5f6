import { meetings } from '@bangvang/contract/meetings'
import { inTransaction } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as agenda from './agenda-store.ts'
import { lockToRun, note } from './load.ts'
import { meetingView } from './meeting-view.ts'
import { leaveFloor } from './proceedings-store.ts'
import * as store from './store.ts'

const refuseStart = refusals(meetings.start)

/** The meeting begins by an act of chair or secretary, not by the clock. */
export async function startMeeting({ params, actor, now, deps }: Call<typeof meetings.start>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockToRun(tx, actor, params.meetingId)
    if (!(await store.saveStatus(tx, meeting.id, { from: 'planned', to: 'running', at: now })))
      throw refuseStart('meeting-state')
    await note(tx, { actor, now, meeting }, { what: 'meeting-started', after: { startedAt: now } })
    return meetingView(tx, { actor, now }, meeting.id)
  })
}

const refuseEnd = refusals(meetings.end)

/** The meeting ends: no vote is left open, nobody keeps the floor. */
export async function endMeeting({ params, actor, now, deps }: Call<typeof meetings.end>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting } = await lockToRun(tx, actor, params.meetingId)
    if (await store.hasOpenBallot(tx, meeting.id)) throw refuseEnd('ballot-open')
    await agenda.moveCurrent(tx, meeting.id, { from: meeting.currentItemId, to: null, at: now })
    await leaveFloor(tx, meeting.id, now)
    if (!(await store.saveStatus(tx, meeting.id, { from: 'running', to: 'closed', at: now })))
      throw refuseEnd('meeting-state')
    await note(tx, { actor, now, meeting }, { what: 'meeting-ended', after: { endedAt: now } })
    return meetingView(tx, { actor, now }, meeting.id)
  })
}
