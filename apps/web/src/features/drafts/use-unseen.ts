import { type CommentView, type DraftView, drafts } from '@bangvang/contract/drafts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { textOf } from './node-words.ts'

/** What happened since the reader last looked. */
export type Unseen = {
  /** The texts of changed parts as they were then, by part; '' of a part that is new. */
  texts: ReadonlyMap<string, string>
  /** The texts of parts that are gone since. */
  removed: readonly string[]
  /** The comments said or replied to since. */
  comments: ReadonlySet<string>
  /** How many of them, and of replies, there are. */
  said: number
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map()

/** The comments of the latest `count` things said: comments and replies in the order they came. */
export function freshComments(comments: readonly CommentView[], count: number): ReadonlySet<string> {
  const said = comments.flatMap(({ id, at, replies }) => [
    { id, at: at.getTime() },
    ...replies.map((reply) => ({ id, at: reply.at.getTime() })),
  ])
  return new Set(
    said
      .sort((a, b) => b.at - a.at)
      .slice(0, count)
      .map(({ id }) => id),
  )
}

/**
 * What others changed since the reader last looked, held while the page is open: looking at it is what makes it seen. Of a
 * draft never looked at nothing is marked, since all of it is new.
 */
export function useUnseen(draft: DraftView, comments: readonly CommentView[]): Unseen {
  const own = useSession().person?.name
  const [first] = useState(() => ({
    revision: draft.seenRevision,
    isChanged: draft.seenRevision !== null && draft.seenRevision < draft.revision,
    comments: freshComments(comments, draft.unseen?.comments ?? 0),
    said: draft.unseen?.comments ?? 0,
  }))
  const { data } = useQuery({
    ...read(drafts.changes, { params: { draftId: draft.id }, query: { after: first.revision ?? 0 } }),
    enabled: first.isChanged,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const then = useMemo(() => {
    if (data === undefined) return null
    const texts = new Map<string, string>()
    for (const { nodeId, before, byName } of data.items)
      if (byName !== own && !texts.has(nodeId)) texts.set(nodeId, before === null ? '' : textOf(before))
    return texts
  }, [data, own])
  return useMemo(() => {
    const { comments: fresh, said } = first
    if (then === null) return { texts: NO_TEXTS, removed: [], comments: fresh, said }
    const now = new Set(draft.nodes.map(({ id }) => id))
    const removed = [...then].flatMap(([id, text]) => (now.has(id) || text === '' ? [] : [text]))
    return { texts: then, removed, comments: fresh, said }
  }, [first, then, draft.nodes])
}
