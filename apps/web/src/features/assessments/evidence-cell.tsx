import { Paperclip, TriangleAlert } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { SheetRow } from './use-sheet.ts'

type Props = { row: SheetRow; isEditable: boolean; isUploading: boolean; onOpen: () => void }

/** How many files stand behind a row, or that one is missing; opens them. */
export function EvidenceCell({ row, isEditable, isUploading, onOpen }: Props) {
  const t = useWords()
  const { criterion } = row.placed
  if (criterion.evidence === 'none' && row.files === 0) {
    return <span className="q">{t('assessments.evidence.notNeeded')}</span>
  }
  const words =
    row.files > 0
      ? t('assessments.evidence.files', { n: row.files })
      : t(row.lacksEvidence || !isEditable ? 'assessments.evidence.missing' : 'assessments.evidence.attach')
  if (row.files === 0 && !isEditable && !row.lacksEvidence) return <span className="q">–</span>
  return (
    <button type="button" className={`ev ${row.lacksEvidence ? 'miss' : ''}`} onClick={onOpen}>
      <span className="vh">{t('assessments.evidence.opens', { code: criterion.code })} </span>
      <Icon of={row.lacksEvidence ? TriangleAlert : Paperclip} />
      {isUploading ? '… ' : null}
      {words}
    </button>
  )
}
