import type { Ballot, Question } from '@bangvang/core/ballots/question'
import type { TallyResult } from '@bangvang/core/ballots/tally'
import type { Db, SqlTx, Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** The meeting's row, held against every other change of the meeting until the transaction ends; false: there is none. */
export async function lockMeeting(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM meeting WHERE id = ${id}::uuid FOR UPDATE`
  return rows.length > 0
}

/** Waits for the votes that are being written, and keeps new ones out until the transaction ends. */
export async function lockBallot(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM ballot WHERE id = ${id}::uuid FOR UPDATE`
}

/** The meeting a vote is of; null where there is no such vote. */
export async function meetingOf(db: Db, ballotId: string): Promise<string | null> {
  const row = await db.ballot.findUnique({ where: { id: ballotId }, select: { meetingId: true } })
  return row?.meetingId ?? null
}

export async function hasItem(db: Db, meetingId: string, itemId: string): Promise<boolean> {
  return (await db.agendaItem.count({ where: { id: itemId, meetingId } })) === 1
}

export async function hasFile(db: Db, meetingId: string, fileId: string): Promise<boolean> {
  return (await db.meetingFile.count({ where: { id: fileId, meetingId } })) === 1
}

type Asked = { title: string; preset: string | null; legalBasis: string; showsVotes: boolean }
export type NewBallot = Asked & {
  id: string
  seasonId: string
  meetingId: string
  itemId: string
  createdAt: Date
}

const json = (question: Question) => question as unknown as Prisma.InputJsonObject

export async function createBallot(tx: Tx, ballot: NewBallot, question: Question): Promise<void> {
  await tx.ballot.createMany({ data: [ballot] })
  await tx.ballotRound.createMany({ data: [{ ballotId: ballot.id, round: 1, question: json(question) }] })
}

/** Saves where the version is as the writer saw it; false where someone was faster. */
export async function saveBallot(
  tx: Tx,
  { id, version }: { id: string; version: number },
  { question, ...asked }: Asked & { question: Question },
): Promise<boolean> {
  const { count } = await tx.ballot.updateMany({
    where: { id, version, status: 'prepared', round: 1 },
    data: { ...asked, version: { increment: 1 } },
  })
  if (count === 0) return false
  await tx.ballotRound.updateMany({ where: { ballotId: id, round: 1 }, data: { question: json(question) } })
  return true
}

export async function removeBallot(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.ballot.deleteMany({
    where: { id, status: 'prepared', round: 1, votes: { none: {} } },
  })
  return count === 1
}

type Move = {
  id: string
  round: number
  from: 'prepared' | 'open' | 'closed'
  to: 'prepared' | 'open' | 'closed'
}

/** Moves a round where it is still in the state it is moved from; false where someone was faster. */
export async function moveBallot(tx: Tx, { id, round, from, to }: Move): Promise<boolean> {
  const next = from === 'closed' ? round + 1 : round
  const { count } = await tx.ballot.updateMany({
    where: { id, round, status: from },
    data: { status: to, round: next, version: { increment: 1 } },
  })
  return count === 1
}

export async function saveOpening(
  tx: Tx,
  { ballotId, round }: { ballotId: string; round: number },
  times: { openedAt?: Date; endsAt: Date | null },
): Promise<void> {
  await tx.ballotRound.updateMany({ where: { ballotId, round }, data: times })
}

export async function saveCount(
  tx: Tx,
  { ballotId, round }: { ballotId: string; round: number },
  { closedAt, result }: { closedAt: Date; result: TallyResult },
): Promise<void> {
  await tx.ballotRound.updateMany({
    where: { ballotId, round },
    data: { closedAt, result: result as unknown as Prisma.InputJsonObject },
  })
}

export async function addRound(
  tx: Tx,
  { question, ...place }: { ballotId: string; round: number; question: Question },
): Promise<void> {
  await tx.ballotRound.createMany({ data: [{ ...place, question: json(question) }] })
}

/** The chair's decision, once; false where there is one already. */
export async function saveDecision(
  tx: Tx,
  id: string,
  decision: { decided: string[]; decisionReason: string; decidedBy: string; decidedAt: Date },
): Promise<boolean> {
  const { count } = await tx.ballot.updateMany({
    where: { id, status: 'closed', decidedAt: null },
    data: { ...decision, version: { increment: 1 } },
  })
  return count === 1
}

export async function cancelBallot(
  tx: Tx,
  id: string,
  cancelled: { cancelledReason: string; cancelledBy: string; cancelledAt: Date },
): Promise<boolean> {
  const { count } = await tx.ballot.updateMany({
    where: { id, status: { in: ['prepared', 'open'] } },
    data: { status: 'cancelled', ...cancelled, version: { increment: 1 } },
  })
  return count === 1
}

export type NewVote = {
  ballotId: string
  round: number
  unitId: string
  choice: Ballot | null
  source: 'hand' | 'written'
  byName: string
  byMandateId: string
  at: Date
  paperNumber: string | null
  fileId: string | null
}

/** Stores votes; answers how many of them are new: a unit has one. */
export async function saveVotes(tx: Tx, votes: readonly NewVote[]): Promise<number> {
  const { count } = await tx.vote.createMany({
    data: votes.map(({ choice, ...vote }) => ({ ...vote, choice: choice === null ? Prisma.DbNull : choice })),
    skipDuplicates: true,
  })
  return count
}

export type Voting = {
  seasonId: string
  status: 'prepared' | 'open' | 'closed' | 'cancelled'
  round: number
  question: Question
  isArchived: boolean
  /** Null: nothing is noted of the unit. */
  attendance: 'present' | 'absent' | 'authorized' | null
}

/** A vote about to be given: the ballot is held open against its closing until the transaction ends. */
export async function holdForVote(tx: SqlTx, ballotId: string, unitId: string): Promise<Voting | null> {
  const held = await tx.query({
    name: 'ballot-hold',
    text: 'SELECT 1 FROM ballot WHERE id = $1 FOR SHARE',
    values: [ballotId],
  })
  if (held.rowCount === 0) return null
  const { rows } = await tx.query<Voting>({
    name: 'ballot-voting',
    text: `SELECT b.season_id AS "seasonId", b.status, b.round, r.question, s.phase = 'archived' AS "isArchived", a.state AS attendance
      FROM ballot b JOIN ballot_round r ON r.ballot_id = b.id AND r.round = b.round JOIN season s ON s.id = b.season_id
      LEFT JOIN unit_attendance a ON a.meeting_id = b.meeting_id AND a.unit_id = $2 WHERE b.id = $1`,
    values: [ballotId, unitId],
  })
  return rows[0] ?? null
}

type OwnVote = Pick<NewVote, 'ballotId' | 'round' | 'unitId' | 'byName' | 'byMandateId' | 'at'> & {
  choice: Ballot
}

/** Stores a vote given on one's own device; false where the unit has voted already. */
export async function castVote(tx: SqlTx, vote: OwnVote): Promise<boolean> {
  const { ballotId, round, unitId, choice, byName, byMandateId, at } = vote
  const { rowCount } = await tx.query({
    name: 'vote-cast',
    text: `INSERT INTO vote (ballot_id, round, unit_id, source, choice, by_name, by_mandate_id, at)
      VALUES ($1, $2, $3, 'own', $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    values: [ballotId, round, unitId, JSON.stringify(choice), byName, byMandateId, at],
  })
  return rowCount === 1
}
