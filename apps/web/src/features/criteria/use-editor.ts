import { type DraftView, drafts, type NodeView } from '@bangvang/contract/drafts'
import type { CriteriaFaultCode } from '@bangvang/core/criteria/check'
import { faultsByNode, faultsOfCriteria } from '@bangvang/core/criteria/nodes'
import type { NodeFault } from '@bangvang/core/drafts/check-nodes'
import type { CriteriaKind } from '@bangvang/core/drafts/draft'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call } from '../../lib/api.ts'
import { keep, kept } from '../../lib/device.ts'
import { noteRefusal, useSessionLost } from '../../lib/session-lost.ts'
import { type Changed, ContentSaver, type KeptRow, type TypedRows } from './content-saver.ts'
import { newId } from './new-id.ts'
import { contentOfNew, nextCode, type Place, placeOfNew } from './structure.ts'
import { sumsOf } from './sums.ts'
import type { HeldDraft } from './use-draft.ts'

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

function keptRows(name: string): [string, KeptRow][] {
  try {
    return JSON.parse(kept(name) ?? '[]')
  } catch {
    // Another version of the page wrote them otherwise.
    return []
  }
}

async function noting<T>(act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    noteRefusal(error)
    throw error
  }
}

/** The saver of what this person types, running while the page is open. */
function useSaver(draft: DraftView, held: HeldDraft, did: Revisions['did']) {
  const name = `criteria-draft.${useSession().person?.id}.${draft.id}`
  const isLost = useSessionLost()
  const [saver] = useState(
    () =>
      new ContentSaver({
        save: (nodeId, body) =>
          noting(call(drafts.saveNode, { params: { draftId: draft.id, nodeId }, body })),
        onChanged: (changed, isOwn) => {
          held.change(changed)
          if (isOwn) did(changed.revision)
        },
        nodeAt: held.nodeAt,
        keep: (rows) => keep(name, rows.length === 0 ? null : JSON.stringify(rows)),
      }),
  )
  const mayEdit = draft.may.edit
  useEffect(() => {
    if (!mayEdit || isLost) return
    saver.start(keptRows(name))
    const back = () => saver.flush()
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('online', back)
      saver.stop()
    }
  }, [saver, mayEdit, isLost, name])
  return { saver, rows: useSyncExternalStore(saver.subscribe, saver.snapshot) }
}

type Work = { draftId: string; held: HeldDraft; saver: ContentSaver; revisions: Revisions }

/** The acts that change which parts there are and their order; each waits for what was typed before it. */
function useActs({ draftId, held, saver, revisions }: Work, onError: (error: unknown) => void) {
  const latest = useRef(revisions)
  latest.current = revisions
  return useMemo(() => {
    const params = { draftId }
    const act = async (done: () => Promise<Changed>, note: (revision: number) => void) => {
      onError(null)
      try {
        const changed = await noting(saver.after(done))
        held.change(changed)
        note(changed.revision)
      } catch (error) {
        onError(error)
        void held.again()
      }
    }
    const did = (revision: number) => latest.current.did(revision)
    const undo = (revision: number | undefined, note: (revision: number) => void) => {
      if (revision === undefined) return
      saver.flush()
      return act(() => call(drafts.undo, { params, body: { revision } }), note)
    }
    return {
      /** The part is on the page at once; what is typed over it waits until the server has it. */
      add: (kind: CriteriaKind, selected: NodeView | undefined): string | null => {
        const place = placeOfNew(held.nodes(), kind, selected)
        if (place === null) return null
        const code = selected?.kind === kind ? nextCode(held.nodes(), selected.content.code) : ''
        const node = { id: newId(), ...place, kind, content: contentOfNew(kind, code) }
        held.change({ revision: 0, nodes: [{ ...node, version: 1 }], removed: [] })
        void act(() => call(drafts.addNodes, { params, body: { nodes: [node] } }), did)
        return node.id
      },
      move: ({ id }: NodeView, place: Place) => {
        saver.send(id)
        return act(
          () =>
            call(drafts.moveNode, {
              params: { draftId, nodeId: id },
              body: { ...place, version: held.nodeAt(id)?.version ?? 1 },
            }),
          did,
        )
      },
      remove: ({ id }: NodeView) =>
        act(
          () =>
            call(drafts.removeNode, {
              params: { draftId, nodeId: id },
              query: { version: held.nodeAt(id)?.version ?? 1 },
            }),
          did,
        ),
      undo: () => undo(latest.current.lastDone, latest.current.undid),
      redo: () => undo(latest.current.lastUndone, latest.current.redid),
    }
  }, [draftId, held, saver, onError])
}

/** The parts as they are typed, over those the server has. */
function workingNodes(nodes: readonly NodeView[], rows: TypedRows): NodeView[] {
  return nodes.map((node) => {
    const row = rows.get(node.id)
    return row === undefined ? node : { ...node, content: row.content }
  })
}

export type Fault = NodeFault<CriteriaFaultCode>

/** Editing drafted criteria part by part, with every fault and every sum as it stands (issue 3, points 1 and 6). */
export function useEditor(draft: DraftView, held: HeldDraft) {
  const revisions = useRevisions()
  const { saver, rows } = useSaver(draft, held, revisions.did)
  const [error, setError] = useState<unknown>(null)
  const acts = useActs({ draftId: draft.id, held, saver, revisions }, setError)
  const nodes = useMemo(() => workingNodes(draft.nodes, rows), [draft.nodes, rows])
  const faults = useMemo(() => faultsOfCriteria(nodes), [nodes])
  return {
    ...{ nodes, rows, saver, acts, error, faults },
    faultsAt: useMemo(() => faultsByNode<Fault>(faults), [faults]),
    sums: useMemo(() => sumsOf(nodes), [nodes]),
    mayUndo: revisions.lastDone !== undefined,
    mayRedo: revisions.lastUndone !== undefined,
  }
}
export type Editor = ReturnType<typeof useEditor>
