import { assessments } from '@bangvang/contract/assessments'
import { addressOf } from '@bangvang/contract/client'
import type { Output } from '@bangvang/contract/endpoint'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, Upload } from 'lucide-react'
import { call } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { type AssessmentFacts, type AssessmentPlace, updateAssessment, withAnswer } from './use-assessment.ts'
import { WorkbookChanges } from './workbook-changes.tsx'
import { WorkbookFaults } from './workbook-faults.tsx'

export type SheetPreview = Output<typeof assessments.previewSheet>

/** Reads a filled-in workbook without applying it, and applies what was read: all of it or nothing. */
function useWorkbook({ seasonId, unitId }: AssessmentPlace) {
  const cache = useQueryClient()
  const params = { seasonId, unitId }
  const preview = useMutation({
    mutationFn: (file: File) => call(assessments.previewSheet, { params, body: file }),
    onError: noteRefusal,
  })
  const apply = useMutation({
    mutationFn: ({ changes }: SheetPreview) =>
      call(assessments.saveAnswers, {
        params,
        body: {
          answers: changes.map(({ criterionCode, after, noteAfter, version }) => ({
            criterionCode,
            answer: after,
            note: noteAfter,
            version,
          })),
        },
      }),
    onSuccess: async ({ items }) => {
      await updateAssessment(cache, params, (view) => items.reduce(withAnswer, view))
      preview.reset()
    },
    onError: noteRefusal,
  })
  return { preview, apply }
}

function Preview({ told, facts, workbook }: PreviewProps) {
  const t = useWords()
  const { apply } = workbook
  const { changes, faults, unchanged } = told
  return (
    <>
      {faults.length > 0 ? <WorkbookFaults faults={faults} /> : null}
      {changes.length === 0 ? (
        <p>{t('assessments.workbook.noChange')}</p>
      ) : (
        <WorkbookChanges changes={changes} placed={facts.placed} />
      )}
      <p className="q">{t('assessments.workbook.unchanged', { n: unchanged })}</p>
      <Refusal error={apply.error} />
      {changes.length > 0 ? (
        <div className="acts">
          <Button kind="main" isBusy={apply.isPending} onClick={() => apply.mutate(told)}>
            {t('assessments.workbook.apply', { n: changes.length })}
          </Button>
        </div>
      ) : null}
    </>
  )
}
type PreviewProps = { told: SheetPreview; facts: AssessmentFacts; workbook: ReturnType<typeof useWorkbook> }

type Props = {
  place: AssessmentPlace
  facts: AssessmentFacts
  /** Cells typed here that the server has not: a workbook would be compared with what is stored. */
  unsent: number
  onClose: () => void
}

/** The sheet as a workbook: down, and up again with every change and fault shown before anything is applied. */
export function WorkbookDialog({ place, facts, unsent, onClose }: Props) {
  const t = useWords()
  const language = useLocale()
  const workbook = useWorkbook(place)
  const { preview, apply } = workbook
  const href = addressOf(assessments.sheet, { params: place, query: { language } })
  return (
    <Dialog title={t('assessments.workbook.title')} onClose={onClose} className="wide">
      <div className="acts">
        <a className="btn" href={href} download>
          <Icon of={Download} />
          {t('assessments.workbook.download')}
        </a>
      </div>
      {facts.assessment.isEditable ? (
        <>
          <p>{t('assessments.workbook.about')}</p>
          {unsent > 0 ? <p className="notice">{t('assessments.workbook.unsent', { n: unsent })}</p> : null}
          <label className="file-in">
            <span className="btn">
              <Icon of={Upload} />
              {t('assessments.workbook.upload')}
            </span>
            <input
              className="vh"
              type="file"
              accept=".xlsx"
              disabled={unsent > 0}
              onChange={({ target }) => {
                const file = target.files?.[0]
                apply.reset()
                if (file !== undefined) preview.mutate(file)
                target.value = ''
              }}
            />
          </label>
        </>
      ) : null}
      <div role="status">
        {preview.isPending ? t('assessments.workbook.reading') : null}
        {apply.isSuccess ? t('assessments.workbook.applied', { n: apply.data.items.length }) : null}
      </div>
      <Refusal error={preview.error} />
      {preview.data === undefined ? null : <Preview told={preview.data} facts={facts} workbook={workbook} />}
    </Dialog>
  )
}
