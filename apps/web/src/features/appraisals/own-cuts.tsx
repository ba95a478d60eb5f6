import { appraisals } from '@bangvang/contract/appraisals'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import { useSuspenseQueries } from '@tanstack/react-query'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import type { Column } from './board-model.ts'

type Props = {
  seasonId: string
  document: CriteriaDocument
  column: Column
  /** Criteria whose points the appraisers changed. */
  changed: ReadonlySet<string>
}

/** What the appraisers changed of one unit, each with its reason, so that the unit need not open cell by cell. */
export function OwnCuts({ seasonId, document, column, changed }: Props) {
  const t = useWords()
  const format = useFormat()
  const criteria = listCriteria(document).filter(({ criterion }) => changed.has(criterion.code))
  const cells = useSuspenseQueries({
    queries: criteria.map(({ criterion }) =>
      read(appraisals.cell, {
        params: { seasonId, unitId: column.unitId, criterionCode: criterion.code },
      }),
    ),
  })
  return (
    <section className="own-cuts">
      <h2>{t('appraisals.cuts.title')}</h2>
      {criteria.length === 0 ? <p>{t('appraisals.cuts.none')}</p> : null}
      <ul>
        {criteria.map(({ criterion }, index) => {
          const cell = cells[index]?.data
          const last = cell?.appraisals.at(-1)
          if (cell === undefined) return null
          return (
            <li key={criterion.code}>
              <p>
                <span className="q">{criterion.code}</span> {format.text(criterion.title)}{' '}
                <b className="nw">
                  {t('appraisals.cuts.from', {
                    before: format.points(cell.self?.points ?? '0'),
                    after: format.points(cell.effective.points),
                  })}
                </b>
              </p>
              {last === undefined ? null : (
                <>
                  <p className="why">{last.reason}</p>
                  <p className="sm q">
                    {t('appraisals.panel.by', { name: last.byName, at: format.dateTime(last.at) })}
                  </p>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
