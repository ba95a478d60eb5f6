import { type CommentView, type DraftView, drafts } from '@bangvang/contract/drafts'
import type { SeasonView } from '@bangvang/contract/seasons'
import { type RefObject, useMemo, useReducer, useRef, useState } from 'react'
import { useSession } from '../../lib/actor.tsx'
import type { DialogName } from './bar-acts.tsx'
import type { Desk, DeskFloor } from './desk-context.tsx'
import { type ComposingKind, type DeskState, quietDesk, reduceDesk } from './desk-state.ts'
import { keptComment } from './kept-comment.ts'
import { useMarginFilter } from './margin.tsx'
import { anchorOf } from './picked-bar.tsx'
import { onDeskKeys } from './use-desk-keys.ts'
import { type DeskModel, useDeskModel } from './use-desk-model.ts'
import { useDraftCache, useDraftWrite } from './use-draft-cache.ts'
import { useEditing } from './use-editing.ts'
import {
  commentInAddress,
  goToPart,
  useCommentInAddress,
  useCurrentPart,
  useFollowComposer,
  useFollowOpen,
  useMarginAlong,
  usePicking,
} from './use-follow.ts'
import { usePresence } from './use-presence.ts'
import { type Unseen, useUnseen } from './use-unseen.ts'

export type DeskSaid = { items: CommentView[]; mayComment: boolean; mayAnswer: boolean }
export type DeskFacts = {
  draft: DraftView
  said: DeskSaid
  season: Pick<SeasonView, 'units' | 'chairUnitId'>
  isEditing: boolean
}

/** The desk as it is laid when the page opens: the comment of the address, or the one left unfinished here. */
function useDeskState({ draft, said }: DeskFacts) {
  const personId = useSession().person?.id ?? ''
  return useReducer(reduceDesk, quietDesk, (quiet): DeskState => {
    const openId = commentInAddress(said.items)
    const left = openId === null && said.mayComment ? keptComment(personId, draft.id) : null
    return { ...quiet, openId, composing: left === null ? null : { anchor: left.anchor, kind: left.kind } }
  })
}

/** From one new thing to the next, in the order of the text: changed parts and comments. */
function useNextFresh({ lines, marksOf }: DeskModel, unseen: Unseen, open: (commentId: string) => void) {
  const at = useRef(-1)
  return () => {
    const places = lines.flatMap(({ node }) => [
      ...(unseen.texts.has(node.id) ? [{ nodeId: node.id, commentId: null }] : []),
      ...(marksOf.get(node.id) ?? []).flatMap(({ comment }) =>
        unseen.comments.has(comment.id) ? [{ nodeId: node.id, commentId: comment.id }] : [],
      ),
    ])
    if (places.length === 0) return
    at.current = (at.current + 1) % places.length
    const place = places[at.current]
    if (place?.commentId) open(place.commentId)
    else if (place !== undefined) goToPart(place.nodeId)
  }
}

/** Everything a draft's page knows and does while it is read and commented on. */
export function useDeskWork(facts: DeskFacts, root: RefObject<HTMLElement | null>) {
  const { draft, said, season, isEditing } = facts
  const { units } = season
  const page = useRef<HTMLElement>(null)
  const [state, dispatch] = useDeskState(facts)
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const cache = useDraftCache(draft.id)
  const model = useDeskModel(draft, said.items)
  const unseen = useUnseen(draft, said.items)
  const filtering = useMarginFilter(model.placed, unseen.comments)
  const presence = usePresence(draft.id, cache, state.nodeId)
  const currentId = useCurrentPart(model.partIds)
  const editing = useEditing(draft, cache, isEditing)
  usePicking(page, dispatch)
  useFollowOpen(root, state.openId)
  useFollowComposer(root, state.composing)
  useCommentInAddress(model.placed, dispatch)
  useMarginAlong(root, currentId === null ? null : (model.firstOf.get(currentId) ?? null), state)
  const floor = useMemo<DeskFloor>(
    () => ({ dispatch, unitName: (id) => units.find((unit) => unit.id === id)?.name ?? id }),
    [dispatch, units],
  )
  const { mayComment, mayAnswer } = said
  const { cite } = model
  const fresh = unseen.comments
  const desk = useMemo<Desk>(
    () => ({ draft, cache, cite, people: draft.consultation?.invitees ?? [], mayComment, mayAnswer, fresh }),
    [draft, cache, cite, mayComment, mayAnswer, fresh],
  )
  const anchor = anchorOf(state, draft.nodes)
  const compose = (kind: ComposingKind) => {
    if (mayComment) dispatch({ act: 'compose', composing: { anchor, kind } })
  }
  const open = (commentId: string) => dispatch({ act: 'open', commentId })
  const nextFresh = useNextFresh(model, unseen, open)
  return {
    ...{ page, state, dispatch, dialog, setDialog, model, unseen, filtering, presence, currentId },
    ...{ floor, desk, anchor, compose, open, nextFresh, editing },
  }
}
export type DeskWork = ReturnType<typeof useDeskWork>

/** The keys of the page, acting on the open comment or on where the reader stands. */
export function useDeskKeys(work: DeskWork, { draft, said }: DeskFacts) {
  const { state, dispatch, filtering, compose, open, nextFresh, setDialog, desk, editing } = work
  const resolve = useDraftWrite(drafts.resolve, desk.cache.say)
  const comment = said.items.find(({ id }) => id === state.openId)
  const mayReply = said.mayComment || said.mayAnswer
  return onDeskKeys({
    step: (by) => {
      const at = filtering.shown.findIndex((one) => one.comment.id === state.openId)
      const next = filtering.shown[at === -1 && by === -1 ? filtering.shown.length - 1 : at + by]
      if (next !== undefined) open(next.comment.id)
    },
    compose,
    reply: () => {
      if (comment && mayReply) dispatch({ act: 'open', commentId: comment.id, form: 'reply' })
    },
    answer: () => {
      if (comment && said.mayAnswer) dispatch({ act: 'open', commentId: comment.id, form: 'answer' })
    },
    resolve: () => {
      if (comment && mayReply)
        resolve.mutate({ params: { commentId: comment.id }, body: { isResolved: !comment.isResolved } })
    },
    noComment: () => {
      if (draft.may.comment && draft.asked === 'waiting') setDialog('noComment')
    },
    fresh: nextFresh,
    help: () => setDialog('keys'),
    close: () => dispatch({ act: 'close' }),
    edit: () => {
      if (editing.isEditing) editing.edit(state.nodeId)
    },
    undo: () => void editing.acts.undo(),
    redo: () => void editing.acts.redo(),
  })
}
