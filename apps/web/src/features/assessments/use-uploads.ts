import { assessments, type EvidenceView } from '@bangvang/contract/assessments'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { noteRefusal } from '../../lib/session-lost.ts'
import { uploadClient } from './upload.ts'
import { type AssessmentPlace, updateAssessment } from './use-assessment.ts'

/** One file on its way, or why it did not arrive. */
export type Upload = {
  id: number
  file: File
  criterionCode: string
  /** 0 to 1. */
  share: number
  state: 'waiting' | 'sending' | 'done' | 'failed'
  error: unknown
}

let lastId = 0

/** Files being uploaded as evidence, one after the other; each is linked to the criterion it was dropped on. */
export function useUploads({ seasonId, unitId }: AssessmentPlace) {
  const cache = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])

  const sendAll = useCallback(
    async (queued: readonly Upload[]) => {
      const place = { seasonId, unitId }
      for (const { id, file, criterionCode } of queued) {
        const mark = (change: Partial<Upload>) =>
          setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))
        mark({ state: 'sending', share: 0, error: null })
        try {
          const send = uploadClient((share) => mark({ share }))
          const input = { params: place, query: { criterionCode }, body: file }
          const stored: EvidenceView = await send(assessments.upload, input)
          await updateAssessment(cache, place, (view) => ({
            ...view,
            evidence: [...view.evidence.filter((one) => one.id !== stored.id), stored],
          }))
          mark({ state: 'done', share: 1 })
        } catch (error) {
          noteRefusal(error)
          mark({ state: 'failed', error })
        }
      }
    },
    [cache, seasonId, unitId],
  )

  const add = useCallback(
    (criterionCode: string, files: readonly File[]) => {
      const queued = files.map((file): Upload => {
        lastId += 1
        return { id: lastId, file, criterionCode, share: 0, state: 'waiting', error: null }
      })
      setUploads((all) => [...all.filter(({ state }) => state !== 'done'), ...queued])
      void sendAll(queued)
    },
    [sendAll],
  )

  return { uploads, add, again: (upload: Upload) => void sendAll([upload]) }
}
export type Uploads = ReturnType<typeof useUploads>
