import { type AssessmentView, assessments, type EvidenceView } from '@bangvang/contract/assessments'
import { addressOf } from '@bangvang/contract/client'
import type { Criterion } from '@bangvang/core/criteria/document'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, ShieldAlert } from 'lucide-react'
import { call } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { UploadList } from './upload-list.tsx'
import { updateAssessment } from './use-assessment.ts'
import { useSizeWords } from './use-size-words.ts'
import type { Uploads } from './use-uploads.ts'

type Act = { file: EvidenceView; criterionCodes: string[] | null }

/** Changes what a file is evidence for; null removes the file. */
function useEvidenceAct(assessment: AssessmentView) {
  const cache = useQueryClient()
  const { seasonId, unitId } = assessment
  return useMutation({
    mutationFn: async ({ file, criterionCodes }: Act): Promise<EvidenceView | null> => {
      const params = { seasonId, unitId, evidenceId: file.id }
      if (criterionCodes !== null) {
        return call(assessments.linkEvidence, { params, body: { criterionCodes } })
      }
      await call(assessments.removeEvidence, { params })
      return null
    },
    onSuccess: (stored, { file }) =>
      updateAssessment(cache, { seasonId, unitId }, (view) => ({
        ...view,
        evidence: view.evidence.flatMap((one) =>
          one.id !== file.id ? [one] : stored === null ? [] : [stored],
        ),
      })),
    onError: noteRefusal,
  })
}

type FileRowProps = {
  file: EvidenceView
  code: string
  isEditable: boolean
  onAct: (act: Act) => void
}

function FileRow({ file, code, isEditable, onAct }: FileRowProps) {
  const t = useWords()
  const format = useFormat()
  const sizeWords = useSizeWords()
  const others = file.criterionCodes.filter((one) => one !== code)
  const isHere = others.length < file.criterionCodes.length
  const address = addressOf(assessments.evidence, {
    params: { evidenceId: file.id },
    query: { download: true },
  })
  return (
    <li className="file">
      <span className="file-n">
        <b>{file.name}</b>
        <small className="q">
          {t('assessments.evidence.by', {
            name: file.uploadedBy,
            at: format.dateTime(file.uploadedAt),
            size: sizeWords(file.size),
          })}
          {others.length === 0 ? null : (
            <>. {t('assessments.evidence.for', { codes: file.criterionCodes.join(', ') })}</>
          )}
          {file.inSubmission ? <>. {t('assessments.evidence.held')}</> : null}
        </small>
      </span>
      <span className="acts">
        <a className="btn sm" href={address} download={file.name}>
          <Icon of={Download} />
          {t('assessments.evidence.download')}
          <span className="vh"> {file.name}</span>
        </a>
        {isEditable ? (
          <Button
            isSmall
            onClick={() => onAct({ file, criterionCodes: isHere ? others : [...others, code].sort() })}
          >
            {t(isHere ? 'assessments.evidence.unlink' : 'assessments.evidence.use', { code })}
            <span className="vh"> {file.name}</span>
          </Button>
        ) : null}
        {isEditable && !file.inSubmission && others.length === 0 ? (
          <Button isSmall kind="quiet" onClick={() => onAct({ file, criterionCodes: null })}>
            {t('assessments.evidence.remove')}
            <span className="vh"> {file.name}</span>
          </Button>
        ) : null}
      </span>
    </li>
  )
}

type Props = {
  assessment: AssessmentView
  criterion: Criterion
  uploads: Uploads
  onClose: () => void
}

/** A criterion's files: add, use one for several criteria, take off, download. */
export function EvidenceDialog({ assessment, criterion, uploads, onClose }: Props) {
  const t = useWords()
  const format = useFormat()
  const act = useEvidenceAct(assessment)
  const { code } = criterion
  const here = assessment.evidence.filter(({ criterionCodes }) => criterionCodes.includes(code))
  const others = assessment.evidence.filter((file) => !here.includes(file))
  const { isEditable } = assessment
  const rows = (files: EvidenceView[]) =>
    files.map((file) => (
      <FileRow key={file.id} file={file} code={code} isEditable={isEditable} onAct={act.mutate} />
    ))
  return (
    <Dialog title={t('assessments.evidence.title', { code })} onClose={onClose} className="wide">
      <p>{format.text(criterion.title)}</p>
      {here.length === 0 ? <p className="q">{t('assessments.evidence.empty')}</p> : null}
      <ul className="files">{rows(here)}</ul>
      <Refusal error={act.error} />
      {isEditable ? (
        <>
          <p className="notice">
            <Icon of={ShieldAlert} /> {t('assessments.evidence.secret')}
          </p>
          <UploadList uploads={uploads} code={code} />
          {others.length > 0 ? (
            <details>
              <summary>{t('assessments.evidence.other')}</summary>
              <ul className="files">{rows(others)}</ul>
            </details>
          ) : null}
        </>
      ) : null}
    </Dialog>
  )
}
