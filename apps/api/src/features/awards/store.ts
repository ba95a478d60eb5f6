import type { AwardKind } from '@bangvang/core/awards/award-kind'
import type { AwardBallot, AwardStatus } from '@bangvang/core/awards/award-outcome'
import type { Question } from '@bangvang/core/ballots/question'
import type { TallyResult } from '@bangvang/core/ballots/tally'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { RankingBundle } from '@bangvang/core/rankings/bundle'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { findSeasonOfLayers, type SeasonOfLayers } from '../../season-layers.ts'

export const findSeason = findSeasonOfLayers

/** The season, held against every change of its phase and scores until the transaction ends. */
export async function lockSeason(tx: Tx, id: string): Promise<SeasonOfLayers | null> {
  await tx.$queryRaw`SELECT 1 FROM season WHERE id = ${id} FOR UPDATE`
  return findSeasonOfLayers(tx, id)
}

export async function findDocument(db: Db, versionId: string): Promise<CriteriaDocument> {
  const row = await db.criteriaVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { document: true },
  })
  return row.document as unknown as CriteriaDocument
}

export async function findBundle(db: Db, seasonId: string): Promise<RankingBundle | null> {
  const row = await db.finalRanking.findUnique({ where: { seasonId }, select: { bundle: true } })
  return row === null ? null : (JSON.parse(row.bundle) as RankingBundle)
}

export type KindRow = AwardKind & { version: number }

/** The awards of a season, in their order. */
export async function listKinds(db: Db, seasonId: string): Promise<KindRow[]> {
  const rows = await db.awardKind.findMany({ where: { seasonId }, orderBy: { code: 'asc' } })
  return rows
    .map(({ settings, version }) => ({ ...(settings as unknown as AwardKind), version }))
    .sort((a, b) => a.position - b.position)
}

/** Saves where the stored version is still the one seen (0: none); false where someone was faster. */
export async function saveKind(
  tx: Tx,
  { seasonId, kind, version }: { seasonId: string; kind: AwardKind; version: number },
  by: { name: string; at: Date },
): Promise<boolean> {
  const settings = kind as unknown as Prisma.InputJsonObject
  const saved = { settings, updatedAt: by.at, updatedBy: by.name }
  if (version === 0) {
    const row = { seasonId, code: kind.code, ...saved, version: 1 }
    return (await tx.awardKind.createMany({ data: [row], skipDuplicates: true })).count === 1
  }
  const where = { seasonId, code: kind.code, version }
  return (await tx.awardKind.updateMany({ where, data: { ...saved, version: version + 1 } })).count === 1
}

export async function removeKind(
  tx: Tx,
  where: { seasonId: string; code: string; version: number },
): Promise<boolean> {
  return (await tx.awardKind.deleteMany({ where })).count === 1
}

/** How a unit stood when it was proposed. */
export type ProposedStanding = { rank: number | null; total: string; revision: number; sha256: string | null }
export type ProposalRow = {
  id: string
  kindCode: string
  unitId: string
  standing: ProposedStanding
  reason: string
  status: AwardStatus
  ballotId: string | null
  byName: string
  at: Date
  outcomeNote: string | null
  outcomeBy: string | null
  outcomeAt: Date | null
}

/** Every proposal of a season, oldest first. */
export async function listProposals(db: Db, seasonId: string): Promise<ProposalRow[]> {
  const rows = await db.awardProposal.findMany({
    where: { seasonId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, standing: row.standing as unknown as ProposedStanding }))
}

export type NewProposal = Omit<Prisma.AwardProposalUncheckedCreateInput, 'standing'> & {
  standing: ProposedStanding
}

export async function saveProposal(tx: Tx, proposal: NewProposal): Promise<void> {
  await tx.awardProposal.createMany({
    data: [{ ...proposal, standing: proposal.standing as unknown as Prisma.InputJsonObject }],
  })
}

/** Names the vote of a proposal that nothing is recorded of; false where something is. */
export async function saveBallot(
  tx: Tx,
  { seasonId, id, ballotId }: { seasonId: string; id: string; ballotId: string },
): Promise<boolean> {
  const where = { id, seasonId, status: 'proposed' } as const
  return (await tx.awardProposal.updateMany({ where, data: { ballotId } })).count === 1
}

export type Outcome = { status: Exclude<AwardStatus, 'proposed'>; note: string; by: string; at: Date }

/** Records what became of a proposal; false where that is recorded already. */
export async function saveOutcome(
  tx: Tx,
  { seasonId, id }: { seasonId: string; id: string },
  { status, note, by, at }: Outcome,
): Promise<boolean> {
  const { count } = await tx.awardProposal.updateMany({
    where: { id, seasonId, status: 'proposed' },
    data: { status, outcomeNote: note, outcomeBy: by, outcomeAt: at },
  })
  return count === 1
}

export type BallotRow = AwardBallot & { id: string; seasonId: string; meetingId: string }

/** Votes with their rounds, as far as awards rest on them. */
export async function listBallots(db: Db, ids: readonly string[]): Promise<Map<string, BallotRow>> {
  const rows = await db.ballot.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      seasonId: true,
      meetingId: true,
      status: true,
      decided: true,
      decidedAt: true,
      rounds: { orderBy: { round: 'asc' }, select: { question: true, result: true } },
    },
  })
  return new Map(
    rows.map(({ decidedAt, decided, rounds, ...row }) => [
      row.id,
      {
        ...row,
        decided: decidedAt === null ? null : decided,
        rounds: rounds.map(({ question, result }) => ({
          question: question as unknown as Question,
          result: result as unknown as TallyResult | null,
        })),
      },
    ]),
  )
}
