import { assessments, type EvidenceView } from '@bangvang/contract/assessments'
import { addressOf } from '@bangvang/contract/client'
import { FileText, Image } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'

/** The files a submission brought for the criterion; a PDF or an image opens beside, others are downloaded. */
export function EvidenceList({ files }: { files: readonly EvidenceView[] }) {
  const t = useWords()
  const format = useFormat()
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? t('appraisals.evidence.kilobytes', { n: Math.max(1, Math.round(bytes / 1000)) })
      : t('appraisals.evidence.megabytes', { n: format.points((bytes / 1_000_000).toFixed(1)) })
  if (files.length === 0) return <p className="q">{t('appraisals.evidence.none')}</p>
  return (
    <ul className="files">
      {files.map(({ id, name, contentType, size: bytes }) => {
        const isShown = contentType === 'application/pdf' || contentType.startsWith('image/')
        const address = addressOf(assessments.evidence, {
          params: { evidenceId: id },
          query: isShown ? {} : { download: 'true' },
        })
        return (
          <li key={id}>
            <Icon of={contentType.startsWith('image/') ? Image : FileText} />
            {isShown ? (
              <a href={address} target="_blank" rel="noreferrer">
                {name} <span className="vh">({t('appraisals.evidence.opens')})</span>
              </a>
            ) : (
              <a href={address} download={name}>
                {name}
              </a>
            )}
            <small>{size(bytes)}</small>
          </li>
        )
      })}
    </ul>
  )
}
