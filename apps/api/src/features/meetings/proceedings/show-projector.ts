import type { ProjectorView, proceedings } from '@bangvang/contract/proceedings'
import type { Actor } from '@bangvang/core/people/actor'
import { ballotView, findHall, listBallots } from '../../../ballot-view.ts'
import type { Db } from '../../../db.ts'
import type { Call } from '../../../http/mount.ts'
import { loadMeeting } from '../load.ts'
import { attendanceView, itemView, summaryOf } from '../meeting-view.ts'
import * as store from '../proceedings-store.ts'
import { findWhole, listMembers } from '../store.ts'
import { contributionView, speechView } from './view.ts'

/** The vote open now, else the last one of the current item that is not given up. */
async function shownBallot(db: Db, actor: Actor, at: { meetingId: string; itemId: string | null }) {
  const rows = await listBallots(db, at.meetingId)
  const ofItem = rows.filter(({ itemId, status }) => itemId === at.itemId && status !== 'cancelled')
  const row = rows.find(({ status }) => status === 'open') ?? ofItem.at(-1)
  const hall = row === undefined ? null : await findHall(db, at.meetingId)
  return row === undefined || hall === null ? null : ballotView({ row, hall, actor })
}

/** The meeting as a wall shows it: it follows the chair, and writes nothing. */
export async function showProjector({
  params,
  actor,
  now,
  deps,
}: Call<typeof proceedings.projector>): Promise<ProjectorView> {
  const db = deps.database.prisma
  const { meeting, season } = await loadMeeting(db, actor, params.meetingId)
  const row = await findWhole(db, meeting.id)
  if (row === null) throw new Error(`meeting ${meeting.id} went away`)
  const members = await listMembers(db, season)
  const look = { meeting, season, actor, names: new Map(members.map(({ id, name }) => [id, name])) }
  const speeches = (await store.listSpeeches(db, meeting.id)).map((speech) => speechView(look, speech))
  const contributions = await store.listContributions(db, meeting.id)
  const { kind, title, status, startsAt, place, startedAt, endedAt, quorum } = summaryOf(row, members.length)
  return {
    ...{ meetingId: meeting.id, now, kind, title, status, startsAt, place, startedAt, endedAt, quorum },
    currentItemId: row.currentItemId,
    agenda: row.items.map(itemView),
    units: members.map((unit) => {
      const { state, authorization } = attendanceView(
        unit,
        row.attendance.find(({ unitId }) => unitId === unit.id),
      )
      return {
        ...unit,
        isChair: unit.id === season.chairUnitId,
        state,
        paperNumber: authorization?.paperNumber ?? null,
      }
    }),
    speaking: speeches.find(({ state }) => state === 'speaking') ?? null,
    waiting: speeches.filter(({ state }) => state === 'asked'),
    conclusions: contributions
      .filter(({ kind: what, itemId }) => what === 'conclusion' && itemId === row.currentItemId)
      .map((contribution) => contributionView(look, contribution)),
    ballot: await shownBallot(db, actor, { meetingId: meeting.id, itemId: row.currentItemId }),
  }
}
