import { entryOf } from '@bangvang/core/criteria/by-code'
import { findCriterion, listCriteria } from '@bangvang/core/criteria/list'
import { useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { readAnswer, readOverride, type TypedAnswer, typedNumber, typedOf } from '../../lib/typed-answer.ts'
import { useFieldFault } from '../../lib/use-field-fault.ts'
import { useWords } from '../../lib/words.ts'
import { AnswerFields } from '../../ui/answer-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Standing } from './standing.ts'
import type { Made, TrialChange } from './trial.ts'

type Way = 'points' | 'answer'
type Props = { standing: Standing; made: Made; unitId: string; onTry: (change: TrialChange) => void }
type CellProps = Omit<Props, 'standing'> & { criterionCode: string }

/** The fields of one cell, by points or by its figures; another cell starts afresh. */
function Cell({ made, unitId, criterionCode, onTry }: CellProps) {
  const t = useWords()
  const format = useFormat()
  const locale = useLocale()
  const { document } = made.compiled
  const result = made.results.find(({ unit }) => unit === unitId)
  const present = result === undefined ? undefined : entryOf(result.criteria, criterionCode)
  const answers = made.submissions.find(({ unit }) => unit === unitId)?.answers ?? {}
  const criterion = findCriterion(document, criterionCode)?.criterion
  const [way, setWay] = useState<Way>('points')
  const [isPressed, setPressed] = useState(false)
  const [points, setPoints] = useState(() => typedNumber(present?.points ?? '0', locale))
  const [typed, setTyped] = useState<TypedAnswer | null>(() =>
    criterion === undefined ? null : typedOf(criterion, entryOf(answers, criterionCode) ?? null, locale),
  )
  if (criterion === undefined || typed === null || present === undefined) return null
  const asPoints = readOverride(document, criterion, { points, bonus: '' })
  const asAnswer = readAnswer(document, criterion, typed)
  const reading = way === 'points' ? asPoints : asAnswer
  const apply = () => {
    setPressed(true)
    if (way === 'points' && asPoints.kind === 'whole') onTry({ unitId, criterionCode, to: asPoints.value })
    if (way === 'answer' && asAnswer.kind === 'whole')
      onTry({ unitId, criterionCode, to: { answer: asAnswer.value } })
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <p className="q">{t('ranking-work.trial.now', { points: format.points(present.points) })}</p>
      <Segmented<Way>
        label={t('ranking-work.trial.way')}
        value={way}
        options={(['points', 'answer'] as const).map((value) => ({
          value,
          words: t(`ranking-work.trial.ways.${value}`),
        }))}
        onChange={setWay}
      />
      {way === 'points' ? (
        <PointsField criterion={criterion} points={points} reading={asPoints} onChange={setPoints} />
      ) : (
        <AnswerFields
          criterion={criterion}
          typed={typed}
          faults={asAnswer.kind === 'faulty' ? asAnswer.faults : []}
          onChange={setTyped}
        />
      )}
      {isPressed && reading.kind === 'incomplete' ? (
        <p role="alert">{t('ranking-work.trial.incomplete')}</p>
      ) : null}
      <Button type="submit">{t('ranking-work.trial.apply')}</Button>
    </form>
  )
}

type PointsProps = {
  criterion: NonNullable<ReturnType<typeof findCriterion>>['criterion']
  points: string
  reading: ReturnType<typeof readOverride>
  onChange: (points: string) => void
}

function PointsField({ criterion, points, reading, onChange }: PointsProps) {
  const t = useWords()
  const format = useFormat()
  const faultWords = useFieldFault(criterion)
  return (
    <Field
      label={t('ranking-work.trial.points', { most: format.points(criterion.maxPoints) })}
      error={reading.kind === 'faulty' ? faultWords(reading.faults, 'points') : null}
    >
      {(input) => (
        <input
          {...input}
          inputMode="decimal"
          autoComplete="off"
          value={points}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** What-if on a copy: another amount, or other figures, for one criterion of one unit. Nothing is saved. */
export function TrialForm({ standing, made, unitId: wanted, onTry }: Props) {
  const t = useWords()
  const format = useFormat()
  const [unitId, setUnitId] = useState(wanted)
  const criteria = listCriteria(made.compiled.document)
  const [criterionCode, setCriterionCode] = useState(criteria[0]?.criterion.code ?? '')
  return (
    <div className="box trial">
      <h2>{t('ranking-work.trial.title')}</h2>
      <p>{t('ranking-work.trial.about')}</p>
      <div className="form">
        <Field label={t('ranking-work.trial.unit')}>
          {(input) => (
            <select {...input} value={unitId} onChange={({ target }) => setUnitId(target.value)}>
              {standing.rows.map((row) => (
                <option key={row.unitId} value={row.unitId}>
                  {row.unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('ranking-work.trial.criterion')}>
          {(input) => (
            <select
              {...input}
              value={criterionCode}
              onChange={({ target }) => setCriterionCode(target.value)}
            >
              {criteria.map(({ criterion }) => (
                <option key={criterion.code} value={criterion.code}>
                  {criterion.code} {format.text(criterion.title)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Cell
        key={`${unitId} ${criterionCode}`}
        made={made}
        unitId={unitId}
        criterionCode={criterionCode}
        onTry={onTry}
      />
    </div>
  )
}
