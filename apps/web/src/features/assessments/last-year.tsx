import type { AssessmentView } from '@bangvang/contract/assessments'
import type { Criterion } from '@bangvang/core/criteria/document'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { optionsOf } from './grid-model.ts'

type LastYear = NonNullable<AssessmentView['lastYear']>
type Props = { lastYear: LastYear; criterion: Criterion }

/** How many columns the grid has: one more where there is a year before. */
export const columnsOf = (lastYear: AssessmentView['lastYear']): number => (lastYear === null ? 8 : 9)

/** What the unit reported for this criterion the year before: the result alone, without its target. */
export function LastYearCell({ lastYear, criterion }: Props) {
  const t = useWords()
  const format = useFormat()
  const said = (lastYear.answers[criterion.code] ?? {}) as Partial<Record<string, string | number | string[]>>
  const titleOf = (key: string) => optionsOf(criterion).find((option) => option.key === key)?.title
  const figure = said.actual ?? said.value ?? said.part ?? said.count ?? said.points
  const option = typeof said.option === 'string' ? titleOf(said.option) : undefined
  const ticked = Array.isArray(said.checked) ? said.checked.length : undefined
  return (
    <td className="last r" data-l={t('assessments.grid.lastYear', { year: lastYear.year })}>
      {figure === undefined ? null : format.points(String(figure))}
      {option === undefined ? null : format.text(option)}
      {ticked === undefined
        ? null
        : t('assessments.grid.tickedOf', { n: ticked, all: optionsOf(criterion).length })}
    </td>
  )
}
