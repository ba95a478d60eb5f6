import type { TaskView } from '@bangvang/contract/notices'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

/** How far each section of the sheet is, in numbers and as a bar. */
export function SectionProgress({ task, document }: { task: TaskView; document: CriteriaDocument }) {
  const t = useWords()
  const format = useFormat()
  const unanswered = new Set(
    task.missing.filter(({ what }) => what === 'answer').map(({ criterionCode }) => criterionCode),
  )
  const placed = listCriteria(document)
  return (
    <div className="secs">
      {document.sections.map((section) => {
        const codes = placed.filter((one) => one.section === section).map(({ criterion }) => criterion.code)
        const done = codes.filter((code) => !unanswered.has(code)).length
        const name = `${section.code}. ${format.text(section.title)}`
        return (
          <span key={section.code} title={name}>
            <span className="secs-name">{name}</span>{' '}
            <b>{t('notices.progress', { done, of: codes.length })}</b>
            <progress className="bar" aria-label={name} value={done} max={codes.length} />
          </span>
        )
      })}
    </div>
  )
}
