import { useWords } from '../../lib/words.ts'
import { AmountField, ChoiceField, TextField } from './fields.tsx'
import type { Form } from './form.ts'
import { MeasureFields } from './measure-fields.tsx'
import { BonusFields, RuleFields } from './rule-fields.tsx'

type Props = { form: Form; role: unknown }

/** What a part is called, in both languages. */
export function Titles({ form }: { form: Form }) {
  const t = useWords()
  return (
    <>
      <TextField form={form} path="title.vi" label={t('criteria.field.title-vi')} isLong />
      <TextField form={form} path="title.en" label={t('criteria.field.title-en')} isLong />
    </>
  )
}

function CriterionNotes({ form, role }: Props) {
  const t = useWords()
  const mayBeLeftOut = role === 'scored' || form.content.notApplicable !== undefined
  return (
    <div className="row-2">
      <TextField form={form} path="unit" label={t('criteria.field.unit')} isOptional />
      <ChoiceField
        form={form}
        path="evidence"
        label={t('criteria.field.evidence')}
        none={t('criteria.edit.unsaid')}
        options={(['required', 'optional', 'none'] as const).map((value) => ({
          value,
          words: t(`seasons.criteria.need.${value}`),
        }))}
      />
      {mayBeLeftOut ? (
        <ChoiceField
          form={form}
          path="notApplicable"
          label={t('criteria.field.notApplicable')}
          none={t('criteria.edit.alwaysApplies')}
          options={(['rescale', 'full'] as const).map((value) => ({
            value,
            words: t(`criteria.notApplicable.${value}`),
          }))}
        />
      ) : null}
    </div>
  )
}

function Guidance({ form }: { form: Form }) {
  const t = useWords()
  const { guidance = { vi: '', en: '' } } = form.content as { guidance?: { vi: string; en: string } }
  const guided: Form = {
    ...form,
    // Both languages are there together, or neither is.
    set: (path, value) => {
      const said = { ...guidance, [path.replace('guidance.', '')]: value ?? '' }
      form.set('guidance', said.vi === '' && said.en === '' ? undefined : said)
    },
  }
  return (
    <>
      <TextField form={guided} path="guidance.vi" label={t('criteria.field.guidance-vi')} isLong />
      <TextField form={guided} path="guidance.en" label={t('criteria.field.guidance-en')} isLong />
    </>
  )
}

/** A criterion: its points, what a unit reports, how that makes points, and what goes with it. `role` is its section's. */
export function CriterionForm({ form, role }: Props) {
  const t = useWords()
  return (
    <>
      <Titles form={form} />
      <div className="row-2">
        <TextField form={form} path="code" label={t('criteria.field.code')} />
        <AmountField form={form} path="maxPoints" label={t('criteria.field.maxPoints')} />
      </div>
      <MeasureFields form={form} />
      <RuleFields form={form} />
      <BonusFields form={form} />
      <CriterionNotes form={form} role={role} />
      <Guidance form={form} />
    </>
  )
}
