import { CircleCheck } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { isUnexplained } from './row-status.ts'
import type { AssessmentPlace } from './use-assessment.ts'
import type { Sheet, SheetRow } from './use-sheet.ts'

type MissingKind = 'unsent' | 'unexplained' | 'unanswered' | 'lacking'

/** What a sheet still lacks before it is whole. */
export function missingOf({ rows }: Sheet): Record<MissingKind, SheetRow[]> {
  return {
    unsent: rows.filter(({ pending }) => pending !== null),
    unexplained: rows.filter(isUnexplained),
    unanswered: rows.filter(({ isAnswered, pending }) => !isAnswered && pending === null),
    lacking: rows.filter(({ lacksEvidence }) => lacksEvidence),
  }
}

/** What is missing, each a link to its row. */
export function SubmitMissing({ place, sheet }: { place: AssessmentPlace; sheet: Sheet }) {
  const t = useWords()
  const format = useFormat()
  const missing = missingOf(sheet)
  const kinds = (['unsent', 'unexplained', 'unanswered', 'lacking'] as const).filter(
    (kind) => missing[kind].length > 0,
  )
  const grid = `/seasons/${place.seasonId}/assessments/${place.unitId}`
  return (
    <section>
      <h2>{t('assessments.submit.missing')}</h2>
      {kinds.length === 0 ? (
        <p className="tag ok">
          <Icon of={CircleCheck} />
          {t('assessments.submit.nothingMissing')}
        </p>
      ) : null}
      {kinds.map((kind) => (
        <div key={kind}>
          <h3>{t(`assessments.submit.${kind}`, { n: missing[kind].length })}</h3>
          <ul className="missing">
            {missing[kind].map(({ placed: { criterion } }) => (
              <li key={criterion.code}>
                <Link href={`${grid}#${criterion.code}`}>
                  {criterion.code} {format.text(criterion.title)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
