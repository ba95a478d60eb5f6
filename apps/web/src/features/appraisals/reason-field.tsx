import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'

type Props = { reason: string; onChange: (reason: string) => void; error: unknown }

/** The reason that every decision must have; what is wrong with it stands in the refusal at '#/reason'. */
export function ReasonField({ reason, onChange, error }: Props) {
  const t = useWords()
  const faultWords = useFaultWords(error)
  return (
    <Field
      label={t('appraisals.decide.reason')}
      hint={t('appraisals.decide.reasonHint')}
      error={faultWords('#/reason') === null ? null : t('appraisals.decide.reasonNeeded')}
    >
      {(input) => (
        <textarea
          {...input}
          rows={3}
          required
          maxLength={2000}
          value={reason}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
