import { meetings } from '@bangvang/contract/meetings'
import { inTransaction, type Tx } from '../../db.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import * as attendance from './attendance-store.ts'
import { lockToChange, note } from './load.ts'
import { attendanceView, meetingView } from './meeting-view.ts'
import { currentOf } from './plan-meeting.ts'
import * as store from './store.ts'

const refuse = refusals(meetings.attend)

type Attended = Call<typeof meetings.attend>['body']['attended']

async function refuseUnknownFile(tx: Tx, meetingId: string, { authorization }: Attended): Promise<void> {
  const fileId = authorization?.fileId ?? null
  if (fileId === null || (await attendance.hasFiles(tx, meetingId, [fileId]))) return
  throw refuse('unknown-file', {
    errors: [{ pointer: '#/attended/authorization/fileId', code: 'unknown-file' }],
  })
}

/** Notes whether a unit is there, who came for it, or who stands in by which paper (domain.md "Meetings"). */
export async function attend({ params, body, actor, now, deps }: Call<typeof meetings.attend>) {
  return inTransaction(deps.database, async (tx) => {
    const { meeting, season } = await lockToChange(tx, actor, params.meetingId)
    const unit = (await store.listMembers(tx, season)).find(({ id }) => id === params.unitId)
    if (unit === undefined) throw refuse('unknown-unit')
    await refuseUnknownFile(tx, meeting.id, body.attended)
    const { state, people, authorization } = body.attended
    const before = await attendance.findAttendance(tx, meeting.id, unit.id)
    const noted = {
      meetingId: meeting.id,
      unitId: unit.id,
      state,
      people,
      substituteName: authorization?.name ?? null,
      substituteTitle: authorization?.title ?? null,
      paperNumber: authorization?.paperNumber ?? null,
      fileId: authorization?.fileId ?? null,
      updatedAt: now,
    }
    if (!(await attendance.saveAttendance(tx, body.version, noted)))
      throw refuse('attendance-changed', { current: await currentOf(tx, { actor, now }, meeting.id) })
    const { state: was, people: came, authorization: byPaper } = attendanceView(unit, before ?? undefined)
    await note(
      tx,
      { actor, now, meeting },
      {
        what: 'attendance-noted',
        before: { unitId: unit.id, state: was, people: came, authorization: byPaper },
        after: { unitId: unit.id, state, people, authorization },
      },
    )
    return meetingView(tx, { actor, now }, meeting.id)
  })
}
