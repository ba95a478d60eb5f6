import { drafts } from '@bangvang/contract/drafts'
import type { Output } from '@bangvang/contract/endpoint'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call } from '../../lib/api.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import type { DraftCache } from './use-draft-cache.ts'

const EVERY_MS = 20_000

type Here = Output<typeof drafts.look>['here']
/** Who changed a part last while this page was open, and when. */
export type Hands = ReadonlyMap<string, { byName: string; at: Date }>

/**
 * Tells every 20 seconds that the reader is here and at which part, hears who else is, and takes up what others
 * changed meanwhile. Looking is no act: what fails is tried again the next time.
 */
export function usePresence(draftId: string, cache: DraftCache, nodeId: string | null) {
  const personId = useSession().person?.id
  const at = useRef(nodeId)
  at.current = nodeId
  const [here, setHere] = useState<Here>([])
  const [hands, setHands] = useState<Hands>(new Map())
  const look = useRef(async () => {
    if (document.hidden) return
    const params = { draftId }
    try {
      const { items } = await call(drafts.changes, { params, query: { after: cache.revision() } })
      for (const { revision, nodeId: id, after } of items)
        cache.change({ revision, nodes: after === null ? [] : [after], removed: after === null ? [id] : [] })
      if (items.length > 0)
        setHands((before) => new Map([...before, ...items.map((one) => [one.nodeId, one] as const)]))
      const seen = { revision: cache.revision(), comments: cache.told() }
      const known = standing(at.current, cache)
      const told = await call(drafts.look, { params, body: { ...seen, nodeId: known } })
      setHere(told.here.filter((one) => one.personId !== personId))
    } catch (error) {
      noteRefusal(error)
    }
  })
  useEffect(() => {
    void look.current()
    const timer = setInterval(() => void look.current(), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return { here, hands, lookNow: look.current }
}

/** The part the reader stands at, where it is one of the draft still. */
function standing(nodeId: string | null, cache: DraftCache): string | null {
  return nodeId !== null && cache.nodes().some(({ id }) => id === nodeId) ? nodeId : null
}
