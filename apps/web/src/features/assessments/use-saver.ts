import { type AnswerView, assessments } from '@bangvang/contract/assessments'
import { session } from '@bangvang/contract/session'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../lib/actor.tsx'
import { call } from '../../lib/api.ts'
import { noteRefusal, useSessionLost } from '../../lib/session-lost.ts'
import { browserOutbox } from './outbox.ts'
import { readRow } from './registered.ts'
import { AnswerSaver } from './saver.ts'
import { type AssessmentFacts, type AssessmentPlace, updateAssessment, withAnswer } from './use-assessment.ts'

/** Asks who is signed in whenever another window may have changed it: the cookie is one for all tabs. */
function sessionGuard(personId: string): { isOwn: () => Promise<boolean>; doubt: () => void } {
  let isCertain = false
  return {
    doubt: () => {
      isCertain = false
    },
    isOwn: async () => {
      if (isCertain && document.hasFocus()) return true
      const { person } = await call(session.show, {})
      isCertain = person?.id === personId
      return isCertain
    },
  }
}

function watchWindow(saver: AnswerSaver, doubt: () => void): () => void {
  const back = () => {
    doubt()
    void saver.flush()
  }
  window.addEventListener('online', back)
  window.addEventListener('focus', back)
  window.addEventListener('blur', doubt)
  return () => {
    window.removeEventListener('online', back)
    window.removeEventListener('focus', back)
    window.removeEventListener('blur', doubt)
  }
}

/** Tells the other tabs of this assessment what was acknowledged, and hears it from them. */
function openTabs(name: string, onSaved: (view: AnswerView) => void) {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  if (channel !== null) channel.onmessage = ({ data }: MessageEvent<AnswerView>) => onSaved(data)
  return {
    tell: (view: AnswerView) => channel?.postMessage(view),
    close: () => channel?.close(),
  }
}

/** The saver of the person's own typing in one assessment, running while the page is open. */
export function useSaver(place: AssessmentPlace, facts: AssessmentFacts) {
  const { seasonId, unitId } = place
  const cache = useQueryClient()
  const personId = useSession().person?.id ?? ''
  const isLost = useSessionLost()
  const latest = useRef(facts)
  latest.current = facts
  const tabs = useRef<ReturnType<typeof openTabs> | null>(null)
  const [{ saver, guard }] = useState(() => {
    const owner = { personId, seasonId, unitId }
    const own = sessionGuard(personId)
    const made = new AnswerSaver({
      outbox: browserOutbox(owner),
      now: () => new Date(),
      isOwnSession: own.isOwn,
      read: (code, typed) => {
        const found = latest.current.placed.find(({ criterion }) => criterion.code === code)
        if (found === undefined) return { kind: 'answer', answer: null }
        return readRow(latest.current, found.criterion, typed)
      },
      storedAt: (code) =>
        latest.current.assessment.answers.find(({ criterionCode }) => criterionCode === code),
      send: ({ criterionCode, ...body }) =>
        call(assessments.saveAnswer, { params: { seasonId, unitId, criterionCode }, body }).catch((error) => {
          noteRefusal(error)
          own.doubt()
          throw error
        }),
      onSaved: (view) => {
        tabs.current?.tell(view)
        return updateAssessment(cache, owner, (before) => withAnswer(before, view))
      },
    })
    return { saver: made, guard: own }
  })
  const { isEditable } = facts.assessment
  useEffect(() => {
    if (!isEditable) return
    tabs.current = openTabs(`bangvang ${personId} ${seasonId} ${unitId}`, (view) => {
      void updateAssessment(cache, { seasonId, unitId }, (before) => withAnswer(before, view))
      void saver.noteSaved(view)
    })
    void saver.start()
    const unwatch = watchWindow(saver, guard.doubt)
    return () => {
      unwatch()
      saver.stop()
      tabs.current?.close()
      tabs.current = null
    }
  }, [saver, guard, cache, isEditable, personId, seasonId, unitId])
  useEffect(() => {
    guard.doubt()
    if (!isLost && isEditable) void saver.flush()
  }, [saver, guard, isLost, isEditable])
  return { saver, pending: useSyncExternalStore(saver.subscribe, saver.snapshot) }
}
