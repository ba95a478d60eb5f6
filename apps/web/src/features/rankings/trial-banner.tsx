import { entryOf } from '@bangvang/core/criteria/by-code'
import { FlaskConical, X } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Standing } from './standing.ts'
import { type Made, type TrialChange, withoutChange } from './trial.ts'

type Props = {
  trial: readonly TrialChange[]
  present: Made
  tried: Made
  real: Standing
  onChange: (trial: TrialChange[]) => void
}

function pointsIn({ results }: Made, { unitId, criterionCode }: TrialChange): string {
  const result = results.find(({ unit }) => unit === unitId)
  return (result && entryOf(result.criteria, criterionCode)?.points) ?? '0'
}

/** What the trial on screen changed and where it moves the unit, said plainly as a trial; each change can be taken back. */
export function TrialBanner({ trial, present, tried, real, onChange }: Props) {
  const t = useWords()
  const format = useFormat()
  const nameOf = (unitId: string) => real.rows.find((row) => row.unitId === unitId)?.unitName ?? unitId
  const rankIn = ({ ranking }: Made, unitId: string) => {
    const rank = ranking.find(({ unit }) => unit === unitId)?.rank ?? null
    return rank === null ? t('ranking-work.trial.noRank') : String(rank)
  }
  const units = [...new Set(trial.map(({ unitId }) => unitId))]
  return (
    <section className="notice trial-banner no-print" aria-label={t('ranking-work.trial.title')}>
      <p>
        <Icon of={FlaskConical} /> <b>{t('ranking-work.trial.mark')}</b>
      </p>
      <ul>
        {trial.map((change) => {
          const { unitId, criterionCode: code } = change
          const unit = nameOf(unitId)
          return (
            <li key={`${unitId} ${code}`}>
              {t('ranking-work.trial.bannerOf', {
                code,
                unit,
                before: format.points(pointsIn(present, change)),
                after: format.points(pointsIn(tried, change)),
              })}{' '}
              <button
                type="button"
                className="tool"
                aria-label={t('ranking-work.trial.remove', { code, unit })}
                onClick={() => onChange(withoutChange(trial, change))}
              >
                <Icon of={X} />
              </button>
            </li>
          )
        })}
      </ul>
      <p role="status">
        {units
          .map((unitId) => {
            const [before, after] = [rankIn(present, unitId), rankIn(tried, unitId)]
            return t(before === after ? 'ranking-work.trial.same' : 'ranking-work.trial.moved', {
              unit: nameOf(unitId),
              before,
              after,
            })
          })
          .join(' ')}
      </p>
      <Button isSmall onClick={() => onChange([])}>
        {t('ranking-work.trial.leave')}
      </Button>
    </section>
  )
}
