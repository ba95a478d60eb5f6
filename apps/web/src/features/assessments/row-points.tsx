import { explainCriterion } from '@bangvang/core/assessments/explain'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { ExplainedPoints } from '../../ui/explanation.tsx'
import type { AssessmentFacts } from './use-assessment.ts'
import type { Sheet, SheetRow } from './use-sheet.ts'

/** A row's points, which open how they were made. */
export function RowPoints({ row, facts, sheet }: { row: SheetRow; facts: AssessmentFacts; sheet: Sheet }) {
  const t = useWords()
  const format = useFormat()
  const { criterion } = row.placed
  const { document, season, version } = facts
  const result = sheet.result.criteria[criterion.code]
  if (result === undefined) return null
  const answer = row.reading.kind === 'answer' ? (row.reading.answer ?? undefined) : undefined
  const isBonus = /[1-9]/.test(result.bonus)
  return (
    <ExplainedPoints
      criterion={criterion}
      result={result}
      version={{ year: season.year, number: version.number }}
      explain={() =>
        explainCriterion(document, { criterionCode: criterion.code, answer, override: undefined, result })
      }
    >
      <span>
        {row.isAnswered ? <b>{format.points(result.points)}</b> : <b className="q">–</b>}
        <small>{t('assessments.grid.most', { most: format.points(criterion.maxPoints) })}</small>
      </span>
      {isBonus ? <small>{t('assessments.grid.bonus', { points: format.points(result.bonus) })}</small> : null}
    </ExplainedPoints>
  )
}
