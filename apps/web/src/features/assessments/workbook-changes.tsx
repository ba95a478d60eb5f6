import type { Answer } from '@bangvang/core/assessments/answer'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { useWords } from '../../lib/words.ts'
import { typedOf } from './grid-model.ts'
import { said } from './said.ts'
import type { SheetPreview } from './workbook-dialog.tsx'

type Props = { changes: SheetPreview['changes']; placed: readonly PlacedCriterion[] }

/** What a workbook would change: what stands now, and what would stand there. */
export function WorkbookChanges({ changes, placed }: Props) {
  const t = useWords()
  const format = useFormat()
  const locale = useLocale()
  const told = (code: string, answer: Answer | null, note: string): string => {
    const criterion = placed.find((one) => one.criterion.code === code)?.criterion
    if (criterion === undefined) return ''
    return said(criterion, typedOf(criterion, { answer, note }, locale), { t, locale })
  }
  const title = (code: string) => {
    const found = placed.find(({ criterion }) => criterion.code === code)
    return found === undefined ? '' : format.text(found.criterion.title)
  }
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>{t('assessments.workbook.changes', { n: changes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assessments.grid.code')}</th>
            <th scope="col">{t('assessments.grid.criterion')}</th>
            <th scope="col">{t('assessments.workbook.before')}</th>
            <th scope="col">{t('assessments.workbook.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ criterionCode: code, before, after, noteBefore, noteAfter }) => (
            <tr key={code}>
              <td>{code}</td>
              <td>{title(code)}</td>
              <td className="q">{told(code, before, noteBefore)}</td>
              <td className="pen">{told(code, after, noteAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
