import type { CommentView } from '@bangvang/contract/drafts'
import type { SeasonFacts } from '@bangvang/core/seasons/season'
import type { Db, Tx } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

/** A season as the policies need it; null where there is none. */
export function findSeason(db: Db, id: string): Promise<SeasonFacts | null> {
  return db.season.findUnique({
    where: { id },
    select: { id: true, phase: true, chairUnitId: true, viceChairUnitId: true },
  })
}

/** Whether the unit is a member in the season's year: it has a row in the ranking. */
export async function hasRow(db: Db, seasonId: string, unitId: string): Promise<boolean> {
  const season = await db.season.findUniqueOrThrow({
    where: { id: seasonId },
    select: { clusterId: true, year: true },
  })
  return (await db.clusterMember.count({ where: { ...season, unitId } })) === 1
}

const shown = {
  id: true,
  seasonId: true,
  anchor: true,
  body: true,
  byName: true,
  byRole: true,
  byUnitId: true,
  at: true,
  answer: { select: { kind: true, body: true, byName: true, at: true } },
} as const satisfies Prisma.CommentSelect

/** Comments on the draft ranking, oldest first. */
export function listComments(db: Db, seasonId: string): Promise<CommentView[]> {
  return db.comment.findMany({
    where: { seasonId, subject: 'ranking' },
    select: shown,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
}

/** One comment with the season it is of. */
export function findComment(db: Db, id: string): Promise<(CommentView & { seasonId: string }) | null> {
  return db.comment.findUnique({ where: { id }, select: shown })
}

export type NewComment = Omit<CommentView, 'answer'> & { seasonId: string; byPersonId: string }

export async function saveComment(tx: Tx, comment: NewComment): Promise<void> {
  await tx.comment.createMany({ data: [{ ...comment, subject: 'ranking' }] })
}

export type NewAnswer = NonNullable<CommentView['answer']> & { commentId: string; seasonId: string }

/** False where someone answered meanwhile. */
export async function saveAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  const { count } = await tx.commentAnswer.createMany({ data: [answer], skipDuplicates: true })
  return count === 1
}
