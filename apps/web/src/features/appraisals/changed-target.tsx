import type { CellView } from '@bangvang/contract/appraisals'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'

type Props = { changed: NonNullable<CellView['changedTarget']> }

/** What the unit registered, what it reports against instead, and why. */
export function ChangedTarget({ changed }: Props) {
  const t = useWords()
  const format = useFormat()
  const { registered, target, reason, byName, at } = changed
  return (
    <section>
      <h3>{t('appraisals.target.title')}</h3>
      <p>
        {t('appraisals.target.both', {
          registered: format.points(registered),
          target: target === null ? t('appraisals.target.none') : format.points(target),
        })}
      </p>
      {reason === null || byName === null || at === null ? (
        <p className="warn">{t('appraisals.target.noReason')}</p>
      ) : (
        <>
          <p className="why">{reason}</p>
          <p className="sm q">{t('appraisals.panel.by', { name: byName, at: format.dateTime(at) })}</p>
        </>
      )}
    </section>
  )
}
