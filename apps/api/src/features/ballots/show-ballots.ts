import type { ballots } from '@bangvang/contract/ballots'
import { ballotView, listBallots as readBallots } from '../../ballot-view.ts'
import type { Call } from '../../http/mount.ts'
import { loadHall, viewOf } from './load.ts'

export async function listBallots({ query, actor, now, deps }: Call<typeof ballots.list>) {
  const db = deps.database.prisma
  const hall = await loadHall(db, actor, query.meetingId)
  const rows = await readBallots(db, query.meetingId)
  return { items: rows.map((row) => ballotView({ row, hall, actor })), now }
}

export async function showBallot({ params, actor, deps }: Call<typeof ballots.show>) {
  return viewOf(deps.database.prisma, actor, params.ballotId)
}
