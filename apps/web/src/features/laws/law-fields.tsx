import { type LawBody, LawKind } from '@bangvang/contract/laws'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'

type Fault = (pointer: string) => string | null
type Props = { law: LawBody; fault: Fault }

function Dates({ law, fault }: Props) {
  const t = useWords()
  return (
    <>
      <Field label={t('laws.field.issuedOn')} error={fault('#/issuedOn')}>
        {(input) => <input {...input} name="issuedOn" type="date" defaultValue={law.issuedOn ?? ''} />}
      </Field>
      <div className="row-2">
        <Field label={t('laws.field.effectiveFrom')} error={fault('#/effectiveFrom')}>
          {(input) => (
            <input {...input} name="effectiveFrom" type="date" defaultValue={law.effectiveFrom ?? ''} />
          )}
        </Field>
        <Field
          label={t('laws.field.effectiveTo')}
          hint={t('laws.field.effectiveToHint')}
          error={fault('#/effectiveTo')}
        >
          {(input) => (
            <input {...input} name="effectiveTo" type="date" defaultValue={law.effectiveTo ?? ''} />
          )}
        </Field>
      </div>
    </>
  )
}

function Names({ law, fault }: Props) {
  const t = useWords()
  return (
    <>
      <div className="row-2">
        <Field label={t('laws.field.number')} hint={t('laws.field.numberHint')} error={fault('#/number')}>
          {(input) => <input {...input} name="number" required maxLength={80} defaultValue={law.number} />}
        </Field>
        <Field label={t('laws.field.kind')} error={fault('#/kind')}>
          {(input) => (
            <select {...input} name="kind" defaultValue={law.kind}>
              {LawKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`laws.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={t('laws.field.titleVi')} error={fault('#/title/vi')}>
        {(input) => (
          <textarea {...input} name="titleVi" rows={2} required maxLength={500} defaultValue={law.title.vi} />
        )}
      </Field>
      <Field label={t('laws.field.titleEn')} hint={t('laws.field.titleEnHint')} error={fault('#/title/en')}>
        {(input) => (
          <textarea {...input} name="titleEn" rows={2} maxLength={500} defaultValue={law.title.en} />
        )}
      </Field>
      <Field label={t('laws.field.issuer')} error={fault('#/issuer')}>
        {(input) => <input {...input} name="issuer" maxLength={200} defaultValue={law.issuer} />}
      </Field>
    </>
  )
}

/** The facts of a legal document, but for what it replaces. */
export function LawFields({ law, fault }: Props) {
  const t = useWords()
  return (
    <>
      <Names law={law} fault={fault} />
      <Dates law={law} fault={fault} />
      <Field label={t('laws.field.link')} hint={t('laws.field.linkHint')} error={fault('#/link')}>
        {(input) => (
          <input {...input} name="link" type="url" maxLength={2000} defaultValue={law.link ?? ''} />
        )}
      </Field>
      <Field label={t('laws.field.note')} error={fault('#/note')}>
        {(input) => <textarea {...input} name="note" rows={2} maxLength={2000} defaultValue={law.note} />}
      </Field>
      <Field
        label={t('laws.field.uncertainty')}
        hint={t('laws.field.uncertaintyHint')}
        error={fault('#/uncertainty')}
      >
        {(input) => (
          <textarea {...input} name="uncertainty" rows={2} maxLength={2000} defaultValue={law.uncertainty} />
        )}
      </Field>
    </>
  )
}
