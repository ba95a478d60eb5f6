import type { BallotView, RoundView } from '@bangvang/contract/ballots'
import { leftToChair } from '@bangvang/core/ballots/next-round'
import type { Ballot, Question } from '@bangvang/core/ballots/question'
import { type TallyResult, tally } from '@bangvang/core/ballots/tally'
import { turnoutOf } from '@bangvang/core/ballots/turnout'
import { actsAsChair, mayRunMeeting, memberUnitOf } from '@bangvang/core/meetings/policy'
import { quorumOf } from '@bangvang/core/meetings/quorum'
import type { Actor } from '@bangvang/core/people/actor'
import type { Db } from './db.ts'
import type { Prisma } from './generated/prisma/client.ts'

const whole = {
  rounds: { orderBy: { round: 'asc' } },
  votes: { orderBy: [{ at: 'asc' }, { unitId: 'asc' }] },
} as const satisfies Prisma.BallotInclude
export type BallotRow = Prisma.BallotGetPayload<{ include: typeof whole }>
type VoteRow = BallotRow['votes'][number]
type RoundRow = BallotRow['rounds'][number]

/** What a vote is seen against: its meeting, the season's members in the cluster's order, and which are there. */
export type Hall = {
  meeting: {
    id: string
    seasonId: string
    status: 'planned' | 'running' | 'closed'
    chairMandateId: string
    secretaryMandateId: string
  }
  isArchived: boolean
  members: readonly { id: string; name: string }[]
  presentIds: readonly string[]
}

export function findBallot(db: Db, id: string): Promise<BallotRow | null> {
  return db.ballot.findUnique({ where: { id }, include: whole })
}

/** The votes of a meeting, in the order they were prepared. */
export function listBallots(db: Db, meetingId: string): Promise<BallotRow[]> {
  return db.ballot.findMany({
    where: { meetingId },
    include: whole,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** The hall of a meeting as it stands; null where there is no such meeting. */
export async function findHall(db: Db, meetingId: string): Promise<Hall | null> {
  const meeting = await db.meeting.findUnique({
    where: { id: meetingId },
    select: {
      id: true,
      seasonId: true,
      status: true,
      chairMandateId: true,
      secretaryMandateId: true,
      attendance: { where: { state: { not: 'absent' } }, select: { unitId: true } },
    },
  })
  if (meeting === null) return null
  const { attendance, ...facts } = meeting
  const { clusterId, year, phase } = await db.season.findUniqueOrThrow({
    where: { id: meeting.seasonId },
    select: { clusterId: true, year: true, phase: true },
  })
  const members = await db.clusterMember.findMany({
    where: { clusterId, year },
    select: { unit: { select: { id: true, name: true } } },
    orderBy: { position: 'asc' },
  })
  return {
    meeting: facts,
    isArchived: phase === 'archived',
    members: members.map(({ unit }) => unit),
    presentIds: attendance.map(({ unitId }) => unitId),
  }
}

/** A stored question, checked when it was taken. */
export const questionOf = (round: Pick<RoundRow, 'question'>): Question => round.question as Question
/** A stored count, written by core's tally. */
export const resultOf = (round: Pick<RoundRow, 'result'>): TallyResult | null =>
  round.result as TallyResult | null

/** The count of a round as votes and hall stand. */
export function countRound(row: BallotRow, round: RoundRow, { members, presentIds }: Hall): TallyResult {
  const votes = row.votes.filter((vote) => vote.round === round.round)
  return tally(
    questionOf(round),
    turnoutOf({
      memberIds: members.map(({ id }) => id),
      presentIds,
      votes: votes.map(({ unitId, source, choice }) => ({ unitId, source, choice: choice as Ballot | null })),
      round: round.round,
    }),
  )
}

type Look = { row: BallotRow; hall: Hall; actor: Actor }

function voteView({ row, hall, actor }: Look, vote: VoteRow, isOpen: boolean): RoundView['votes'][number] {
  const { unitId, source, byName, at, paperNumber, fileId } = vote
  const isHidden = isOpen && !row.showsVotes && memberUnitOf(actor, row.seasonId) !== unitId
  return {
    unitId,
    unitName: hall.members.find(({ id }) => id === unitId)?.name ?? unitId,
    source,
    choice: isHidden ? null : (vote.choice as Ballot | null),
    isInvalid: !isHidden && vote.choice === null,
    isHidden,
    byName,
    at,
    paperNumber,
    fileId,
  }
}

function roundView(look: Look, round: RoundRow): RoundView {
  const { row, hall } = look
  const status = round.round < row.round ? 'closed' : row.status
  const isCounted = round.result !== null
  const votes = row.votes.filter((vote) => vote.round === round.round)
  const question = questionOf(round)
  const { counts } = resultOf(round) ?? countRound(row, round, hall)
  const part = question.quorum.counts === 'present' ? counts.present : counts.present + counts.written
  const voted = new Set(votes.map(({ unitId }) => unitId))
  const missing = hall.members.filter(({ id }) => hall.presentIds.includes(id) && !voted.has(id))
  return {
    round: round.round,
    question,
    status,
    openedAt: round.openedAt,
    endsAt: round.endsAt,
    closedAt: round.closedAt,
    quorum: quorumOf(question.quorum, part, counts.members),
    // A prepared round's written opinions are no one's to see before it closes either.
    votes: votes.map((vote) => voteView(look, vote, !isCounted)),
    waiting: status === 'open' ? missing.map(({ id, name }) => ({ unitId: id, unitName: name })) : [],
    result: resultOf(round),
  }
}

function mayOf({ row, hall, actor }: Look, rounds: readonly RoundView[]): BallotView['may'] {
  const last = rounds.at(-1)
  const unitId = memberUnitOf(actor, row.seasonId)
  const isWaiting = last?.waiting.some((unit) => unit.unitId === unitId) ?? false
  const isLeft = last?.result != null && leftToChair(last.result) !== null && row.decidedAt === null
  return {
    run: !hall.isArchived && mayRunMeeting(actor, hall.meeting),
    decide: !hall.isArchived && isLeft && actsAsChair(actor, hall.meeting),
    voteFor: !hall.isArchived && isWaiting ? unitId : null,
  }
}

/** A vote as the actor may see it: while a round is open, who has voted, and how only where hands are shown. */
export function ballotView(look: Look): BallotView {
  const { row } = look
  const rounds = row.rounds.map((round) => roundView(look, round))
  return {
    id: row.id,
    meetingId: row.meetingId,
    seasonId: row.seasonId,
    itemId: row.itemId,
    kind: 'open',
    title: row.title,
    preset: row.preset,
    legalBasis: row.legalBasis,
    showsVotes: row.showsVotes,
    status: row.status,
    version: row.version,
    rounds,
    elected: [...rounds.flatMap(({ result }) => result?.elected ?? []), ...row.decided],
    chairDecision:
      row.decidedAt === null
        ? null
        : {
            options: row.decided,
            reason: row.decisionReason ?? '',
            byName: row.decidedBy ?? '',
            at: row.decidedAt,
          },
    cancelled:
      row.cancelledAt === null
        ? null
        : { reason: row.cancelledReason ?? '', byName: row.cancelledBy ?? '', at: row.cancelledAt },
    may: mayOf(look, rounds),
  }
}
