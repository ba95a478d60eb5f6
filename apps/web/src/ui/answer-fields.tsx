import { answerFields } from '@bangvang/core/assessments/answer'
import type { Criterion, Option } from '@bangvang/core/criteria/document'
import { useFormat } from '../lib/format.ts'
import type { FieldFault, TypedAnswer } from '../lib/typed-answer.ts'
import { useFieldFault } from '../lib/use-field-fault.ts'
import { useWords } from '../lib/words.ts'
import { Field } from './field.tsx'

type Props = {
  criterion: Criterion
  typed: TypedAnswer
  faults: readonly FieldFault[]
  onChange: (typed: TypedAnswer) => void
}

function Choice({ criterion, typed, onChange, options }: Props & { options: readonly Option[] }) {
  const t = useWords()
  const format = useFormat()
  const option = typed.texts.option ?? ''
  return (
    <Field label={t('assessments.field.option')}>
      {(input) => (
        <select
          {...input}
          disabled={typed.isNotApplicable}
          value={option}
          onChange={({ target }) => onChange({ ...typed, texts: { option: target.value } })}
        >
          <option value="">{t('assessments.grid.choose')}</option>
          {options.map(({ key, title, points }) => (
            <option key={`${criterion.code} ${key}`} value={key}>
              {format.text(title)} ({format.points(points)})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Checklist({ typed, onChange, options }: Props & { options: readonly Option[] }) {
  const t = useWords()
  const format = useFormat()
  return (
    <fieldset className="field" disabled={typed.isNotApplicable}>
      <legend>{t('assessments.field.checked')}</legend>
      {options.map(({ key, title, points }) => (
        <label key={key} className="check">
          <input
            type="checkbox"
            checked={typed.checked.includes(key)}
            onChange={({ target }) =>
              onChange({
                ...typed,
                checked: options
                  .map((one) => one.key)
                  .filter((one) => (one === key ? target.checked : typed.checked.includes(one))),
              })
            }
          />
          <span>
            {format.text(title)} <span className="q">({format.points(points)})</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Numbers({ criterion, typed, faults, onChange }: Props) {
  const t = useWords()
  const faultWords = useFieldFault(criterion)
  return (
    <div className="row-2">
      {answerFields(criterion.measure).map((field) => (
        <Field
          key={field}
          label={
            <>
              {t(`assessments.field.${field}`)} <span className="q">{criterion.unit}</span>
            </>
          }
          error={faultWords(faults, field)}
        >
          {(input) => (
            <input
              {...input}
              inputMode={field === 'count' ? 'numeric' : 'decimal'}
              autoComplete="off"
              disabled={typed.isNotApplicable}
              value={typed.texts[field] ?? ''}
              onChange={({ target }) =>
                onChange({ ...typed, texts: { ...typed.texts, [field]: target.value } })
              }
            />
          )}
        </Field>
      ))}
    </div>
  )
}

/** The fields of an answer to this criterion, as its measure asks for them. */
export function AnswerFields(props: Props) {
  const t = useWords()
  const { criterion, typed, onChange } = props
  const { measure } = criterion
  return (
    <>
      {measure.kind === 'choice' ? (
        <Choice {...props} options={measure.options} />
      ) : measure.kind === 'checklist' ? (
        <Checklist {...props} options={measure.options} />
      ) : (
        <Numbers {...props} />
      )}
      {criterion.notApplicable === undefined ? null : (
        <label className="check">
          <input
            type="checkbox"
            checked={typed.isNotApplicable}
            onChange={({ target }) => onChange({ ...typed, isNotApplicable: target.checked })}
          />
          {t('assessments.grid.notApplicable')}
        </label>
      )}
    </>
  )
}
