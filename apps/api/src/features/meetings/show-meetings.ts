import type { meetings } from '@bangvang/contract/meetings'
import { mayPrepareMeetings, maySeeMeetings } from '@bangvang/core/meetings/policy'
import { dayInVietnam } from '@bangvang/core/people/actor'
import type { Call } from '../../http/mount.ts'
import { ProblemError } from '../../http/problem.ts'
import { meetingView, summaryOf } from './meeting-view.ts'
import * as store from './store.ts'

export async function listMeetings({ query, actor, deps }: Call<typeof meetings.list>) {
  const db = deps.database.prisma
  const season = await store.findSeason(db, query.seasonId)
  if (season === null || !maySeeMeetings(actor, season.id)) throw new ProblemError('not-found')
  const members = await store.listMembers(db, season)
  const rows = await store.listMeetings(db, season.id)
  return {
    items: rows.map((row) => summaryOf(row, members.length)),
    mayPrepare: mayPrepareMeetings(actor, season.id) && season.phase !== 'archived',
  }
}

type Keeper = Call<typeof meetings.copyable>

async function seasonToPrepare({ query, actor, deps }: Pick<Keeper, 'query' | 'actor' | 'deps'>) {
  const season = await store.findSeason(deps.database.prisma, query.seasonId)
  if (season === null || !mayPrepareMeetings(actor, season.id)) throw new ProblemError('not-found')
  return season
}

/** Agendas of the cluster's other years may be copied, though their meetings are not shown (issue 4, point 1: copy from last year). */
export async function listCopyable(call: Keeper) {
  const season = await seasonToPrepare(call)
  const rows = await store.listOfCluster(call.deps.database.prisma, season.clusterId)
  return {
    items: rows.map(({ id, seasonId, kind, title, startsAt, _count }) => ({
      id,
      seasonId,
      kind,
      title,
      startsAt,
      itemCount: _count.items,
    })),
  }
}

export async function listInvitable(call: Call<typeof meetings.invitable>) {
  const season = await seasonToPrepare(call)
  const day = new Date(dayInVietnam(call.now))
  return { items: await store.listInvitable(call.deps.database.prisma, season.id, day) }
}

export async function showMeeting({ params, actor, now, deps }: Call<typeof meetings.show>) {
  return meetingView(deps.database.prisma, { actor, now }, params.meetingId)
}
