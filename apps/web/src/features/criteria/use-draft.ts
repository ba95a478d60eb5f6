import { type DraftView, drafts, type NodeView } from '@bangvang/contract/drafts'
import type { Output } from '@bangvang/contract/endpoint'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call, read } from '../../lib/api.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import type { Changed } from './content-saver.ts'

const EVERY_MS = 20_000

/** The parts after a change; a part that is known newer stays: answers may come in another order than they were given. */
export function withChanged(nodes: readonly NodeView[], { nodes: changed, removed }: Changed): NodeView[] {
  const byId = new Map(changed.map((node) => [node.id, node]))
  const kept = nodes.flatMap((node) => {
    if (removed.includes(node.id)) return []
    const next = byId.get(node.id)
    return [next !== undefined && next.version >= node.version ? next : node]
  })
  const known = new Set(nodes.map(({ id }) => id))
  return [...kept, ...changed.filter(({ id }) => !known.has(id))]
}

function changedDraft(draft: DraftView, changed: Changed): DraftView {
  const revision = Math.max(draft.revision, changed.revision)
  return { ...draft, revision, nodes: withChanged(draft.nodes, changed) }
}

/** The draft on this page, put right from the answers of its own acts and from what others did meanwhile. */
export function useDraft(draftId: string) {
  const cache = useQueryClient()
  const query = useMemo(() => read(drafts.show, { params: { draftId } }), [draftId])
  const { data: draft } = useSuspenseQuery(query)
  const held = useMemo(() => {
    const known = () => cache.getQueryData(query.queryKey)
    return {
      nodes: () => known()?.nodes ?? [],
      nodeAt: (id: string) => known()?.nodes.find((node) => node.id === id),
      revision: () => known()?.revision ?? 0,
      change: (changed: Changed) =>
        cache.setQueryData(query.queryKey, (now) => (now === undefined ? now : changedDraft(now, changed))),
      again: () => cache.invalidateQueries({ queryKey: query.queryKey }),
    }
  }, [cache, query])
  return { draft, held }
}
export type HeldDraft = ReturnType<typeof useDraft>['held']

export type Here = Output<typeof drafts.look>['here']

/** Takes up what others changed since, and tells which part the writer is at; gives who is here. */
async function look(draftId: string, held: HeldDraft, nodeId: string | null): Promise<Here> {
  const params = { draftId }
  const { items } = await call(drafts.changes, { params, query: { after: held.revision() } })
  for (const { revision, nodeId: id, after } of items)
    held.change({ revision, nodes: after === null ? [] : [after], removed: after === null ? [id] : [] })
  const standing = nodeId !== null && held.nodeAt(nodeId) !== undefined ? nodeId : null
  return (await call(drafts.look, { params, body: { revision: held.revision(), nodeId: standing } })).here
}

/** Tells every 20 seconds that the writer is here and at which part, hears who else is, and takes up what they changed. */
export function useOthers(draftId: string, held: HeldDraft, nodeId: string | null): Here {
  const personId = useSession().person?.id
  const at = useRef(nodeId)
  at.current = nodeId
  const [here, setHere] = useState<Here>([])
  useEffect(() => {
    const again = () => {
      if (!document.hidden) look(draftId, held, at.current).then(setHere, noteRefusal)
    }
    again()
    const timer = setInterval(again, EVERY_MS)
    return () => clearInterval(timer)
  }, [draftId, held])
  return here.filter((one) => one.personId !== personId)
}
