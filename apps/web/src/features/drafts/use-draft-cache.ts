import { type CommentView, type DraftView, drafts, type NodeView } from '@bangvang/contract/drafts'
import type { Endpoint, Input, Output } from '@bangvang/contract/endpoint'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call, read } from '../../lib/api.ts'

/** What a save changed of a draft's parts. */
export type Changed = { revision: number; nodes: readonly NodeView[]; removed: readonly string[] }

/**
 * The parts after a change; parts it did not touch stay the very same objects, and so does one that is known newer:
 * answers may come in another order than they were given.
 */
export function withChanged(nodes: readonly NodeView[], { nodes: changed, removed }: Changed): NodeView[] {
  const byId = new Map(changed.map((node) => [node.id, node]))
  const gone = new Set(removed)
  const newer = (node: NodeView) => {
    const next = byId.get(node.id)
    return next !== undefined && next.version >= node.version ? next : node
  }
  const kept = nodes.flatMap((node) => (gone.has(node.id) ? [] : [newer(node)]))
  const known = new Set(nodes.map(({ id }) => id))
  return [...kept, ...changed.filter(({ id }) => !known.has(id))]
}

/** The comments with one said anew, or one more. */
export function withComment(items: readonly CommentView[], comment: CommentView): CommentView[] {
  return items.some(({ id }) => id === comment.id)
    ? items.map((one) => (one.id === comment.id ? comment : one))
    : [...items, comment]
}

/**
 * What this page knows of a draft, put right from the answers of its own acts: a draft of a thousand parts and comments
 * is not read again for each of them. What lists and tasks say of it is read again when next shown.
 */
export function useDraftCache(draftId: string) {
  const cache = useQueryClient()
  return useMemo(() => {
    const params = { draftId }
    const shown = read(drafts.show, { params }).queryKey
    const said = read(drafts.listComments, { params }).queryKey
    const stale = () =>
      Promise.all(
        [['seasons', drafts.list.path], ['drafts', drafts.desk.path], ['tasks']].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      )
    return {
      /** The draft as last put right, at once: what shows it again by itself comes a moment later. */
      shown: () => cache.getQueryData(shown),
      nodes: () => cache.getQueryData(shown)?.nodes ?? [],
      revision: () => cache.getQueryData(shown)?.revision ?? 0,
      /** How many comments and replies the reader was shown. */
      told: () =>
        (cache.getQueryData(said)?.items ?? []).reduce((sum, { replies }) => sum + 1 + replies.length, 0),
      change: (changed: Changed) => {
        cache.setQueryData(shown, (draft) =>
          draft === undefined
            ? undefined
            : {
                ...draft,
                revision: Math.max(draft.revision, changed.revision),
                nodes: withChanged(draft.nodes, changed),
              },
        )
      },
      put: (draft: DraftView) => cache.setQueryData(shown, draft),
      say: (comment: CommentView) => {
        cache.setQueryData(said, (before) =>
          before === undefined ? undefined : { ...before, items: withComment(before.items, comment) },
        )
        return stale()
      },
      stale,
      /** The draft and what was said of it are read again: after a refusal, since someone else was first. */
      again: () => cache.invalidateQueries({ queryKey: ['drafts'] }),
      /** Only the draft's parts and state. */
      showAgain: () => cache.invalidateQueries({ queryKey: shown }),
    }
  }, [cache, draftId])
}
export type DraftCache = ReturnType<typeof useDraftCache>

/** A write whose answer is put into what this page knows. */
export function useDraftWrite<E extends Endpoint>(endpoint: E, onDone: (answer: Output<E>) => unknown) {
  return useMutation<Output<E>, Error, Input<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: (answer) => void onDone(answer),
  })
}
