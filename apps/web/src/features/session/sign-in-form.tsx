import { type SessionView, session } from '@bangvang/contract/session'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Credentials = { email: string; password: string }

/** Signs in, and tells the caller who is here then. */
export function useSignIn(onDone: (view: SessionView) => void) {
  return useMutation({
    mutationFn: (body: Credentials) => call(session.signIn, { body }),
    onSuccess: onDone,
  })
}

/** E-mail and password; a refusal, a delay included, is told in words above the button. */
export function SignInForm({ email, onDone }: { email?: string; onDone: (view: SessionView) => void }) {
  const t = useWords()
  const { mutate, isPending, error } = useSignIn(onDone)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        if (!isPending)
          mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) })
      }}
    >
      <Field label={t('session.email')}>
        {(input) => (
          <input
            {...input}
            name="email"
            type="email"
            required
            autoComplete="username"
            defaultValue={email}
            readOnly={email !== undefined}
          />
        )}
      </Field>
      <Field label={t('session.password')} hint={t('session.passwordHint')}>
        {(input) => (
          <input {...input} name="password" type="password" required autoComplete="current-password" />
        )}
      </Field>
      <Refusal error={error} />
      <Button kind="main" type="submit" className="tall" isBusy={isPending}>
        {t('session.signIn')}
      </Button>
    </form>
  )
}
