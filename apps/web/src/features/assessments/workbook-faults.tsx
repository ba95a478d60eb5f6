import { type Translate, useWords, type WordKey } from '../../lib/words.ts'
import type { SheetPreview } from './workbook-dialog.tsx'

function faultWords(t: Translate, code: string, value: string): string {
  const key = `assessments.workbook.fault.${code}` as WordKey
  const words = t(key, { value })
  return words === key ? t('assessments.workbook.fault.other', { value }) : words
}

/** Every fault of a workbook at its cell. */
export function WorkbookFaults({ faults }: { faults: SheetPreview['faults'] }) {
  const t = useWords()
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="err">{t('assessments.workbook.faults', { n: faults.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assessments.workbook.faultCell')}</th>
            <th scope="col">{t('assessments.grid.code')}</th>
            <th scope="col">{t('assessments.workbook.faultWhat')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ cell, criterionCode, code, value }) => (
            <tr key={`${cell} ${code}`}>
              <td className="mono">{cell}</td>
              <td>{criterionCode}</td>
              <td>{faultWords(t, code, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="q">{t('assessments.workbook.fixFirst')}</p>
    </div>
  )
}
