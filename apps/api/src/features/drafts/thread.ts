import { type DraftFacts, isOpenDraft, mayReadDraft } from '@bangvang/core/drafts/policy'
import type { Actor } from '@bangvang/core/people/actor'
import { dayInVietnam, type Role, roles } from '@bangvang/core/people/actor'
import { hasReached, type SeasonFacts } from '@bangvang/core/seasons/season'
import type { Tx } from '../../db.ts'
import { ProblemError } from '../../http/problem.ts'
import { findComment, type PlacedComment } from './comment-store.ts'
import { type DraftRow, lockDraft } from './draft-store.ts'
import { type AskableRow, listMandates, lockSeason } from './store.ts'

/** A comment with what it is on, held against every other change of either until the transaction ends. */
export type Thread = {
  comment: PlacedComment
  /** What policies know of the draft; of a ranking that was never sent out as well. */
  facts: DraftFacts
  season: SeasonFacts
  /** Null: on the season's ranking. */
  draft: DraftRow | null
}

/** The thread of a comment, where the actor reads what it is on; any other is not there. */
export async function lockThread(tx: Tx, actor: Actor, commentId: string): Promise<Thread> {
  const known = await findComment(tx, commentId)
  const place = known === null ? null : await lockPlace(tx, known)
  // Read again under the lock: someone may have answered meanwhile.
  const comment = place === null ? null : await findComment(tx, commentId)
  if (place === null || comment === null || !mayReadDraft(actor, place.facts, place.season))
    throw new ProblemError('not-found')
  return { ...place, comment }
}

async function lockPlace(
  tx: Tx,
  { draftId, seasonId }: Pick<PlacedComment, 'draftId' | 'seasonId'>,
): Promise<Omit<Thread, 'comment'> | null> {
  if (draftId !== null) {
    const draft = await lockDraft(tx, draftId)
    return draft === null ? null : { draft, facts: draft, season: draft.season }
  }
  const season = await lockSeason(tx, seasonId)
  if (season === null) return null
  const status = hasReached(season.phase, 'finalized') ? 'adopted' : 'consultation'
  return { draft: null, facts: { ...season, seasonId, status, kind: 'ranking' }, season }
}

/** Why nothing can be said in a thread any more; null: it can. */
export function closedBy({ draft, facts }: Thread): 'season-finalized' | 'draft-adopted' | null {
  if (isOpenDraft(facts)) return null
  return draft === null ? 'season-finalized' : 'draft-adopted'
}

const nameable: readonly Role[] = roles.filter((role) => role !== 'administrator')

/** The persons behind mandates called by name: in force, of the season or the central committee's. */
export async function findMentioned(
  tx: Tx,
  seasonId: string,
  { mentions, now }: { mentions: readonly string[]; now: Date },
): Promise<string[]> {
  if (mentions.length === 0) return []
  const known = await listMandates(tx, seasonId, { roles: nameable, day: dayInVietnam(now) })
  const byId = new Map<string, AskableRow>(known.map((row) => [row.mandateId, row]))
  const errors = mentions.flatMap((id, index) =>
    byId.has(id) ? [] : [{ pointer: `#/mentions/${index}`, code: 'unknown-mandate' }],
  )
  if (errors.length > 0) throw new ProblemError('unknown-mandate', { errors })
  return [...new Set(mentions.flatMap((id) => byId.get(id)?.personId ?? []))]
}

/** Who speaks, as it stands beside their words. */
export function speaker(actor: Actor, at: Date) {
  if (actor.mandate === null) throw new ProblemError('not-found')
  const { role, unitId } = actor.mandate
  return { byName: actor.name, byRole: role, byUnitId: unitId, at }
}
