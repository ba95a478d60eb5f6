import type { ballots } from '@bangvang/contract/ballots'
import { ballotViews, listBallots as readBallots } from '../../ballot-view.ts'
import type { Call } from '../../http/mount.ts'
import { loadHall, viewOf } from './load.ts'

export async function listBallots({ query, actor, now, deps }: Call<typeof ballots.list>) {
  const db = deps.database.prisma
  const hall = await loadHall(db, actor, query.meetingId)
  const rows = await readBallots(db, query.meetingId)
  return { items: await ballotViews(db, rows, { hall, actor, now }), now }
}

export async function showBallot({ params, actor, now, deps }: Call<typeof ballots.show>) {
  return viewOf(deps.database.prisma, { actor, now }, params.ballotId)
}
