import type { Measure } from '@bangvang/core/criteria/document'
import { useWords } from '../../lib/words.ts'
import { measuredAs, measureKinds, newOption } from './defaults.ts'
import { AmountField, ChoiceField, TextField } from './fields.tsx'
import type { Form } from './form.ts'
import { ListFields } from './list-fields.tsx'
import { listValue } from './list-value.ts'

/** Which way is better, of a measure or of tiers. */
export function BetterField({ form, path }: { form: Form; path: string }) {
  const t = useWords()
  return (
    <ChoiceField
      form={form}
      path={path}
      label={t('criteria.edit.better')}
      options={(['higher', 'lower'] as const).map((value) => ({
        value,
        words: t(`criteria.edit.betterOf.${value}`),
      }))}
    />
  )
}

function Options({ form }: { form: Form }) {
  const t = useWords()
  return (
    <ListFields
      form={form}
      path="measure.options"
      legend={t('criteria.edit.options')}
      addWords={t('criteria.edit.addOption')}
      newItem={newOption}
    >
      {(path) => (
        <>
          <TextField form={form} path={`${path}.title.vi`} label={t('criteria.field.title-vi')} />
          <TextField form={form} path={`${path}.title.en`} label={t('criteria.field.title-en')} />
          <AmountField form={form} path={`${path}.points`} label={t('criteria.edit.points')} />
          <TextField form={form} path={`${path}.key`} label={t('criteria.edit.key')} />
        </>
      )}
    </ListFields>
  )
}

/** How a unit reports, and what number that makes (scoring.md "Measure"). */
export function MeasureFields({ form }: { form: Form }) {
  const t = useWords()
  const kind = listValue(form.content, 'measure.kind')
  const hasBetter = kind === 'achievement' || kind === 'gap' || kind === 'rank'
  const known = measureKinds.find((one) => one === kind)
  return (
    <fieldset className="part-fields">
      <legend>{t('criteria.field.measure')}</legend>
      <div className="row-2">
        <ChoiceField
          form={form}
          path="measure.kind"
          label={t('criteria.edit.measureKind')}
          hint={known === undefined ? undefined : t(`criteria.edit.measureHint.${known}`)}
          options={measureKinds.map((value) => ({ value, words: t(`seasons.criteria.kind.${value}`) }))}
          onChoose={(chosen) => form.setAll(measuredAs(form.content, chosen as Measure['kind']))}
        />
        {hasBetter ? <BetterField form={form} path="measure.better" /> : null}
        {kind === 'judgement' ? (
          <AmountField
            form={form}
            path="measure.step"
            label={t('criteria.edit.step')}
            hint={t('criteria.edit.stepHint')}
            isOptional
          />
        ) : null}
      </div>
      {kind === 'choice' || kind === 'checklist' ? <Options form={form} /> : null}
    </fieldset>
  )
}
