import { type PactView, pacts, type TargetView } from '@bangvang/contract/pacts'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call, read } from '../../lib/api.ts'
import { keep, kept } from '../../lib/device.ts'
import { useLocale } from '../../lib/locale.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import { readTarget, type TargetReading, type TypedTarget, typedFrom, typedOf } from './target-model.ts'
import { TargetSaver, type Trouble } from './target-saver.ts'

export type PactPlace = { seasonId: string; unitId: string }
/** One criterion's row: what stands in its cells, and how far it is on its way to the server. */
export type TargetRow = {
  placed: PlacedCriterion
  stored: TargetView | undefined
  typed: TypedTarget
  reading: TargetReading
  isTyped: boolean
  trouble: Trouble | null
}
type Facts = {
  document: CriteriaDocument
  placed: readonly PlacedCriterion[]
  stored: readonly TargetView[]
  isEditable: boolean
}

/** Puts an acknowledged target into the pact as it is cached. */
function remember(cache: QueryClient, { seasonId, unitId }: PactPlace, saved: TargetView): void {
  const { queryKey } = read(pacts.show, { params: { seasonId } })
  cache.setQueryData<PactView>(queryKey, (view) => {
    const registrations = view?.registrations.map((one) => {
      if (one.unitId !== unitId || one.content === null) return one
      const others = one.content.targets.filter(({ criterionCode }) => criterionCode !== saved.criterionCode)
      const revision = one.content.revision + 1
      return { ...one, content: { ...one.content, revision, targets: [...others, saved] } }
    })
    return view && registrations ? { ...view, registrations } : view
  })
}

function useSaver(place: PactPlace, facts: Facts): TargetSaver {
  const { seasonId, unitId } = place
  const cache = useQueryClient()
  const name = `pact.${useSession().person?.id ?? ''}.${seasonId}.${unitId}`
  const latest = useRef(facts)
  latest.current = facts
  const [saver] = useState(
    () =>
      new TargetSaver({
        kept: typedFrom(kept(name)),
        keep: (typed) => keep(name, typed.size === 0 ? null : JSON.stringify(Object.fromEntries(typed))),
        read: (code, text) => {
          const { document, placed } = latest.current
          const found = placed.find(({ criterion }) => criterion.code === code)
          return found === undefined
            ? { ok: true, target: null }
            : readTarget(document, found.criterion, text)
        },
        storedAt: (code) => latest.current.stored.find(({ criterionCode }) => criterionCode === code),
        send: ({ criterionCode, ...body }) =>
          call(pacts.saveTarget, { params: { seasonId, unitId, criterionCode }, body }).catch((error) => {
            noteRefusal(error)
            throw error
          }),
        onSaved: (view) => remember(cache, { seasonId, unitId }, view),
      }),
  )
  useEffect(() => {
    if (!facts.isEditable) return
    const back = () => saver.flush()
    back()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [saver, facts.isEditable])
  return saver
}

/** The rows of a unit's targets with what is typed over what is stored, and the saver that carries them. */
export function useTargets(place: PactPlace, facts: Facts) {
  const locale = useLocale()
  const saver = useSaver(place, facts)
  const waiting = useSyncExternalStore(saver.subscribe, saver.snapshot)
  const rows = facts.placed.map((placed): TargetRow => {
    const { criterion } = placed
    const stored = facts.stored.find(({ criterionCode }) => criterionCode === criterion.code)
    const mine = waiting.get(criterion.code)
    const typed = mine?.typed ?? typedOf(stored, locale)
    const reading = readTarget(facts.document, criterion, typed.text)
    return { placed, stored, typed, reading, isTyped: mine !== undefined, trouble: mine?.trouble ?? null }
  })
  return { rows, saver, unsaved: waiting.size }
}
