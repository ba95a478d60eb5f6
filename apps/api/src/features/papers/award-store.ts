import type { AwardKind } from '@bangvang/core/awards/award-kind'
import type { AwardStatus } from '@bangvang/core/awards/award-outcome'
import type { Question } from '@bangvang/core/ballots/question'
import type { TallyResult } from '@bangvang/core/ballots/tally'
import type { Db } from '../../db.ts'

export type PaperProposal = {
  unitId: string
  status: AwardStatus
  award: AwardKind
  standing: { rank: number | null; total: string }
  note: string | null
  ballotId: string | null
}

/** The proposals of a season that were not withdrawn, in the order of the awards, then of rank. */
export async function listProposals(db: Db, seasonId: string): Promise<PaperProposal[]> {
  const rows = await db.awardProposal.findMany({
    where: { seasonId, status: { not: 'withdrawn' } },
    select: {
      unitId: true,
      status: true,
      standing: true,
      outcomeNote: true,
      ballotId: true,
      kind: { select: { settings: true } },
    },
    orderBy: [{ kindCode: 'asc' }, { unitId: 'asc' }],
  })
  return rows
    .map(({ kind, standing, outcomeNote: note, ...row }) => ({
      ...row,
      note,
      award: kind.settings as unknown as AwardKind,
      standing: standing as unknown as PaperProposal['standing'],
    }))
    .sort((a, b) => a.award.position - b.award.position || (a.standing.rank ?? 0) - (b.standing.rank ?? 0))
}

/** The last counted round of each vote. */
export async function lastRounds(
  db: Db,
  ballotIds: readonly string[],
): Promise<ReadonlyMap<string, { question: Question; result: TallyResult }>> {
  const rows = await db.ballotRound.findMany({
    where: { ballotId: { in: [...ballotIds] }, closedAt: { not: null } },
    select: { ballotId: true, question: true, result: true },
    orderBy: { round: 'asc' },
  })
  return new Map(
    rows.flatMap(({ ballotId, question, result }) =>
      result === null
        ? []
        : [
            [
              ballotId,
              { question: question as unknown as Question, result: result as unknown as TallyResult },
            ] as const,
          ],
    ),
  )
}
