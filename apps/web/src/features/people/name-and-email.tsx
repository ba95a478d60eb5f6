import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'

type Props = { name?: string; email?: string; fault: (pointer: string) => string | null }

/** The name and e-mail of an account. */
export function NameAndEmail({ name, email, fault }: Props) {
  const t = useWords()
  return (
    <>
      <Field label={t('people.name')} error={fault('#/name')}>
        {(input) => (
          <input {...input} name="name" required maxLength={120} defaultValue={name} autoComplete="off" />
        )}
      </Field>
      <Field label={t('people.email')} error={fault('#/email')}>
        {(input) => (
          <input
            {...input}
            name="email"
            type="email"
            required
            maxLength={254}
            defaultValue={email}
            autoComplete="off"
          />
        )}
      </Field>
    </>
  )
}

/** What was typed into these fields. */
export function nameAndEmailOf(form: FormData): { name: string; email: string } {
  return { name: String(form.get('name')), email: String(form.get('email')).trim() }
}
