import { type DraftView, drafts } from '@bangvang/contract/drafts'
import { adoptableKinds } from '@bangvang/core/drafts/consult'
import type { DraftKind } from '@bangvang/core/drafts/draft'
import * as policy from '@bangvang/core/drafts/policy'
import { type Actor, dayInVietnam } from '@bangvang/core/people/actor'
import { maySeeSeason } from '@bangvang/core/seasons/policy'
import { hasReached } from '@bangvang/core/seasons/season'
import type { Deps } from '../../http/deps.ts'
import type { Call } from '../../http/mount.ts'
import { ProblemError, refusals } from '../../http/problem.ts'
import { basisOf } from '../../law-basis.ts'
import { type DraftRow, findDraft, findVersion } from './draft-store.ts'
import * as nodes from './node-store.ts'
import * as store from './store.ts'
import * as views from './view-store.ts'

type Asked = { deps: Deps; actor: Actor; now: Date }

const refuse = refusals(drafts.show)

/** Whether a draft's parts are written in this room: minutes are written in their meeting, a ranking is what it is. */
export const isWrittenHere = (kind: DraftKind): boolean => adoptableKinds.some((one) => one === kind)

function mayOf(actor: Actor, draft: views.Whole): DraftView['may'] {
  const isOpen = policy.isOpenDraft(draft)
  const isEditable = isOpen && isWrittenHere(draft.kind)
  return {
    edit: isEditable && policy.mayEditDraft(actor, draft),
    sendOut: isOpen && policy.maySendOut(actor, draft),
    comment: isOpen && policy.isOut(draft) && policy.mayCommentOn(actor, draft),
    answer: isOpen && policy.mayAnswer(actor, draft),
    adopt: isEditable && policy.mayAdopt(actor, draft),
  }
}

/** A draft as the actor of a call sees it; one that is not theirs to read is not there. */
export async function draftView(
  { deps: { database }, actor, now }: Asked,
  draftId: string,
): Promise<DraftView> {
  const draft = await views.showDraft(database, actor, draftId)
  if (draft === null || !policy.mayReadDraft(actor, draft, draft.season)) throw new ProblemError('not-found')
  const about = { kind: 'draft', id: draftId } as const
  const basis = await basisOf(database.prisma, about, dayInVietnam(now))
  return { ...draft, may: mayOf(actor, draft), basis }
}

export function showDraft(call: Call<typeof drafts.show>) {
  return draftView(call, call.params.draftId)
}

/** The drafts of a season that the actor may read, the newest first. */
export async function listDrafts({ params, actor, deps }: Call<typeof drafts.list>) {
  const season = await store.findSeason(deps.database.prisma, params.seasonId)
  if (season === null || !maySeeSeason(actor, season)) throw refuse('not-found')
  const all = await views.listDrafts(deps.database, actor, season.id)
  return {
    items: all.filter((draft) => policy.mayReadDraft(actor, draft, draft.season)),
    mayCreate: policy.mayEditDraft(actor, { seasonId: season.id }) && !hasReached(season.phase, 'archived'),
  }
}

/** Every draft that the central committee was asked about, whatever the cluster, by deadline (issue 3, point 5). */
export async function showDesk({ actor, deps }: Call<typeof drafts.desk>) {
  const all = await views.listDrafts(deps.database, actor, null)
  return { items: all.filter(({ invitees }) => invitees.some(({ role }) => role === 'reviewer')) }
}

async function readable(call: {
  deps: Call<typeof drafts.show>['deps']
  actor: Actor
  draftId: string
}): Promise<DraftRow> {
  const draft = await findDraft(call.deps.database.prisma, call.draftId)
  if (draft === null || !policy.mayReadDraft(call.actor, draft, draft.season)) throw refuse('not-found')
  return draft
}

/** What became of a draft's parts after a revision. */
export async function listChanges({ params, query, actor, deps }: Call<typeof drafts.changes>) {
  const { id } = await readable({ deps, actor, draftId: params.draftId })
  return { items: await nodes.listChanges(deps.database.prisma, id, { after: query.after }) }
}

/** The parts as they stood in a version. */
export async function showVersion({ params, actor, deps }: Call<typeof drafts.version>) {
  const { id } = await readable({ deps, actor, draftId: params.draftId })
  const version = await findVersion(deps.database.prisma, id, params.number)
  if (version === null) throw refuse('not-found')
  return version
}

/** Those whom a draft can be sent to: the season's mandates in force that comment, and the reviewers. */
export async function listAskable({ params, actor, now, deps }: Call<typeof drafts.askable>) {
  const draft = await readable({ deps, actor, draftId: params.draftId })
  if (!policy.maySendOut(actor, draft)) throw refuse('not-found')
  return { items: await store.listMandates(deps.database.prisma, draft.seasonId, askable(now)) }
}

/** The roles that can be asked, on the day of an instant. */
export const askable = (now: Date) =>
  ({ roles: [...policy.askableRoles, 'reviewer'], day: dayInVietnam(now) }) as const

/** The reader has looked; who else is here is told. */
export async function look({ params, body, actor, now, deps }: Call<typeof drafts.look>) {
  const { id } = await readable({ deps, actor, draftId: params.draftId })
  await views.saveLook(deps.database, { draftId: id, actor, now, ...body })
  return { here: await views.listHere(deps.database, { draftId: id, personId: actor.personId, now }) }
}
