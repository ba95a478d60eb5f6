import type { Guest } from '@bangvang/contract/meetings'
import type { Ballot } from '@bangvang/core/ballots/question'
import type { BallotFact, MinutesFacts } from '@bangvang/core/meetings/write-minutes'
import type { z } from 'zod'
import { type BallotRow, listBallots, questionOf, resultOf } from '../../../ballot-view.ts'
import type { Db } from '../../../db.ts'
import type { Loaded } from '../load.ts'
import { attendanceView, ruleOf } from '../meeting-view.ts'
import { listContributions, listTasks } from '../proceedings-store.ts'
import { findWhole, listMembers } from '../store.ts'

type NameOf = (unitId: string | null) => string | null

function ballotFact(row: BallotRow, nameOf: NameOf): BallotFact {
  return {
    itemId: row.itemId,
    title: row.title,
    legalBasis: row.legalBasis,
    rounds: row.rounds.flatMap((round) => {
      const result = resultOf(round)
      if (result === null) return []
      const votes = row.votes
        .filter((vote) => vote.round === round.round)
        .map(({ unitId, choice, paperNumber }) => ({
          unitName: nameOf(unitId) ?? unitId,
          choice: choice as Ballot | null,
          paperNumber,
        }))
      return [{ round: round.round, question: questionOf(round), result, votes }]
    }),
    chairDecision: row.decidedAt === null ? null : { options: row.decided, reason: row.decisionReason ?? '' },
    cancelledReason: row.cancelledReason,
  }
}

/** Everything a closed meeting left behind, by name: what the minutes are written from. */
export async function factsOf(db: Db, { meeting, season }: Loaded): Promise<MinutesFacts> {
  const row = await findWhole(db, meeting.id)
  if (row?.startedAt == null || row.endedAt === null) throw new Error(`meeting ${meeting.id} is not closed`)
  const members = await listMembers(db, season)
  const nameOf: NameOf = (unitId) => members.find(({ id }) => id === unitId)?.name ?? unitId
  const attended = members.map((unit) =>
    attendanceView(
      unit,
      row.attendance.find(({ unitId }) => unitId === unit.id),
    ),
  )
  return {
    title: row.title,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    place: row.place,
    isOnline: row.onlineLink !== '',
    chair: { name: row.chairName, unitName: nameOf(row.chairUnitId) },
    secretary: { name: row.secretaryName },
    quorumRule: ruleOf(row),
    units: attended.map(({ unitName, state, people, authorization }) => ({
      name: unitName,
      state,
      people,
      authorization,
    })),
    guests: row.guests as z.infer<typeof Guest>[],
    items: row.items,
    said: (await listContributions(db, row.id)).map(({ itemId, kind, body, byName, byUnitId }) => ({
      itemId,
      kind,
      body,
      byName,
      byUnitName: nameOf(byUnitId),
    })),
    ballots: (await listBallots(db, row.id)).map((ballot) => ballotFact(ballot, nameOf)),
    tasks: (await listTasks(db, row.id)).map(({ title, ownerUnitId, ownerName, dueOn }) => ({
      title,
      ownerUnitName: nameOf(ownerUnitId),
      ownerName,
      dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    })),
  }
}
