import { type DraftView, drafts, type NodeView } from '@bangvang/contract/drafts'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call } from '../../lib/api.ts'
import { noteRefusal, useSessionLost } from '../../lib/session-lost.ts'
import { keepWords, keptWords } from './kept-words.ts'
import { NodeSaver } from './node-saver.ts'
import { type NewPlace, treeOf } from './structure.ts'
import type { Changed, DraftCache } from './use-draft-cache.ts'

/** A name no other part has; `randomUUID` is not there without https. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** The revisions this page made, to be taken back one by one, and those taken back. */
function useRevisions() {
  const [done, setDone] = useState<readonly number[]>([])
  const [undone, setUndone] = useState<readonly number[]>([])
  return useMemo(
    () => ({
      lastDone: done.at(-1),
      lastUndone: undone.at(-1),
      did: (revision: number) => {
        setDone((before) => [...before, revision])
        setUndone([])
      },
      undid: (revision: number) => {
        setDone((before) => before.slice(0, -1))
        setUndone((before) => [...before, revision])
      },
      redid: (revision: number) => {
        setUndone((before) => before.slice(0, -1))
        setDone((before) => [...before, revision])
      },
    }),
    [done, undone],
  )
}
type Revisions = ReturnType<typeof useRevisions>

/** The saver of the words this person types, running while the page is open. */
function useNodeSaver(draft: DraftView, cache: DraftCache, did: Revisions['did']) {
  const personId = useSession().person?.id ?? ''
  const isLost = useSessionLost()
  const [saver] = useState(
    () =>
      new NodeSaver({
        save: (nodeId, text, version) =>
          call(drafts.saveNode, {
            params: { draftId: draft.id, nodeId },
            body: { content: { text }, version },
          }).catch((error) => {
            noteRefusal(error)
            throw error
          }),
        onChanged: (changed, isOwn) => {
          cache.change(changed)
          if (isOwn) did(changed.revision)
        },
        nodeAt: (nodeId) => cache.nodes().find(({ id }) => id === nodeId),
        keep: (words) => keepWords(personId, draft.id, words),
      }),
  )
  const mayEdit = draft.may.edit
  useEffect(() => {
    if (!mayEdit || isLost) return
    saver.start(keptWords(personId, draft.id))
    const back = () => saver.flush()
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('online', back)
      saver.stop()
    }
  }, [saver, mayEdit, isLost, personId, draft.id])
  return { saver, rows: useSyncExternalStore(saver.subscribe, saver.snapshot) }
}

type Work = { draft: DraftView; cache: DraftCache; saver: NodeSaver; revisions: Revisions }

/** The acts that change the order of parts; each waits for the words typed before it. */
function useStructureActs({ draft, cache, saver, revisions }: Work, onError: (error: unknown) => void) {
  const latest = useRef(revisions)
  latest.current = revisions
  return useMemo(() => {
    const params = { draftId: draft.id }
    const take = (changed: Changed) => {
      cache.change(changed)
      return changed.revision
    }
    const act = async (done: () => Promise<Changed>) => {
      onError(null)
      try {
        latest.current.did(take(await saver.inTurn(done)))
      } catch (error) {
        noteRefusal(error)
        onError(error)
        void cache.showAgain()
      }
    }
    const versionOf = (id: string) => cache.nodes().find((node) => node.id === id)?.version ?? 1
    const back = async (revision: number | undefined, done: (revision: number) => void) => {
      if (revision === undefined) return
      saver.flush()
      onError(null)
      try {
        done(take(await saver.inTurn(() => call(drafts.undo, { params, body: { revision } }))))
      } catch (error) {
        noteRefusal(error)
        onError(error)
      }
    }
    return {
      /** The part is on the page at once; words typed over it wait until the server has it. */
      add: (place: NewPlace): string => {
        const node = { id: newId(), ...place, content: { text: '' } }
        cache.change({ revision: 0, nodes: [{ ...node, version: 1 }], removed: [] })
        void act(() => call(drafts.addNodes, { params, body: { nodes: [node] } }))
        return node.id
      },
      move: ({ id }: NodeView, place: NewPlace) => {
        saver.send(id)
        return act(() =>
          call(drafts.moveNode, {
            params: { ...params, nodeId: id },
            body: { ...place, version: versionOf(id) },
          }),
        )
      },
      remove: ({ id }: NodeView) =>
        act(() =>
          call(drafts.removeNode, {
            params: { ...params, nodeId: id },
            query: { version: versionOf(id), revision: cache.revision() },
          }),
        ),
      undo: () => back(latest.current.lastDone, latest.current.undid),
      redo: () => back(latest.current.lastUndone, latest.current.redid),
    }
  }, [draft.id, cache, saver, onError])
}

/** Editing a draft in place, part by part, while others may do the same (issue 3, point 6). */
export function useEditing(draft: DraftView, cache: DraftCache, isEditing: boolean) {
  const revisions = useRevisions()
  const { saver, rows } = useNodeSaver(draft, cache, revisions.did)
  const [editId, setEditId] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const acts = useStructureActs({ draft, cache, saver, revisions }, setError)
  const tree = useMemo(() => treeOf(draft.kind, draft.nodes), [draft.kind, draft.nodes])
  return {
    ...{ saver, rows, acts, tree, error, isEditing },
    editId: isEditing ? editId : null,
    edit: setEditId,
    mayUndo: revisions.lastDone !== undefined,
    mayRedo: revisions.lastUndone !== undefined,
  }
}
export type Editing = ReturnType<typeof useEditing>
