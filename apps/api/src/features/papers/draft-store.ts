import type { TabledComment } from '@bangvang/core/drafts/comment-table'
import type { DraftKind, DraftNode, DraftStatus, Quote } from '@bangvang/core/drafts/draft'
import type { Role } from '@bangvang/core/people/actor'
import type { Db } from '../../db.ts'

export type PaperDraft = {
  id: string
  kind: DraftKind
  seasonId: string
  clusterId: string
  year: number
  title: string
  status: DraftStatus
  legalBasis: string
  adoptedNumber: string | null
  adoptedOn: Date | null
}

const shown = {
  id: true,
  kind: true,
  seasonId: true,
  clusterId: true,
  year: true,
  title: true,
  status: true,
  legalBasis: true,
  adoptedNumber: true,
  adoptedOn: true,
} as const

/** The season's drafts by their title, or one of them. */
export function listDrafts(db: Db, seasonId: string, id?: string): Promise<PaperDraft[]> {
  return db.draft.findMany({
    where: { seasonId, ...(id === undefined ? {} : { id }) },
    select: shown,
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
}

// Comments on the ranking belong to its season, not to a draft.
const placeOf = ({ id, kind, seasonId }: PaperDraft) =>
  kind === 'ranking' ? { seasonId, draftId: null } : { draftId: id }

/** The drafts whose every comment is answered. */
export async function answeredDrafts(db: Db, drafts: readonly PaperDraft[]): Promise<ReadonlySet<string>> {
  const counts = await Promise.all(
    drafts.map((draft) => db.comment.count({ where: { ...placeOf(draft), answer: null } })),
  )
  return new Set(drafts.filter((_, index) => counts[index] === 0).map(({ id }) => id))
}

export type PaperComment = TabledComment & { byRole: Role }

export async function listComments(db: Db, draft: PaperDraft): Promise<PaperComment[]> {
  const rows = await db.comment.findMany({
    where: placeOf(draft),
    select: {
      number: true,
      anchor: true,
      field: true,
      quote: true,
      body: true,
      replacement: true,
      isLate: true,
      byName: true,
      byUnitId: true,
      byRole: true,
      answer: { select: { kind: true, body: true } },
    },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ anchor, field, quote, ...row }) => ({
    ...row,
    anchor: { nodeId: anchor, field, quote: quote as Quote | null },
  }))
}

export async function listNodes(db: Db, draftId: string): Promise<DraftNode[]> {
  const rows = await db.draftNode.findMany({
    where: { draftId },
    select: { id: true, parentId: true, position: true, kind: true, content: true, version: true },
  })
  return rows.map((row) => ({ ...row, content: row.content as DraftNode['content'] }))
}

/** How many mandates were asked in all rounds, how many answered in any way, how many of these had no comment. */
export async function countAsked(
  db: Db,
  draftId: string,
): Promise<{ all: number; answered: number; silent: number }> {
  const invited = await db.invitee.findMany({
    where: { draftId },
    select: { mandateId: true, noComment: { select: { at: true } } },
  })
  const comments = await db.comment.findMany({ where: { draftId }, select: { byMandateId: true } })
  const commented = new Set(comments.map(({ byMandateId }) => byMandateId))
  const asked = new Set(invited.map(({ mandateId }) => mandateId))
  const quiet = new Set(
    invited.filter(({ noComment }) => noComment !== null).map(({ mandateId }) => mandateId),
  )
  const silent = [...quiet].filter((mandateId) => !commented.has(mandateId)).length
  const spoke = [...asked].filter((mandateId) => commented.has(mandateId)).length
  return { all: asked.size, answered: spoke + silent, silent }
}
