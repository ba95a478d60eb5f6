import type { NodeView } from '@bangvang/contract/drafts'
import type { ReactNode } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { CriterionForm, Titles } from './criterion-form.tsx'
import { AmountField, ChoiceField, IntegerField, TextField } from './fields.tsx'
import type { Form } from './form.ts'
import { ListFields } from './list-fields.tsx'
import { listValue } from './list-value.ts'

/** What a form may refer to: the other parts of the draft. */
export type Known = {
  nodes: readonly NodeView[]
  /** The role of the section that a criterion stands in. */
  role: unknown
}
type Props = { form: Form; known: Known }

/** The codes of the parts of a kind, with their titles. */
function useCodes({ nodes }: Known, kind: NodeView['kind']) {
  const format = useFormat()
  return nodes
    .filter((node) => node.kind === kind && typeof node.content.code === 'string')
    .map(({ content }) => {
      const title = (content.title ?? { vi: '', en: '' }) as { vi: string; en: string }
      const value = String(content.code)
      return { value, words: `${value} ${format.text(title)}` }
    })
}

function SetForm({ form }: Props) {
  const t = useWords()
  return (
    <>
      <Titles form={form} />
      <div className="row-2">
        <TextField form={form} path="code" label={t('criteria.field.code')} />
        <IntegerField form={form} path="year" label={t('criteria.field.year')} />
        <AmountField form={form} path="maxPoints" label={t('criteria.field.total')} />
        <IntegerField form={form} path="decimals" label={t('criteria.field.decimals')} />
        <AmountField form={form} path="bonusCap" label={t('criteria.field.bonusCap')} isOptional />
        <AmountField form={form} path="penaltyCap" label={t('criteria.field.penaltyCap')} isOptional />
      </div>
    </>
  )
}

function SectionForm({ form }: Props) {
  const t = useWords()
  return (
    <>
      <Titles form={form} />
      <div className="row-2">
        <TextField form={form} path="code" label={t('criteria.field.code')} />
        <ChoiceField
          form={form}
          path="role"
          label={t('criteria.field.role')}
          options={(['scored', 'bonus', 'penalty'] as const).map((value) => ({
            value,
            words: t(`seasons.criteria.role.${value}`),
          }))}
        />
        <AmountField form={form} path="cap" label={t('criteria.field.cap')} isOptional />
      </div>
    </>
  )
}

function HeadingForm({ form }: Props) {
  const t = useWords()
  return (
    <>
      <Titles form={form} />
      <TextField form={form} path="code" label={t('criteria.field.code')} />
    </>
  )
}

function GateForm({ form, known }: Props) {
  const t = useWords()
  const grades = useCodes(known, 'grade')
  const kinds = ['unranked', 'noAward', 'hold', 'gradeCap'] as const
  return (
    <>
      <Titles form={form} />
      <div className="row-2">
        <TextField form={form} path="code" label={t('criteria.field.code')} />
        <ChoiceField
          form={form}
          path="effect.kind"
          label={t('criteria.field.effect')}
          options={kinds.map((value) => ({ value, words: t(`criteria.edit.effects.${value}`) }))}
          onChoose={(kind) =>
            form.set('effect', kind === 'gradeCap' ? { kind, grade: grades.at(-1)?.value ?? '' } : { kind })
          }
        />
        {listValue(form.content, 'effect.kind') === 'gradeCap' ? (
          <ChoiceField
            form={form}
            path="effect.grade"
            label={t('criteria.edit.bestGrade')}
            options={grades}
          />
        ) : null}
      </div>
    </>
  )
}

function GradeForm({ form, known }: Props) {
  const t = useWords()
  const sections = useCodes(known, 'section')
  return (
    <>
      <Titles form={form} />
      <div className="row-2">
        <TextField form={form} path="code" label={t('criteria.field.code')} />
        <AmountField form={form} path="atLeast" label={t('criteria.field.atLeast')} />
      </div>
      <ListFields
        form={form}
        path="require"
        legend={t('criteria.field.require')}
        addWords={t('criteria.edit.addRequire')}
        newItem={() => ({ section: sections[0]?.value ?? '', atLeast: '0' })}
      >
        {(path) => (
          <>
            <ChoiceField
              form={form}
              path={`${path}.section`}
              label={t('criteria.field.section')}
              options={sections}
            />
            <AmountField form={form} path={`${path}.atLeast`} label={t('criteria.field.atLeast')} />
          </>
        )}
      </ListFields>
    </>
  )
}

const tieFields = ['section', 'criterion', 'amount'] as const

function TieForm({ form, known }: Props) {
  const t = useWords()
  const [sections, criteria] = [useCodes(known, 'section'), useCodes(known, 'criterion')]
  const amounts = (['scored', 'bonus', 'penalty'] as const).map((value) => ({
    value,
    words: t(`seasons.criteria.tie.${value}`),
  }))
  const by = tieFields.find((field) => form.content[field] !== undefined) ?? 'amount'
  const options = { section: sections, criterion: criteria, amount: amounts }
  const nothing = { section: undefined, criterion: undefined, amount: undefined }
  // The kind is no field of the content: the field that is there says it.
  const kindForm: Form = { ...form, content: { by }, faultAt: () => form.faultAt('') }
  return (
    <div className="row-2">
      <ChoiceField
        form={kindForm}
        path="by"
        label={t('criteria.edit.tieBy')}
        options={tieFields.map((value) => ({ value, words: t(`criteria.edit.tieKinds.${value}`) }))}
        onChoose={(next = 'amount') => {
          const field = tieFields.find((one) => one === next) ?? 'amount'
          form.setAll({ ...nothing, [field]: options[field][0]?.value ?? '' })
        }}
      />
      <ChoiceField form={form} path={by} label={t(`criteria.field.${by}`)} options={options[by]} />
    </div>
  )
}

/** The form of a part of drafted criteria, by its kind. */
export function PartForm({ kind, ...props }: Props & { kind: NodeView['kind'] }): ReactNode {
  switch (kind) {
    case 'criteriaSet':
      return <SetForm {...props} />
    case 'section':
      return <SectionForm {...props} />
    case 'heading':
      return <HeadingForm {...props} />
    case 'criterion':
      return <CriterionForm form={props.form} role={props.known.role} />
    case 'gate':
      return <GateForm {...props} />
    case 'grade':
      return <GradeForm {...props} />
    case 'tieBreaker':
      return <TieForm {...props} />
    default:
      return null
  }
}
