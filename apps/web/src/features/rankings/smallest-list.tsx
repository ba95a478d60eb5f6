import { explainMeasure } from '@bangvang/core/assessments/explain-measure'
import { findCriterion } from '@bangvang/core/criteria/list'
import { type PlaceChange, smallestChanges } from '@bangvang/core/rankings/why'
import { useDeferredValue, useMemo } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import type { Made, TrialChange } from './trial.ts'

type Props = { made: Made; unitId: string; onTry: (change: TrialChange) => void }

function Change({ made, unitId, change, onTry }: Props & { change: PlaceChange }) {
  const t = useWords()
  const format = useFormat()
  const placed = findCriterion(made.compiled.document, change.criterion)
  if (placed === undefined) return null
  const { criterion, section } = placed
  const isBonus = change.from.points === change.to.points
  const [from, to] = isBonus ? [change.from.bonus, change.to.bonus] : [change.from.points, change.to.points]
  const facts = { from: format.points(from), to: format.points(to), rank: change.newRank }
  const words = isBonus ? 'changeBonus' : section.role === 'penalty' ? 'changePenalty' : 'change'
  const gain = `+${format.points(change.gain)}`
  return (
    <li>
      <b className="d">{change.criterion}</b>
      <span>
        {format.text(criterion.title)}
        {change.answer === null ? null : <>. {format.text(explainMeasure(criterion, change.answer))}</>}
        {'; '}
        {t(`ranking-work.why.${words}`, facts)}{' '}
        <Button
          isSmall
          kind="quiet"
          aria-label={t('ranking-work.why.tryName', { code: change.criterion, gain })}
          onClick={() =>
            onTry({
              unitId,
              criterionCode: change.criterion,
              to: change.answer === null ? change.to : { answer: change.answer },
            })
          }
        >
          {t('ranking-work.why.try')} {gain}
        </Button>
      </span>
    </li>
  )
}

function Found(props: Props) {
  const { made, unitId } = props
  const t = useWords()
  const changes = useMemo(
    () => smallestChanges(made.compiled.document, made.submissions, unitId),
    [made, unitId],
  )
  if (changes.length === 0) return <p className="q">{t('ranking-work.why.none')}</p>
  return (
    <ul className="steps">
      {changes.map((change) => (
        <Change key={change.criterion} {...props} change={change} />
      ))}
    </ul>
  )
}

/** The smallest changes of one criterion that move the unit up; worked out after the rest is on screen. */
export function SmallestList(props: Props) {
  const t = useWords()
  const ready = useDeferredValue<Props | null>(props, null)
  return (
    <>
      <h3>{t('ranking-work.why.changes')}</h3>
      {ready === null || ready.unitId !== props.unitId ? (
        <p className="q" role="status">
          {t('ranking-work.why.working')}
        </p>
      ) : (
        <Found {...ready} />
      )}
    </>
  )
}
