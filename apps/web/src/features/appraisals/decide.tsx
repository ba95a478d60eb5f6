import type { CellView } from '@bangvang/contract/appraisals'
import { type CompiledCriteria, scoreAlone } from '@bangvang/core/assessments/score'
import type { Criterion } from '@bangvang/core/criteria/document'
import { compareDecimals } from '@bangvang/core/numbers/decimal'
import { useState } from 'react'
import { takesFocus } from '../../lib/focus.ts'
import { useFormat } from '../../lib/format.ts'
import { useLocale } from '../../lib/locale.ts'
import { readAnswer, readOverride, typedNumber, typedOf } from '../../lib/typed-answer.ts'
import { useFieldFault } from '../../lib/use-field-fault.ts'
import { useWords } from '../../lib/words.ts'
import { AnswerFields } from '../../ui/answer-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { DecisionForm } from './decision-form.tsx'

type Props = { seasonId: string; cell: CellView; criterion: Criterion; compiled: CompiledCriteria }
type FormProps = Props & { onClose: () => void; onSaved: () => void }

function Keep(props: FormProps) {
  const t = useWords()
  const format = useFormat()
  const points = format.points(props.cell.self?.points ?? '0')
  return (
    <DecisionForm
      {...props}
      title={t('appraisals.decide.keepTitle', { points })}
      saveWords={t('appraisals.decide.save.kept', { points })}
      decision={{ kind: 'kept' }}
      onIncomplete={() => undefined}
    />
  )
}

function Correct(props: FormProps) {
  const { cell, criterion, compiled } = props
  const t = useWords()
  const format = useFormat()
  const locale = useLocale()
  const [typed, setTyped] = useState(() => typedOf(criterion, cell.effective.answer, locale))
  const reading = readAnswer(compiled.document, criterion, typed)
  const live =
    reading.kind === 'whole'
      ? scoreAlone(compiled, { unit: cell.unitId, answers: { [criterion.code]: reading.value } }).criteria[
          criterion.code
        ]
      : undefined
  const liveWords = () => {
    if (live === undefined) return t('appraisals.decide.liveNone')
    if (live.status === 'pending') return t('appraisals.decide.livePending')
    const told = { points: format.points(live.points), bonus: format.points(live.bonus) }
    const hasBonus = compareDecimals(live.bonus, '0') > 0
    return t(hasBonus ? 'appraisals.decide.liveBonus' : 'appraisals.decide.live', told)
  }
  return (
    <DecisionForm
      {...props}
      title={t('appraisals.decide.correctTitle', { code: criterion.code })}
      saveWords={t('appraisals.decide.save.corrected')}
      decision={reading.kind === 'whole' ? { kind: 'corrected', answer: reading.value } : null}
      onIncomplete={() => undefined}
    >
      <AnswerFields
        criterion={criterion}
        typed={typed}
        faults={reading.kind === 'faulty' ? reading.faults : []}
        onChange={setTyped}
      />
      <p role="status">{liveWords()}</p>
    </DecisionForm>
  )
}

function Override(props: FormProps) {
  const { cell, criterion, compiled } = props
  const t = useWords()
  const format = useFormat()
  const locale = useLocale()
  const [typed, setTyped] = useState(() => ({
    points: typedNumber(cell.effective.points, locale),
    bonus: '',
  }))
  const [isPressed, setPressed] = useState(false)
  const faultWords = useFieldFault(criterion)
  const reading = readOverride(compiled.document, criterion, typed)
  const faults = reading.kind === 'faulty' ? reading.faults : []
  const cap = criterion.bonus?.cap
  const pointsFault =
    faultWords(faults, 'points') ?? (isPressed && reading.kind === 'incomplete' ? t('fault.needed') : null)
  return (
    <DecisionForm
      {...props}
      title={t('appraisals.decide.overrideTitle', { code: criterion.code })}
      saveWords={t('appraisals.decide.save.overridden')}
      decision={reading.kind === 'whole' ? { kind: 'overridden', ...reading.value } : null}
      onIncomplete={() => setPressed(true)}
    >
      <Field
        label={t('appraisals.decide.points', { most: format.points(criterion.maxPoints) })}
        error={pointsFault}
      >
        {(input) => (
          <input
            {...input}
            inputMode="decimal"
            autoComplete="off"
            value={typed.points}
            onChange={({ target }) => setTyped({ ...typed, points: target.value })}
          />
        )}
      </Field>
      {cap === undefined ? null : (
        <Field
          label={t('appraisals.decide.bonus', { most: format.points(cap) })}
          hint={t('appraisals.decide.bonusHint')}
          error={faultWords(faults, 'bonus')}
        >
          {(input) => (
            <input
              {...input}
              inputMode="decimal"
              autoComplete="off"
              value={typed.bonus}
              onChange={({ target }) => setTyped({ ...typed, bonus: target.value })}
            />
          )}
        </Field>
      )}
    </DecisionForm>
  )
}

const forms = { kept: Keep, corrected: Correct, overridden: Override }

/** The appraiser's three acts on a cell: keep the self score, correct its figures, set its points. */
export function Decide(props: Props) {
  const t = useWords()
  const format = useFormat()
  const [kind, setKind] = useState<keyof typeof forms | null>(null)
  const [isSaved, setSaved] = useState(false)
  const [hasActed, setActed] = useState(false)
  const { self, effective } = props.cell
  const open = (next: keyof typeof forms) => {
    setSaved(false)
    setActed(true)
    setKind(next)
  }
  const Form = kind === null ? null : forms[kind]
  return (
    <section className="decide" aria-label={t('appraisals.decide.label')}>
      <p role="status" className="ok">
        {isSaved && kind === null
          ? t('appraisals.decide.saved', { points: format.points(effective.points) })
          : ''}
      </p>
      {Form === null ? (
        <div className="acts">
          <Button ref={hasActed ? takesFocus : null} kind="main" onClick={() => open('kept')}>
            {t('appraisals.decide.keepSelf', { points: format.points(self?.points ?? '0') })}
          </Button>
          <Button onClick={() => open('corrected')}>{t('appraisals.decide.correct')}</Button>
          <Button onClick={() => open('overridden')}>{t('appraisals.decide.override')}</Button>
        </div>
      ) : (
        <Form
          {...props}
          onClose={() => setKind(null)}
          onSaved={() => {
            setSaved(true)
            setKind(null)
          }}
        />
      )}
    </section>
  )
}
